import { SlackError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, type PersonSeed } from '../../options.ts';
import type { World } from '../../world/world.ts';
import type { Methods } from '../method.ts';
import { page } from '../paging.ts';

function offsetSeconds(world: World, timeZone: string): number {
  const at = new Date(world.clock());
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
  const seconds = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
  return sign === '-' ? -seconds : seconds;
}

function userJson(world: World, person: PersonSeed, withLocale: boolean): JsonObject {
  const teamId = person.teamId ?? world.options.teamId;
  const withEmail = world.manifest.scopes.has('users:read.email') && person.email !== undefined;
  const [first = '', ...rest] = person.realName.split(' ');
  return {
    id: person.id,
    team_id: teamId,
    name: person.name,
    deleted: person.deleted ?? false,
    color: person.color.replace('#', ''),
    real_name: person.realName,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(world, person.tz),
    profile: {
      title: person.title,
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      first_name: first,
      last_name: rest.join(' '),
      team: teamId,
      ...(withEmail ? { email: person.email } : {}),
    },
    is_admin: person.isAdmin,
    is_owner: person.isOwner,
    is_primary_owner: person.isOwner,
    is_restricted: person.isRestricted ?? false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    ...(teamId === world.options.teamId ? {} : { is_stranger: true }),
    updated: 0,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

function botJson(world: World): JsonObject {
  const { name } = world.manifest;
  return {
    id: BOT_USER_ID,
    team_id: world.options.teamId,
    name: name.toLowerCase(),
    deleted: false,
    real_name: name,
    tz: 'Etc/UTC',
    tz_offset: 0,
    profile: { real_name: name, display_name: name, bot_id: BOT_ID, api_app_id: APP_ID },
    is_admin: false,
    is_owner: false,
    is_bot: true,
    is_app_user: false,
  };
}

/** The people of the workspace. */
export const userMethods: Methods = {
  'users.info': {
    scopes: ['users:read'],
    run(world, args) {
      const id = args.required('user');
      if (id === BOT_USER_ID) return { user: botJson(world) };
      const person = world.people.get(id);
      if (!person) throw new SlackError('user_not_found');
      return { user: userJson(world, person, args.flag('include_locale')) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run(world, args) {
      const people = [...world.people.values()].map((one) =>
        userJson(world, one, args.flag('include_locale')),
      );
      const { items, metadata } = page([...people, botJson(world)], args, 1000);
      return { members: items, cache_ts: Math.floor(world.clock() / 1000), ...metadata };
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    run(world, args) {
      const email = args.required('email').toLowerCase();
      const person = [...world.people.values()].find((one) => one.email?.toLowerCase() === email);
      if (!person || person.deleted) throw new SlackError('users_not_found');
      return { user: userJson(world, person, false) };
    },
  },
};
