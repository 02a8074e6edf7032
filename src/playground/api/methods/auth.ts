import { SlackError } from '../../errors.ts';
import { BOT_ID, BOT_USER_ID } from '../../options.ts';
import type { Methods } from '../method.ts';

/** Who the app is and whether the API answers. */
export const authMethods: Methods = {
  'api.test': {
    token: 'none',
    run(_world, args) {
      const error = args.text('error');
      if (error) throw new SlackError(error, { args: args.fields });
      return { args: args.fields };
    },
  },
  'auth.test': {
    run(world) {
      return {
        url: `https://${world.teamDomain}.slack.com/`,
        team: world.options.teamName,
        user: world.manifest.name.toLowerCase(),
        team_id: world.options.teamId,
        user_id: BOT_USER_ID,
        bot_id: BOT_ID,
        is_enterprise_install: false,
      };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run(world) {
      return {
        team: {
          id: world.options.teamId,
          name: world.options.teamName,
          domain: world.teamDomain,
          email_domain: '',
          icon: {},
        },
      };
    },
  },
};
