import { and, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { campaigns, channelPosts, logRuns, workspaceSettings } from '../../../src/db/schema/index.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeApproved, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

const rita = () => ours.as('rita');
const state = async (no: string) => (await showSegment(rita(), { no })).header.state;
const code = (wanted: string) => ({ code: wanted });

describe('asking for the logging of a segment', () => {
  it('starts a job and tells the person who asked', async () => {
    const { no } = await makeApproved(ours);
    const { runId } = await requestLogging(rita(), { no, channel: CHANNEL, followUp: true });
    expect(await state(no)).toBe('logging');
    expect(await showRun(rita(), { runId })).toMatchObject({
      status: 'queued',
      channel: CHANNEL,
      followUp: true,
      requestedBy: { slackUserId: 'U0RITA' },
      logged: null,
      error: null,
    });
    const jobs = await database.sql`
      select task_identifier, queue_name, max_attempts from graphile_worker.jobs
      where key = ${`log-run:${ours.id}:${runId}`}`;
    expect(jobs).toMatchObject([{ task_identifier: 'log-segment', max_attempts: 10 }]);
    const [progress] = await database.db
      .select()
      .from(channelPosts)
      .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.key, `log-run:${runId}`)));
    expect(progress).toMatchObject({ channel: 'U0RITA', subject: `run:${runId}` });
    expect(await showRun(theirs.as('rita'), { runId })).toBeUndefined();
  });

  it('needs the approval that the policy asks for', async () => {
    const campaign = await makeSegment(rita(), { campaignNo: 'CP1001' });
    await expect(requestLogging(rita(), { no: campaign, channel: CHANNEL })).rejects.toMatchObject(
      code('approval_missing'),
    );
    await submitSegment(rita(), { no: campaign });
    await expect(requestLogging(rita(), { no: campaign, channel: CHANNEL })).rejects.toMatchObject(
      code('approval_missing'),
    );
    const free = await makeSegment(rita());
    await requestLogging(rita(), { no: free, channel: CHANNEL });
    expect(await state(free)).toBe('logging');
  });

  it('needs it again when the segment was changed after the approval', async () => {
    const { no } = await makeApproved(ours);
    await reduceContacts(rita(), { no, criteria: criteria('name:Bo') });
    await expect(requestLogging(rita(), { no, channel: CHANNEL })).rejects.toMatchObject(
      code('approval_missing'),
    );
  });

  it('refuses a segment that could not be logged', async () => {
    const bare = await createSegment(rita(), { description: 'Empty', templateCode: 'BUS' });
    await expect(requestLogging(rita(), { no: bare.no, channel: CHANNEL })).rejects.toMatchObject(
      code('segment_empty'),
    );
    const nameless = await makeSegment(rita(), { description: '' });
    await expect(requestLogging(rita(), { no: nameless, channel: CHANNEL })).rejects.toMatchObject(
      code('description_missing'),
    );
    const { no } = await createSegment(rita(), { description: 'No template' });
    await add(rita(), { no, criteria: criteria('') });
    await expect(requestLogging(rita(), { no, channel: CHANNEL })).rejects.toMatchObject(
      code('template_missing'),
    );
  });

  it("goes to the campaign's channel, else the workspace's, else it must be named", async () => {
    const no = await makeSegment(rita());
    await expect(requestLogging(rita(), { no })).rejects.toMatchObject({
      ...code('channel_missing'),
      fields: [{ field: 'channel' }],
    });
    await database.db
      .update(workspaceSettings)
      .set({ logChannel: 'C0USUAL' })
      .where(eq(workspaceSettings.workspaceId, ours.id));
    expect((await requestLogging(rita(), { no })).channel).toBe('C0USUAL');
    const first = await makeApproved(ours);
    expect((await requestLogging(rita(), { no: first.no })).channel).toBe('C0USUAL');
    await database.db
      .update(campaigns)
      .set({ logChannel: 'C0AUTUMN' })
      .where(and(eq(campaigns.workspaceId, ours.id), eq(campaigns.no, 'CP1001')));
    const second = await makeApproved(ours);
    expect((await requestLogging(rita(), { no: second.no })).channel).toBe('C0AUTUMN');
  });

  it('of twenty at once, starts one', async () => {
    const no = await makeSegment(rita());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => requestLogging(rita(), { no, channel: CHANNEL })),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject(code('segment_being_logged'));
    }
    const { header } = await showSegment(rita(), { no });
    const runs = await database.db
      .select()
      .from(logRuns)
      .where(and(eq(logRuns.workspaceId, ours.id), eq(logRuns.segmentId, header.id)));
    expect(runs).toHaveLength(1);
    const posts = await database.db
      .select()
      .from(channelPosts)
      .where(and(eq(channelPosts.workspaceId, ours.id), like(channelPosts.key, `log-run:${runs[0]?.id}`)));
    expect(posts).toHaveLength(1);
  });

  it('46: never happens twice for a number, since that of a logged segment stays taken', async () => {
    const no = await makeSegment(rita());
    const { runId } = await requestLogging(rita(), { no, channel: CHANNEL });
    await logSegment(ours.job(), { runId });
    await database.sql`update logged_segments set canceled = true where workspace_id = ${ours.id} and segment_no = ${no}`;
    await expect(requestLogging(rita(), { no, channel: CHANNEL })).rejects.toMatchObject(
      code('segment_logged'),
    );
    await database.sql`update number_series set manual_allowed = true where workspace_id = ${ours.id}`;
    await expect(createSegment(rita(), { no })).rejects.toMatchObject(code('number_taken'));
  });

  it('answers a repeated request with the first answer', async () => {
    const no = await makeSegment(rita());
    const wanted = { no, channel: CHANNEL, requestKey: `log:${no}` };
    const first = await requestLogging(rita(), wanted);
    expect(await requestLogging(rita(), wanted)).toEqual(first);
  });

  it('keeps the segment from being changed meanwhile, and knows none of another workspace', async () => {
    const no = await makeSegment(rita());
    await expect(requestLogging(theirs.as('rita'), { no, channel: CHANNEL })).rejects.toMatchObject(
      code('segment_not_found'),
    );
    await requestLogging(rita(), { no, channel: CHANNEL });
    await expect(reduceContacts(rita(), { no, criteria: criteria('name:Bo') })).rejects.toMatchObject(
      code('segment_being_logged'),
    );
  });
});
