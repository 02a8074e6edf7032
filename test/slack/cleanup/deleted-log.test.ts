import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { scheduleFollowUp } from '../../../src/services/follow-ups/schedule.ts';
import { cancelLoggedSegment } from '../../../src/services/interactions/cancel-logged-segment.ts';
import { logGoneMessage } from '../../../src/slack/cleanup/message.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { cleanUpNow } from '../../support/cleanup.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, logNow, makeSegment } from '../../support/loggable.ts';
import { markupIn, NASTY_NAMES, validMessage } from '../../support/valid-slack.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, startHarness } from '../delivery/harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  ours = await makeWorkspace(database.db, 'T0OURS');
  for (const workspace of [theirs, ours]) await addFive(workspace);
  // The same ids, in the other workspace.
  await logNow(theirs, await makeSegment(theirs.as('rita')));
});
beforeEach(async () => {
  h = await startHarness(ours);
  h.render.post = renderPost;
});
afterEach(() => h.slack.stop());

/** A log that is canceled and cleared away. */
async function deleted(posted: boolean) {
  const no = await makeSegment(ours.as('rita'));
  const { entryNo } = await logNow(ours, no);
  if (posted) {
    await scheduleFollowUp(ours.as('rita'), { entryNo, when: 'in 3 weeks' });
    await drain();
  }
  await cancelLoggedSegment(ours.as('anna'), { entryNo, canceled: true });
  if (posted) await drain();
  await cleanUpNow(ours, { kinds: ['loggedSegments'] });
  return no;
}
async function drain() {
  for (const channel of [CHANNEL, 'U0RITA']) await h.drain(channel);
}
/** What was last written where the log's message stands, and where its outcome was told. */
const last = (channel: string) => {
  const [top] = h.slack.messages.filter((one) => one.channel === channel && !one.thread_ts);
  const call = h.slack.calls.findLast(({ method, args }) => method === 'chat.update' && args.ts === top?.ts);
  return { text: call?.args.text, blocks: call?.args.blocks ?? '' };
};
const unfinished = () => database.sql`
  select key, status, error from channel_posts
  where workspace_id = ${ours.id} and posted_revision < revision and status <> 'failed' and channel <> 'U0ANNA'`;

it('leaves a message that says so, without buttons, in the channel and for whoever logged it', async () => {
  const no = await deleted(true);
  expect(last(CHANNEL).blocks).toContain('follow-up.open');
  await drain();
  for (const channel of [CHANNEL, 'D0RITA']) {
    const { text, blocks } = last(channel);
    expect(text).toBe(`*${no}* Autumn call was logged; the log was canceled and has been deleted since.`);
    expect(blocks).not.toContain('"actions"');
  }
  const gone = h.slack.messages.filter((one) => one.channel === 'D0RITA' && one.text.includes('deleted'));
  // How the logging went, and a follow-up that nobody can answer any more.
  expect(gone.map(({ edits }) => edits > 0)).toEqual([true, true]);
  const touched = await database.sql`
    select 1 from channel_posts where workspace_id = ${theirs.id} and content->>'kind' = 'log-deleted'`;
  expect(touched).toHaveLength(0);
});

it('is no trouble where the message is gone, or never came', async () => {
  await deleted(true);
  h.slack.faults.set('chat.update', [{ error: 'message_not_found' }, { error: 'is_archived' }]);
  await drain();
  expect(await unfinished()).toEqual([]);
  const calls = h.slack.calls.length;
  const no = await deleted(false);
  await drain();
  expect(await unfinished()).toEqual([]);
  const said = h.slack.calls.slice(calls).filter(({ args }) => args.channel === CHANNEL);
  expect(said.filter(({ args }) => args.text?.includes(no))).toEqual([]);
});

it.each(NASTY_NAMES)('stands names with %s', (_what, description) => {
  const message = logGoneMessage('da', { segmentNo: 'SM00001', description });
  expect(markupIn(validMessage(message))).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
});
