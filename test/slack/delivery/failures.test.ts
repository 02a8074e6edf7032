import { and, eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { showRequest } from '../../../src/services/approvals/show-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { postAgain } from '../../../src/services/delivery/post-again.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, message, startHarness } from './harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  await database.sql`update channel_posts set status = 'failed', error = 'cleared'`;
  h = await startHarness(ours);
});
afterEach(() => h.slack.stop());

const postOf = async (key: string) => {
  const [row] = await database.db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.key, key)));
  return row;
};

describe('a post that Slack will never take', () => {
  it('is given up with its replies, others go on, and the person who asked is told', async () => {
    const runId = await startRun(ours, await makeSegment(ours.as('rita')));
    await h.drain('U0RITA');
    const result = await logSegment(ours.job(), { runId });
    const loggedSegmentId = result.status === 'done' ? result.loggedSegmentId : 0;
    const other = await h.write({ key: 'another' });
    h.slack.faults.set('chat.postMessage', [{ error: 'not_in_channel' }]);
    await h.drain(CHANNEL);

    const inChannel = h.slack.messages.filter((one) => one.channel === CHANNEL);
    expect(inChannel).toHaveLength(1);
    expect((await h.row(other)).status).toBe('posted');
    expect(await postOf(`logged-segment:${loggedSegmentId}`)).toMatchObject({
      status: 'failed',
      error: 'not_in_channel',
    });
    expect(await postOf(`log-csv:${loggedSegmentId}`)).toMatchObject({
      status: 'failed',
      error: 'parent_failed',
    });
    expect(await showRun(ours.as('rita'), { runId })).toMatchObject({
      status: 'done',
      postingError: 'not_in_channel',
      onlyFileMissing: false,
    });
    // Once because the logging was done, once because the channel got nothing.
    expect(await postOf(`log-run:${runId}`)).toMatchObject({ revision: 3, status: 'waiting' });
    await h.drain('U0RITA');
    expect(h.slack.messages.filter((one) => one.channel === 'D0RITA')).toMatchObject([
      { edits: 1 },
      { text: expect.stringContaining('channel-problem') },
    ]);

    expect(await postAgain(ours.as('rita'), { channel: CHANNEL })).toEqual({ waiting: 3 });
    await h.drain(CHANNEL);
    expect(h.slack.messages.filter((one) => one.channel === CHANNEL)).toHaveLength(4);
    expect(await showRun(ours.as('rita'), { runId })).toMatchObject({ postingError: null });
    expect(await postAgain(ours.as('rita'), { channel: CHANNEL })).toEqual({ waiting: 0 });
  });

  it('to an approver: the requester is told who could not be asked', async () => {
    const no = await makeSegment(ours.as('rita'), { campaignNo: 'CP1001' });
    const { requestId } = await submitSegment(ours.as('rita'), { no });
    h.slack.faults.set('chat.postMessage', [{ error: 'user_not_found' }, { error: 'user_not_found' }]);
    await h.drain('U0MONA');
    await h.drain('U0OLAF');
    expect(await showRequest(ours.as('rita'), { requestId })).toMatchObject({
      unreached: [
        { slackUserId: 'U0MONA', error: 'user_not_found' },
        { slackUserId: 'U0OLAF', error: 'user_not_found' },
      ],
    });
    expect(await postOf(`approval-unreached:${requestId}`)).toMatchObject({ channel: 'U0RITA', revision: 2 });
    await h.drain('U0RITA');
    await h.drain('U0ANNA');
    expect(h.slack.messages.map((one) => one.channel)).toEqual(['D0RITA', 'D0ANNA']);
  });

  it('is tried anew when what it tells of changes', async () => {
    const id = await h.write({ key: 'later', subject: 'run:77' });
    h.slack.faults.set('chat.postMessage', [{ error: 'is_archived' }]);
    await h.drain();
    expect(await h.row(id)).toMatchObject({ status: 'failed', error: 'is_archived' });
    await h.refresh('run:77');
    await h.drain();
    expect(await h.row(id)).toMatchObject({ status: 'posted', error: null });
  });
});

describe('a post that cannot be put into words', () => {
  it('is tried five times, then given up, and does not hold up the others', async () => {
    const bad = await h.write({ key: 'bad', content: { kind: 'log-csv', loggedSegmentId: 404 } });
    const good = await h.write({ key: 'good' });
    h.render.post = async (_ctx, content) => {
      if (content.kind === 'log-csv') throw new Error('Out of words');
      return message('Fine');
    };
    for (let i = 0; i < 4; i += 1) await expect(h.run()).rejects.toThrow('Out of words');
    await h.drain();
    expect(await h.row(bad)).toMatchObject({ status: 'failed', error: 'render_failed' });
    expect((await h.row(good)).status).toBe('posted');
  });

  it('because what it told of is gone: is not posted, nor are its replies', async () => {
    const parentId = await h.write({ key: 'gone' });
    const reply = await h.write({ key: 'gone reply', parentId });
    h.render.post = async () => ({ kind: 'gone' });
    await h.drain();
    expect(h.slack.messages).toEqual([]);
    expect((await h.row(reply)).error).toBe('parent_failed');
    const late = await h.write({ key: 'late reply', parentId });
    await h.drain();
    expect((await h.row(late)).error).toBe('parent_failed');
  });
});
