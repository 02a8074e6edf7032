import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { contacts, segmentLines, segments } from '../../../src/db/schema/index.ts';
import { checkLogging } from '../../../src/services/interactions/check-logging.ts';
import { type Fix, fixProblem } from '../../../src/services/interactions/fix-problem.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { submitAgain } from '../../../src/services/interactions/submit-again.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { CHANNEL, makeApproved, makeSegment } from '../../support/loggable.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) {
    await addContacts(workspace, [
      { id: 1, name: 'Alpha', salesperson: 'RR' },
      { id: 2, name: 'Beta' },
      { id: 3, name: 'Gamma', salesperson: 'JO', excluded: true },
      { id: 4, name: 'Delta', salesperson: 'RR' },
      { id: 5, name: 'Epsilon' },
    ]);
  }
  const { sql } = database;
  await sql`update salespeople set blocked = true where workspace_id = ${ours.id} and code = 'JO'`;
  await sql`update contacts set privacy_blocked = true where workspace_id = ${ours.id} and id = 4`;
});

/** Somebody whose segments have no salesperson, so that each contact's own counts. */
const nobody = () => ours.as('rita', { actor: { salespersonCode: null } });
const rita = () => ours.as('rita');
const problemsOf = async (no: string) => (await checkLogging(rita(), { no })).problems;
const fix = (no: string, wanted: Fix) => fixProblem(rita(), { no, fix: wanted });

async function all(description = 'Autumn call', templateCode?: string) {
  const { no } = await createSegment(nobody(), { description, ...(templateCode ? { templateCode } : {}) });
  await add(nobody(), { no, criteria: criteria(''), options: { ignoreExclusion: true } });
  return no;
}

const policy = (flagged: 'allow' | 'refuse') =>
  database.sql`update workspace_settings set flagged_policy = ${flagged} where workspace_id = ${ours.id}`;

/** What the lines have of their own, in order. */
async function own(no: string) {
  const rows = await database.db
    .select({ own: segmentLines.own, live: segmentLines.live })
    .from(segmentLines)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, segmentLines.workspaceId), eq(segments.id, segmentLines.segmentId)),
    )
    .where(and(eq(segments.workspaceId, ours.id), eq(segments.no, no)))
    .orderBy(asc(segmentLines.lineNo));
  return rows.filter(({ live }) => live).map((row) => row.own);
}

describe('what keeps a segment from being logged', () => {
  it('is found all at once, grouped, with how many and whom', async () => {
    const no = await all('');
    expect(await problemsOf(no)).toEqual([
      { kind: 'description', count: 0, examples: [] },
      { kind: 'header-template', count: 0, examples: [] },
      { kind: 'salesperson', count: 3, examples: ['Beta', 'Epsilon', 'Gamma'] },
    ]);
    const refused = requestLogging(rita(), { no, channel: CHANNEL });
    await expect(refused).rejects.toMatchObject({ code: 'not_loggable', params: { no, count: 3 } });
    expect((await showSegment(rita(), { no })).header.state).toBe('open');
  });

  it('43, 44: a line always has a contact, so that an empty segment is one without lines', async () => {
    const { no } = await createSegment(rita(), { description: 'Empty', templateCode: 'BUS' });
    expect(await problemsOf(no)).toEqual([{ kind: 'empty', count: 0, examples: [] }]);
    await expect(requestLogging(rita(), { no, channel: CHANNEL })).rejects.toMatchObject({
      code: 'segment_empty',
    });
    const line = {
      workspaceId: ours.id,
      segmentId: (await showSegment(rita(), { no })).header.id,
      lineNo: 1,
    };
    await expect(
      database.db
        .insert(segmentLines)
        .values({ ...line, contactId: null as never, isCompany: true, addedStep: 1 }),
    ).rejects.toThrow();
  });

  it('knows flagged contacts only where the workspace refuses them, and counts the two flags apart', async () => {
    const no = await all('Autumn call', 'BUS');
    const kinds = async () => (await problemsOf(no)).map(({ kind, count }) => `${kind} ${count}`);
    expect(await kinds()).toEqual(['salesperson 3']);
    await policy('refuse');
    expect(await kinds()).toEqual(['salesperson 3', 'excluded 1', 'privacy-blocked 1']);
    await policy('allow');
  });

  it('says whether it was never approved, waits, or is not what was approved', async () => {
    const kinds = async (no: string) => (await problemsOf(no)).map(({ kind }) => kind);
    const never = await makeSegment(rita(), { campaignNo: 'CP1001' });
    expect(await kinds(never)).toEqual(['approval']);
    const { no } = await makeApproved(ours);
    expect(await kinds(no)).toEqual([]);
    const rename = (description: string) =>
      database.sql`
        update campaigns set description = ${description} where workspace_id = ${ours.id} and no = 'CP1001'`;
    await rename('Another call');
    expect(await kinds(no)).toEqual(['approval-changed']);
    const { requestId } = await submitAgain(rita(), { no });
    expect(await kinds(no)).toEqual(['approval']);
    expect((await showSegment(rita(), { no })).approval).toMatchObject({ requestId, status: 'pending' });
    await rename('Autumn call');
  });

  it('is nothing of another workspace', async () => {
    const no = await all('Autumn call', 'BUS');
    expect(
      (await checkLogging(theirs.as('rita'), { no: await makeSegment(theirs.as('rita')) })).problems,
    ).toEqual([]);
    await expect(
      fixProblem(theirs.as('rita'), { no: 'SM99999', fix: { how: 'template', code: 'BUS' } }),
    ).rejects.toMatchObject({ code: 'segment_not_found' });
    expect(await own(no)).toEqual([null, null, null, null, null]);
  });
});

describe('a way out', () => {
  it('is one step on all lines concerned, undone and redone exactly', async () => {
    const no = await all('Autumn call', 'BUS');
    await editLine(rita(), { no, lineNo: 2, changes: { cost: '1.00' } });
    const before = await own(no);
    expect(await fix(no, { how: 'salesperson', code: 'ss' })).toMatchObject({ did: 'step' });
    const after = await own(no);
    expect(after.map((line) => line?.salespersonCode)).toEqual([undefined, 'SS', undefined, 'SS', 'SS']);
    expect(after[1]).toEqual({ cost: '1.00', salespersonCode: 'SS' });
    expect(await problemsOf(no)).toEqual([]);
    await undoStep(rita(), { no });
    expect(await own(no)).toEqual(before);
    await redoStep(rita(), { no });
    expect(await own(no)).toEqual(after);
  });

  it("gives the header another salesperson where the header's own is blocked", async () => {
    const no = await all('Autumn call', 'BUS');
    await database.sql`update segments set salesperson_code = 'JO' where workspace_id = ${ours.id} and no = ${no}`;
    expect(await problemsOf(no)).toMatchObject([{ kind: 'salesperson', count: 5 }]);
    await fix(no, { how: 'salesperson', code: 'SS' });
    expect((await showSegment(rita(), { no })).header.salesperson?.code).toBe('SS');
    expect(await own(no)).toEqual([null, null, null, null, null]);
    expect(await problemsOf(no)).toEqual([]);
  });

  it('removes those concerned and nobody else, and voids the approval', async () => {
    await policy('refuse');
    const no = await all('Autumn call', 'BUS');
    expect(await fix(no, { how: 'remove', problem: 'salesperson' })).toMatchObject({
      removed: { companies: 3, people: 0 },
      now: { companies: 2, people: 0 },
    });
    const { cost } = (await showSegment(rita(), { no })).header;
    expect(cost).toBe('16.00');
    await fix(no, { how: 'remove', problem: 'privacy-blocked' });
    expect(await problemsOf(no)).toEqual([]);
    await undoStep(rita(), { no });
    await undoStep(rita(), { no });
    expect((await showSegment(rita(), { no })).header).toMatchObject({
      counts: { companies: 5, people: 0 },
      cost: '40.00',
    });
    await policy('allow');
    const { no: approved } = await makeApproved(ours);
    expect(await fix(approved, { how: 'remove', problem: 'privacy-blocked' })).toMatchObject({
      voided: true,
    });
  });

  it('42: gives the header a template, or lines without one that of the header', async () => {
    const bare = await all();
    expect(await problemsOf(bare)).toMatchObject([{ kind: 'header-template' }, { kind: 'salesperson' }]);
    await fix(bare, { how: 'template', code: 'BUS' });
    expect((await problemsOf(bare)).map(({ kind }) => kind)).toEqual(['salesperson']);

    const { no } = await createSegment(rita(), { description: 'Letter' });
    await add(rita(), { no, criteria: criteria('name:Alpha') });
    await updateHeader(rita(), { no, changes: { templateCode: 'BUS' }, lines: 'keep' });
    await add(rita(), { no, criteria: criteria('name:Beta') });
    expect(await problemsOf(no)).toEqual([{ kind: 'template', count: 1, examples: ['Alpha'] }]);
    await fix(no, { how: 'follow', problem: 'template' });
    expect(await problemsOf(no)).toEqual([]);
    expect((await showSegment(rita(), { no })).header).toMatchObject({ cost: '16.00', duration: 60 });
    await undoStep(rita(), { no });
    expect((await showSegment(rita(), { no })).header).toMatchObject({ cost: '8.00', duration: 30 });
  });

  it('lets lines leave a campaign that is gone', async () => {
    const no = await all('Autumn call', 'BUS');
    await fix(no, { how: 'salesperson', code: 'SS' });
    await database.sql`
      update segment_lines set own = '{"campaignNo": "CP9999", "campaignTarget": true}'
      where workspace_id = ${ours.id} and segment_id = (select id from segments where workspace_id = ${ours.id} and no = ${no})
        and line_no = 1`;
    expect(await problemsOf(no)).toMatchObject([{ kind: 'campaign', count: 1, examples: ['Alpha'] }, {}]);
    await fix(no, { how: 'follow', problem: 'campaign' });
    expect(await problemsOf(no)).toEqual([]);
  });
});

it('keeps contacts as they were: a way out changes the segment alone', async () => {
  const [beta] = await database.db
    .select({ salespersonCode: contacts.salespersonCode })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 2)));
  expect(beta).toEqual({ salespersonCode: null });
});
