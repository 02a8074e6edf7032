import type { ModalView } from '@slack/types';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { readAudience } from '../../../src/services/delivery/due-post.ts';
import { readSettings } from '../../../src/services/setup/read-settings.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createLogger } from '../../../src/slack/logger.ts';
import { registerSetup } from '../../../src/slack/settings/register.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import {
  deliverInteraction,
  SIGNING_SECRET,
  type SlackStub,
  startSlackStub,
} from '../../support/slack-stub.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const TEAM = 'T0ONE';
/** Neither has used the app yet. */
const DANE = 'U0DORTE';
const GUEST = 'U0GUEST';
const database = useDatabase();
let ours: TestWorkspace;
let stub: SlackStub;
let slack: SlackApp;
let port = 0;
/** Of whom Slack says nothing the next time it is asked. */
const silentOnce = new Set<string>();

beforeAll(async () => {
  ours = await makeWorkspace(database.db, TEAM);
  await addFive(ours);
  stub = await startSlackStub({ id: TEAM, name: 'One' });
  stub.answers.set('users.info', ({ user = '' }) => {
    if (silentOnce.delete(user)) return {};
    return {
      user: {
        id: user,
        real_name: user,
        locale: user === DANE ? 'da-DK' : 'en-US',
        tz: 'Europe/Copenhagen',
        team_id: TEAM,
        is_admin: user === 'U0ANNA',
        is_restricted: user === GUEST,
      },
    };
  });
  slack = createSlackApp({
    slack: { mode: 'http', botToken: 'xoxb-managers', signingSecret: SIGNING_SECRET, apiUrl: stub.apiUrl },
    port: 0,
    db: database.db,
    checkDatabase: async () => {},
    log: createLogger('silent'),
    adminUserIds: [],
    register: registerSetup,
  });
  ({ port } = await slack.start());
});
afterAll(async () => {
  await slack.stop();
  await stub.stop();
});

const user = { id: 'U0ANNA', team_id: TEAM };
const idle = async () => {
  while (slack.app.running.size > 0) await Promise.allSettled(slack.app.running);
};

/** The settings as Anna has them before her. */
async function openSettings(): Promise<ModalView> {
  const pressed = {
    action_id: 'setup.open',
    type: 'button',
    value: '{"form":true}',
    block_id: 'b',
    action_ts: '1',
  };
  await deliverInteraction(port, {
    type: 'block_actions',
    user,
    team: { id: TEAM },
    trigger_id: '1.2',
    response_url: stub.responseUrl,
    container: { type: 'message', channel_id: 'C0SALES', message_ts: '1.1' },
    channel: { id: 'C0SALES', name: 'sales' },
    actions: [pressed],
  });
  await idle();
  const opened = stub.calls.findLast(({ method }) => method === 'views.open');
  return JSON.parse(opened?.args.view ?? '{}') as ModalView;
}

/** Submits the settings with these managers. */
async function submit(form: ModalView, managers: string[], hash: string) {
  const option = (value: string) => ({
    selected_option: { value, text: { type: 'plain_text', text: value } },
  });
  const values = {
    managers: { managers: { type: 'multi_users_select', selected_users: managers } },
    approvalPolicy: { approvalPolicy: { type: 'radio_buttons', ...option('campaign') } },
    flaggedPolicy: { flaggedPolicy: { type: 'radio_buttons', ...option('allow') } },
    locale: { locale: { type: 'static_select', ...option('en') } },
    timeZone: { timeZone: { type: 'external_select', ...option('UTC') } },
    currency: { currency: { type: 'external_select', ...option('EUR') } },
  };
  const answer = await deliverInteraction(port, {
    type: 'view_submission',
    user,
    team: { id: TEAM },
    trigger_id: '1.3',
    view: { ...form, id: 'V1', hash, state: { values } },
  });
  await idle();
  return await answer.json();
}
const managers = async () => (await readSettings(ours.job())).managers;
const refusal = (names: string) => ({
  response_action: 'errors',
  errors: {
    'managers:1': `Only full members of this workspace can be managers, not guests or people of other organizations. Please take out ${names}.`,
  },
});

it('a guest is refused at the field, whether the app has seen them before or not, and nothing is saved', async () => {
  const form = await openSettings();
  const before = await managers();
  expect(await submit(form, ['U0MONA', DANE, GUEST], 'g1')).toEqual(refusal(GUEST));
  await database.sql`
    update members set outsider = true, profile_read_at = now() where workspace_id = ${ours.id} and slack_user_id = 'U0SOREN'`;
  expect(await submit(form, ['U0MONA', DANE, 'U0SOREN'], 'g2')).toEqual(refusal('Søren Salg'));
  expect(await managers()).toEqual(before);
});

it('managers named unseen are asked in their language, and guests not at all', async () => {
  // So that they are known as a guest after the settings are saved only.
  silentOnce.add(GUEST);
  expect(await submit(await openSettings(), ['U0MONA', DANE, GUEST], 'h1')).toMatchObject({
    response_action: 'update',
  });
  expect((await readSettings(ours.job())).managers).toEqual([DANE, 'U0MONA']);
  const told = stub.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args);
  expect(told).toMatchObject([{ channel: 'U0ANNA', text: expect.stringContaining(`<@${GUEST}> cannot be`) }]);

  const no = await makeSegment(ours.as('rita'), { campaignNo: 'CP1001' });
  await submitSegment(ours.as('rita'), { no });
  const asked = async (channel: string) =>
    (
      await database.db
        .select({ content: channelPosts.content })
        .from(channelPosts)
        .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.channel, channel)))
    ).map(({ content }) => (content as { kind: string }).kind);
  expect(await asked(DANE)).toEqual(['approval-request']);
  expect((await readAudience(ours.job(), DANE)).locale).toBe('da');
  expect(await asked(GUEST)).toEqual([]);
});
