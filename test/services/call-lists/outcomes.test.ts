import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { interactionComments, workspaceSettings } from '../../../src/db/schema/index.ts';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { recordOutcome } from '../../../src/services/call-lists/record-outcome.ts';
import { showList } from '../../../src/services/call-lists/show-list.ts';
import { startCallList } from '../../../src/services/call-lists/start.ts';
import { takeBack } from '../../../src/services/call-lists/take-back.ts';
import type { Outcome } from '../../../src/services/call-lists/types.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { listLines } from '../../../src/services/segments/list-lines.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApproved } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addPeople, CHANNEL, caller, entriesOf, itemsOf, minutes, startList } from './support.ts';

const database = useDatabase();
let count = 0;
async function fresh(people: number): Promise<TestWorkspace> {
  count += 1;
  const workspace = await makeWorkspace(database.db, `T${count}`);
  await addPeople(workspace, people);
  return workspace;
}

describe('§4.10, phone call from a segment line', () => {
  it('logs an entry with the segment from the template for calls at once, and the line stays', async () => {
    const workspace = await fresh(1);
    const { listId, no } = await startList(workspace);
    const { take, record } = caller(workspace, 'rita', listId);
    await record(await take(), 'reached', { comment: 'Asks for the catalogue' });
    const [row] = await entriesOf(workspace);
    expect(row?.entry).toMatchObject({
      interactionTemplateCode: 'OUTGOING',
      interactionGroupCode: 'PHONE',
      description: 'Autumn call',
      date: '2026-11-23',
      timeOfInteraction: '12:00:00',
      cost: '1.00',
      duration: 15,
      salespersonCode: 'RR',
      memberId: 101,
      campaignId: null,
      loggedSegmentId: null,
      canceled: false,
    });
    const { list } = await showList(workspace.job(), { listId });
    expect(row?.entry.segmentId).toBe(list.segmentId);
    expect(list.segmentNo).toBe(no);
    expect((await listLines(workspace.as('rita'), list.segmentId, { limit: 5 })).rows).toHaveLength(1);
    const comments = await database.db
      .select()
      .from(interactionComments)
      .where(eq(interactionComments.workspaceId, workspace.id));
    expect(comments).toMatchObject([{ comment: 'Asks for the catalogue', entryId: row?.entry.id }]);
  });

  it('names the setting when there is no template for calls, and starts nothing', async () => {
    const workspace = await fresh(1);
    await database.db
      .update(workspaceSettings)
      .set({ callTemplateCode: null })
      .where(eq(workspaceSettings.workspaceId, workspace.id));
    await expect(startList(workspace)).rejects.toMatchObject({ code: 'call_template_missing' });
  });

  it('takes salesperson and campaign as the line says, and needs the approval that logging needs', async () => {
    const workspace = await fresh(2);
    const { no, requestId } = await makeApproved(workspace);
    const rita = workspace.as('rita');
    await editLine(rita, { no, lineNo: 2, changes: { salespersonCode: 'SS' } });
    await expect(startCallList(rita, { no })).rejects.toMatchObject({ code: 'call_approval_missing' });
    const again = await submitSegment(rita, { no });
    await expect(startCallList(rita, { no })).rejects.toMatchObject({ code: 'call_approval_missing' });
    await approveRequest(workspace.as('mona'), { requestId: again.requestId });
    expect(again.requestId).not.toBe(requestId);
    const { id } = await startCallList(rita, { no, channel: CHANNEL });
    const { take, record, shown } = caller(workspace, 'olaf', id);
    await record(await take(), 'reached');
    await record(await shown(), 'reached');
    const [first, second] = (await entriesOf(workspace)).map(({ entry }) => entry);
    expect(first).toMatchObject({ salespersonCode: 'RR', campaignId: 1, campaignTarget: false });
    expect(second).toMatchObject({ salespersonCode: 'SS', campaignEntryId: first?.campaignEntryId });
  });
});

it.each<[Outcome, object, string]>([
  ['reached', { attemptFailed: false, evaluation: '', campaignResponse: false }, 'done'],
  ['no-answer', { attemptFailed: true, evaluation: '', campaignResponse: false }, 'done'],
  ['not-interested', { attemptFailed: false, evaluation: 'negative', campaignResponse: false }, 'done'],
  ['meeting', { attemptFailed: false, evaluation: 'positive', campaignResponse: true }, 'done'],
  ['call-back', { attemptFailed: false, evaluation: '', campaignResponse: false }, 'later'],
])('writes down %s as the table says', async (outcome, entry, state) => {
  const workspace = await fresh(1);
  const { no } = await makeApproved(workspace);
  const { id } = await startCallList(workspace.as('rita'), { no, channel: CHANNEL });
  const { take, record } = caller(workspace, 'rita', id);
  const recorded = await record(await take(), outcome, state === 'later' ? { when: 'in 2 hours' } : {});
  const [row] = await entriesOf(workspace);
  expect(row?.entry).toMatchObject({ campaignId: 1, ...entry });
  const again = state === 'later' ? minutes(120).toISOString() : null;
  expect(recorded).toEqual({
    outcome,
    contactId: 1,
    contactName: 'Person 001',
    entryId: row?.entry.id,
    again,
    heldBy: null,
  });
  expect(await itemsOf(workspace)).toMatchObject([
    { state, outcome, calls: 1, entryId: row?.entry.id, memberId: 101 },
  ]);
});

it('skips without a call: nothing is logged', async () => {
  const workspace = await fresh(2);
  const { listId } = await startList(workspace);
  const { take, record, shown } = caller(workspace, 'rita', listId);
  const recorded = await record(await take(), 'skipped');
  expect(recorded).toMatchObject({ entryId: null, again: null });
  expect(await entriesOf(workspace)).toEqual([]);
  expect((await shown())?.contactId).toBe(2);
  expect((await showList(workspace.job(), { listId })).progress.done.skipped).toBe(1);
});

it.each<Outcome>(['reached', 'skipped'])(
  'brings a contact again at a time that is given with %s',
  async (outcome) => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const { take, record } = caller(workspace, 'rita', listId);
    expect(await record(await take(), outcome, { when: 'in 2 hours' })).toMatchObject({
      again: minutes(120).toISOString(),
    });
    expect(await take(119)).toBeNull();
    expect(await take(120)).toMatchObject({ contactId: 1, calls: outcome === 'skipped' ? 0 : 1 });
  },
);

describe('taking back', () => {
  it('cancels the interaction and brings the contact back, once, instead of the next', async () => {
    const workspace = await fresh(2);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    const first = await rita.take();
    const { entryId } = await rita.record(first, 'not-interested');
    expect((await rita.shown())?.contactId).toBe(2);
    const wish = { listId, contactId: 1, entryId };
    const soon = workspace.as('rita', { now: () => minutes(1) });
    await Promise.all([takeBack(soon, wish), takeBack(soon, wish)]);
    expect(await itemsOf(workspace)).toMatchObject([{ contactId: 1, state: 'taken', calls: 0 }]);
    const again = await rita.shown(1);
    expect(again).toMatchObject({ contactId: 1, interactions: [] });
    expect(again?.turn).not.toBe(first?.turn);
    await rita.record(again, 'meeting', {}, 2);
    expect((await entriesOf(workspace)).map(({ entry }) => [entry.canceled, entry.evaluation])).toEqual([
      [true, 'negative'],
      [false, 'positive'],
    ]);
  });

  it('is refused to others, and after another call; what was skipped is brought back as it was', async () => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    await rita.record(await rita.take(), 'skipped');
    const wish = { listId, contactId: 1, entryId: null };
    await expect(takeBack(workspace.as('soren'), wish)).rejects.toMatchObject({ code: 'call_moved_on' });
    await takeBack(workspace.as('rita', { now: () => minutes(1) }), wish);
    await rita.record(await rita.shown(1), 'reached', {}, 2);
    await expect(takeBack(workspace.as('rita'), wish)).rejects.toMatchObject({ code: 'call_moved_on' });
    expect((await entriesOf(workspace)).map(({ entry }) => entry.canceled)).toEqual([false]);
  });
});

it('prefers the evaluation that was chosen', async () => {
  const workspace = await fresh(1);
  const { listId } = await startList(workspace);
  const { take, record } = caller(workspace, 'rita', listId);
  await record(await take(), 'not-interested', { evaluation: 'very-negative' });
  expect((await entriesOf(workspace))[0]?.entry.evaluation).toBe('very-negative');
});

describe('calling back', () => {
  it.each([
    ['', 'call_time_missing'],
    ['the day of the geese', 'call_time_not_understood'],
    ['yesterday 10:00', 'call_time_past'],
    ['today', 'call_time_past'],
  ])('asks for a time ahead instead of “%s”, and logs nothing', async (when, code) => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const { take, record, shown } = caller(workspace, 'rita', listId);
    const contact = await take();
    await expect(record(contact, 'call-back', { when })).rejects.toMatchObject({
      code,
      fields: [{ field: 'when', code }],
    });
    expect(await entriesOf(workspace)).toEqual([]);
    expect(await shown()).toEqual(contact);
  });

  it('understands the time in the member’s zone and language', async () => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const contact = await caller(workspace, 'rita', listId).take();
    const said = { outcome: 'call-back', when: 'i morgen kl. 10' } as const;
    const danish = workspace.as('rita', { locale: 'da' });
    const { contactId = 0, turn = '' } = contact ?? {};
    const { again } = await recordOutcome(danish, { listId, contactId, turn, ...said });
    expect(again).toBe('2026-11-24T09:00:00.000Z');
    const { progress } = await showList(workspace.job(), { listId });
    expect(progress).toMatchObject({ waiting: 1, left: 0, nextAt: new Date('2026-11-24T09:00:00Z') });
  });

  it('comes first when its time has come: to whom it was promised, to others when it is overdue', async () => {
    const workspace = await fresh(5);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    const soren = caller(workspace, 'soren', listId);
    await rita.record(await rita.take(), 'call-back', { when: 'in 30 minutes' });
    expect((await rita.shown())?.contactId).toBe(2);
    await rita.record(await rita.shown(), 'reached', {}, 29);
    expect((await rita.shown(29))?.contactId).toBe(3);
    expect((await soren.take(31))?.contactId).toBe(4);
    await rita.record(await rita.shown(31), 'reached', {}, 31);
    const again = await rita.shown(31);
    expect(again).toMatchObject({ contactId: 1, calls: 1 });
    await rita.record(again, 'no-answer', { when: 'in 30 minutes' }, 31);
    await soren.record(await soren.shown(77), 'reached', {}, 77);
    expect(await soren.shown(77)).toMatchObject({ contactId: 1, calls: 2 });
    await soren.record(await soren.shown(77), 'reached', {}, 78);
    expect((await entriesOf(workspace)).filter(({ entry }) => entry.contactId === 1)).toHaveLength(3);
    expect((await itemsOf(workspace))[0]).toMatchObject({ state: 'done', outcome: 'reached', calls: 3 });
  });
});
