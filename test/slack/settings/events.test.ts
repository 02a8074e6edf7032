import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createLogger } from '../../../src/slack/logger.ts';
import { registerSetup } from '../../../src/slack/settings/register.ts';
import { useDatabase } from '../../support/database.ts';
import { deliverEvent, SIGNING_SECRET, type SlackStub, startSlackStub } from '../../support/slack-stub.ts';
import { makeWorkspace } from '../../support/workspace.ts';

const TEAM = 'T0ONE';
const database = useDatabase();
let stub: SlackStub;
let slack: SlackApp;
let port = 0;
let count = 0;
const gone: string[] = [];

beforeAll(async () => {
  await makeWorkspace(database.db, TEAM);
  await makeWorkspace(database.db, 'T0TWO');
  stub = await startSlackStub({ id: TEAM, name: 'One' });
  slack = createSlackApp({
    slack: { mode: 'http', botToken: 'xoxb-events', signingSecret: SIGNING_SECRET, apiUrl: stub.apiUrl },
    port: 0,
    db: database.db,
    checkDatabase: async () => {},
    log: createLogger('silent'),
    adminUserIds: [],
    tokenGone: (event) => gone.push(event),
    register: registerSetup,
  });
  ({ port } = await slack.start());
});
afterAll(async () => {
  await slack.stop();
  await stub.stop();
});

async function tell(event: object): Promise<void> {
  count += 1;
  const envelope = {
    type: 'event_callback',
    event_id: `Ev${count}`,
    team_id: TEAM,
    authorizations: [{ team_id: TEAM }],
  };
  expect((await deliverEvent(port, { ...envelope, event })).status).toBe(200);
  while (slack.app.running.size > 0) await Promise.allSettled(slack.app.running);
}

/** Somebody's rows, a row per workspace. */
const membersOf = (slackUserId: string) => database.sql`
  select w.team_id, m.name, m.locale, m.time_zone, m.is_manager, m.deactivated
  from members m join workspaces w on w.id = m.workspace_id where m.slack_user_id = ${slackUserId} order by w.team_id`;

it('keeps what Slack says of a member, in this workspace only', async () => {
  const user = { id: 'U0MONA', real_name: 'Mona Møller', locale: 'da-DK', tz: 'Europe/Oslo', team_id: TEAM };
  await tell({ type: 'user_change', user });
  expect(await membersOf('U0MONA')).toMatchObject([
    { team_id: TEAM, name: 'Mona Møller', locale: 'da-DK', time_zone: 'Europe/Oslo', is_manager: true },
    { team_id: 'T0TWO', name: 'Mona Manager' },
  ]);
});

it('asks Slack for the language when the event does not say it', async () => {
  stub.answers.set('users.info', ({ user }) => ({
    user: { id: user, real_name: 'Olaf', locale: 'da-DK', tz: 'Mars/Olympus', team_id: TEAM },
  }));
  await tell({ type: 'user_change', user: { id: 'U0OLAF', real_name: 'Olaf' } });
  expect((await membersOf('U0OLAF'))[0]).toMatchObject({ name: 'Olaf', locale: 'da-DK', time_zone: 'UTC' });
});

it('takes the manager’s role from somebody who has left', async () => {
  await tell({ type: 'user_change', user: { id: 'U0ANNA', deleted: true, locale: 'da-DK', team_id: TEAM } });
  expect(await membersOf('U0ANNA')).toMatchObject([
    { is_manager: false, deactivated: true },
    { is_manager: true, deactivated: false },
  ]);
});

it('hears of the end of the installation, and of events of another shape, without failing', async () => {
  await tell({ type: 'app_uninstalled' });
  await tell({ type: 'tokens_revoked', tokens: { oauth: ['U0RITA'], bot: ['U0BOT'] } });
  await tell({ type: 'tokens_revoked', tokens: { oauth: ['U0RITA'] } });
  await tell({ type: 'user_change', user: 'nobody' });
  // Only the bot's token is the app's.
  expect(gone).toEqual(['app_uninstalled', 'tokens_revoked']);
});
