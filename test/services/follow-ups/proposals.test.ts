import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { channelPosts, followUpProposals } from '../../../src/db/schema/index.ts';
import { type TaskTools, tasks } from '../../../src/jobs/tasks.ts';
import { answerProposal } from '../../../src/services/follow-ups/answer.ts';
import { proposeFollowUp } from '../../../src/services/follow-ups/propose.ts';
import { scheduleFollowUp } from '../../../src/services/follow-ups/schedule.ts';
import { showProposal } from '../../../src/services/follow-ups/show.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';
import { logWithOutcomes, namesOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let entryNo: number;

const rita = () => ours.as('rita');
const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => () => new Date(NOON.getTime() + days * DAY);

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [theirs, ours]) ({ entryNo } = await logWithOutcomes(workspace));
});

describe('a proposal', () => {
  const statusOf = async (proposalId: number) => (await showProposal(rita(), { proposalId })).status;
  const postsOf = (proposalId: number) =>
    database.db
      .select({ channel: channelPosts.channel, content: channelPosts.content })
      .from(channelPosts)
      .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.subject, `follow-up:${proposalId}`)))
      .orderBy(asc(channelPosts.id));

  it('comes once when it is due, can be put off, and creates one segment however often one presses', async () => {
    const { proposalId, dueAt } = await scheduleFollowUp(rita(), {
      entryNo,
      outcome: 'reached',
      when: 'in 3 weeks',
    });
    expect(dueAt).toBe('2026-12-14T08:00:00.000Z');
    const [job] = await database.sql`
      select run_at from graphile_worker.jobs where key = ${`follow-up:${ours.id}:${proposalId}`}`;
    expect(new Date(String(job?.run_at)).toISOString()).toBe(dueAt);
    expect(await postsOf(proposalId)).toMatchObject([{ channel: 'U0RITA', content: { due: null } }]);

    const propose = (days: number) => proposeFollowUp(ours.job({ now: later(days) }), { proposalId });
    expect(await propose(1)).toBe(false);
    const came = await Promise.all([propose(21), propose(21), propose(21)]);
    expect(came.filter(Boolean)).toHaveLength(1);
    expect(await postsOf(proposalId)).toHaveLength(2);
    expect(await proposeFollowUp(theirs.job({ now: later(99) }), { proposalId })).toBe(false);

    const at = { ...rita(), now: later(21) };
    await Promise.all([1, 2].map(() => answerProposal(at, { proposalId, answer: 'later' })));
    const first = '2026-12-14T08:00:00.000Z';
    expect(await showProposal(rita(), { proposalId })).toMatchObject({
      status: 'waiting',
      dueAt: later(28)(),
      asked: [first],
    });
    expect(await propose(22)).toBe(false);
    expect(await propose(28)).toBe(true);
    const asked = [first, later(28)().toISOString()];
    expect(await showProposal(rita(), { proposalId })).toMatchObject({ status: 'proposed', asked });
    expect(await postsOf(proposalId)).toHaveLength(3);

    await Promise.all([1, 2, 3].map(() => answerProposal(at, { proposalId, answer: 'create' })));
    const { status, createdNo } = await showProposal(rita(), { proposalId });
    expect(status).toBe('created');
    expect(await namesOf(rita(), createdNo ?? '')).toEqual(['Bo', 'Zeta', 'Quiet']);
    const created = await database.sql`
      select 1 from audit_log where workspace_id = ${ours.id}
        and action = 'follow-up.create' and subject_id = ${String(proposalId)}`;
    expect(created).toHaveLength(1);
    await answerProposal(at, { proposalId, answer: 'dismiss' });
    expect(await statusOf(proposalId)).toBe('created');
  });

  it('comes all the same when its job ran a moment too early', async () => {
    const { proposalId } = await scheduleFollowUp(rita(), { entryNo, when: 'in 3 weeks' });
    const key = `follow-up:${ours.id}:${proposalId}`;
    await database.sql`delete from graphile_worker._private_jobs where key = ${key}`;
    const run = (now: number) =>
      tasks['propose-follow-up'](
        { db: database.db, now: () => new Date(now) } as unknown as TaskTools,
        { workspaceId: ours.id, proposalId },
        { jobId: '1', last: false },
      );
    const due = later(21)().getTime() - 3 * 60 * 60 * 1000;
    await run(due - 1000);
    const [job] = await database.sql`
      select run_at - now() < interval '2 seconds' as soon from graphile_worker.jobs where key = ${key}`;
    expect(job).toEqual({ soon: true });
    await run(due);
    expect(await statusOf(proposalId)).toBe('proposed');
  });

  it('keeps the description that was typed, for the segment that comes of it', async () => {
    const wanted = { entryNo, outcome: 'not-reached', when: 'in 3 weeks' } as const;
    await expect(scheduleFollowUp(rita(), { ...wanted, description: 'x'.repeat(101) })).rejects.toMatchObject(
      { code: 'too_long', fields: [{ field: 'description' }] },
    );
    const { proposalId } = await scheduleFollowUp(rita(), { ...wanted, description: ' Second round ' });
    expect(await showProposal(rita(), { proposalId })).toMatchObject({ wished: 'Second round' });
    await proposeFollowUp(ours.job({ now: later(21) }), { proposalId });
    const at = { ...rita(), now: later(21) };
    await answerProposal(at, { proposalId, answer: 'later' });
    await answerProposal(at, { proposalId, answer: 'create' });
    const { createdNo } = await showProposal(rita(), { proposalId });
    expect((await showSegment(rita(), { no: createdNo ?? '' })).header.description).toBe('Second round');
  });

  it('is answered by whoever wished for it, and not proposed once it is dismissed', async () => {
    const { proposalId } = await scheduleFollowUp(rita(), { entryNo, when: 'tomorrow' });
    const answer = { proposalId, answer: 'dismiss' as const };
    for (const stranger of [ours.as('soren'), theirs.as('rita')]) {
      await expect(answerProposal(stranger, answer)).rejects.toMatchObject({ code: 'follow_up_not_found' });
    }
    await answerProposal(rita(), answer);
    expect(await proposeFollowUp(ours.job({ now: later(2) }), { proposalId })).toBe(false);
    expect(await statusOf(proposalId)).toBe('dismissed');
  });

  it('needs a day to come', async () => {
    for (const when of ['yesterday', 'when pigs fly']) {
      await expect(scheduleFollowUp(rita(), { entryNo, when })).rejects.toMatchObject({
        fields: [{ field: 'when' }],
      });
    }
    const rows = await database.db
      .select()
      .from(followUpProposals)
      .where(eq(followUpProposals.workspaceId, theirs.id));
    expect(rows).toEqual([]);
  });
});
