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

beforeAll(async () => {
  ours = await makeWorkspace(database.db, TEAM);
  await addFive(ours);
  stub = await startSlackStub({ id: TEAM, name: 'One' });
  stub.answers.set('users.info', ({ user }) => ({
    user: {
      id: user,
      real_name: user,
      locale: user === DANE ? 'da-DK' : 'en-US',
      tz: 'Europe/Copenhagen',
      team_id: TEAM,
      is_admin: user === 'U0ANNA',
      is_restricted: user === GUEST,
    },
  }));
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

it('managers named unseen are asked in their language, and guests not at all', async () => {
  const form = await openSettings();
  const option = (value: string) => ({
    selected_option: { value, text: { type: 'plain_text', text: value } },
  });
  const values = {
    managers: { managers: { type: 'multi_users_select', selected_users: ['U0MONA', DANE, GUEST] } },
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
    view: { ...form, id: 'V1', hash: 'h1', state: { values } },
  });
  expect(await answer.json()).toMatchObject({ response_action: 'update' });
  await idle();
  expect((await readSettings(ours.job())).managers).toEqual([DANE, 'U0MONA']);

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
