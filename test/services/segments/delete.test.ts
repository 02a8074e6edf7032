import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import {
  approvalRequests,
  callItems,
  callLists,
  channelPosts,
  segmentLines,
  segmentSteps,
  segments,
} from '../../../src/db/schema/index.ts';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { showRequest } from '../../../src/services/approvals/show-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { showList } from '../../../src/services/call-lists/show-list.ts';
import { activateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { copySegment } from '../../../src/services/segments/copy.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { deleteSegment } from '../../../src/services/segments/delete-segment.ts';
import { segmentFileOf } from '../../../src/services/segments/export-file.ts';
import { listSegments } from '../../../src/services/segments/list-segments.ts';
import { nearSegmentNumbers } from '../../../src/services/segments/near-numbers.ts';
import { shareSegment } from '../../../src/services/segments/share.ts';
import { sharedSegment } from '../../../src/services/segments/shared-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeApproved, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { groupOf } from '../campaigns/support.ts';

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
const idOf = async (no: string, ctx: MemberContext = rita()) => (await showSegment(ctx, { no })).header.id;

/** What is left of a segment: its row, and how many lines and steps. */
async function left(segmentId: number, workspace = ours) {
  const of = <T extends typeof segmentLines | typeof segmentSteps>(table: T) =>
    database.db.$count(table, and(eq(table.workspaceId, workspace.id), eq(table.segmentId, segmentId)));
  const [row] = await database.db
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspace.id), eq(segments.id, segmentId)));
  return { row, lines: await of(segmentLines), steps: await of(segmentSteps) };
}

describe('deleting a segment', () => {
  it('takes its lines, steps and edits, and leaves a mark with its number', async () => {
    const no = await makeSegment(rita());
    const theirNo = await makeSegment(theirs.as('rita'));
    const id = await idOf(no);
    await updateHeader(rita(), { no, changes: { unitCost: '9.00' }, lines: 'keep' });
    await undoStep(rita(), { no });
    const input = { no, requestKey: 'delete-twice' };
    const did = { segmentNo: no, lines: { companies: 2, people: 3 }, steps: 2 };
    expect(await deleteSegment(rita(), input)).toEqual(did);
    expect(await deleteSegment(rita(), input)).toEqual(did);
    expect(await left(id)).toMatchObject({
      row: {
        no,
        state: 'deleted',
        companies: 0,
        people: 0,
        lastStep: 0,
        cost: '0.00',
        changedBy: PEOPLE.rita.id,
      },
      lines: 0,
      steps: 0,
    });
    const there = await left(await idOf(theirNo, theirs.as('rita')), theirs);
    expect(there).toMatchObject({ row: { state: 'open' }, lines: 5, steps: 1 });
  });

  it('makes it unknown to all who work on segments, and its number is not used again', async () => {
    const no = await makeSegment(rita());
    const segmentId = await idOf(no);
    await deleteSegment(rita(), { no });
    const gone = { code: 'segment_deleted', params: { no } };
    await expect(showSegment(rita(), { no })).rejects.toMatchObject(gone);
    await expect(undoStep(rita(), { no })).rejects.toMatchObject(gone);
    await expect(deleteSegment(rita(), { no })).rejects.toMatchObject(gone);
    await expect(copySegment(rita(), { no })).rejects.toMatchObject(gone);
    await expect(shareSegment(rita(), { no, channel: 'C0SALES' })).rejects.toMatchObject(gone);
    await expect(segmentFileOf(ours.job(), { segmentId })).rejects.toMatchObject(gone);
    const { segments: listed, total } = await listSegments(rita(), { limit: 50 });
    expect(listed.map((one) => one.no)).not.toContain(no);
    expect(total).toBe(listed.length);
    expect((await nearSegmentNumbers(rita(), no)).map((one) => one.no)).not.toContain(no);

    await database.sql`
      update number_series set manual_allowed = true where workspace_id = ${ours.id} and series = 'segment'`;
    await expect(createSegment(rita(), { no, description: 'Again' })).rejects.toMatchObject({
      code: 'number_taken',
    });
    expect((await createSegment(rita(), { description: 'Next' })).no).not.toBe(no);
  });

  it('is for who created it, managers and admins', async () => {
    const [first, second] = [await makeSegment(rita()), await makeSegment(rita())];
    await expect(deleteSegment(ours.as('soren'), { no: first })).rejects.toMatchObject({
      code: 'not_yours_to_delete',
      params: { by: 'U0RITA' },
    });
    const may = async (person: 'rita' | 'soren' | 'mona') =>
      (await showSegment(ours.as(person), { no: first })).actions.includes('delete');
    expect([await may('rita'), await may('soren'), await may('mona')]).toEqual([true, false, true]);
    await deleteSegment(ours.as('mona'), { no: first });
    await deleteSegment(ours.as('anna'), { no: second });
    const guest = ours.as('rita', { actor: { outsider: true } });
    await expect(deleteSegment(guest, { no: first })).rejects.toMatchObject({ code: 'outsider' });
  });

  it('is refused when somebody changed it meanwhile, and once it is logged or about to be', async () => {
    const no = await makeSegment(rita());
    const { version } = (await showSegment(rita(), { no })).header;
    await undoStep(ours.as('soren'), { no });
    await expect(deleteSegment(rita(), { no, expectedVersion: version })).rejects.toMatchObject({
      code: 'segment_moved_on',
      params: { by: 'U0SOREN', change: 'undo' },
    });
    const logged = await makeSegment(rita());
    const runId = await startRun(ours, logged);
    await expect(deleteSegment(rita(), { no: logged })).rejects.toMatchObject({
      code: 'segment_being_logged',
    });
    await logSegment(ours.job(), { runId });
    await expect(deleteSegment(rita(), { no: logged })).rejects.toMatchObject({ code: 'segment_logged' });
  });
});

describe('what refers to a deleted segment', () => {
  it('learns that a request or an approval is void, and the decision is kept', async () => {
    const waiting = await makeSegment(rita(), { campaignNo: 'CP1001' });
    const { requestId } = await submitSegment(rita(), { no: waiting });
    await deleteSegment(rita(), { no: waiting });
    expect(await showRequest(ours.job(), { requestId })).toMatchObject({
      segmentNo: waiting,
      status: 'voided',
      change: { fields: ['deleted'], removed: { companies: 2, people: 3 } },
    });
    await expect(approveRequest(ours.as('mona'), { requestId })).rejects.toMatchObject({
      code: 'request_voided',
    });

    const approved = await makeApproved(ours);
    await deleteSegment(rita(), { no: approved.no });
    const [row] = await database.db
      .select()
      .from(approvalRequests)
      .where(and(eq(approvalRequests.workspaceId, ours.id), eq(approvalRequests.id, approved.requestId)));
    expect(row).toMatchObject({ status: 'voided', decidedBy: PEOPLE.mona.id, comment: 'Good list' });
  });

  it('shows it: cards in channels say that it is deleted', async () => {
    const no = await makeSegment(rita());
    const segmentId = await idOf(no);
    await shareSegment(rita(), { no, channel: 'C0SALES' });
    await database.sql`update channel_posts set posted_revision = revision, status = 'posted'`;
    await deleteSegment(rita(), { no });
    const [card] = await database.db
      .select()
      .from(channelPosts)
      .where(eq(channelPosts.subject, `segment-card:${segmentId}`))
      .orderBy(asc(channelPosts.id));
    expect(card?.status).toBe('waiting');
    const shared = await sharedSegment(ours.job(), { segmentId, memberId: PEOPLE.rita.id });
    expect(shared).toMatchObject({ header: { no, state: 'deleted' }, lastStep: null, loggable: false });
  });

  it('ends with it: a call list, unless somebody is calling', async () => {
    const no = await makeSegment(rita());
    const segmentId = await idOf(no);
    const { id: workspaceId } = ours;
    const [list] = await database.db
      .insert(callLists)
      .values({ workspaceId, segmentId, channel: 'C0SALES', startedBy: PEOPLE.rita.id, startedAt: NOON })
      .returning({ id: callLists.id });
    const until = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
    await database.db.insert(callItems).values({
      workspaceId,
      callListId: list?.id ?? 0,
      contactId: 1,
      state: 'taken',
      memberId: PEOPLE.soren.id,
      takenAt: NOON,
      until: until(5),
    });
    await expect(deleteSegment(rita(), { no })).rejects.toMatchObject({ code: 'being_called' });
    await database.db.update(callItems).set({ until: until(-1) });
    await deleteSegment(rita(), { no });
    expect(await showList(rita(), { listId: list?.id ?? 0 })).toMatchObject({
      progress: { total: 0, left: 0, calling: [] },
      refusal: { code: 'call_list_closed' },
    });
  });

  it('leaves target groups without those whom only it had in them', async () => {
    const target = async (text: string) => {
      const no = await makeSegment(rita(), { campaignNo: 'CP1002', criteria: text });
      await updateHeader(rita(), { no, changes: { campaignTarget: true }, lines: 'follow' });
      return no;
    };
    await target('name:Zeta');
    const no = await target('name:Zeta|Alpha|Dee');
    await activateCampaign(ours.as('mona'), { campaignNo: 'CP1002' });
    expect(await groupOf(ours, 2)).toEqual(['Alpha', 'Dee', 'Zeta']);
    await deleteSegment(rita(), { no });
    expect(await groupOf(ours, 2)).toEqual(['Zeta']);
  });
});
