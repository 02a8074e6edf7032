import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contacts, numberSeries, salespeople, segments } from '../../../src/db/schema/index.ts';
import { createOpportunity } from '../../../src/services/opportunities/create.ts';
import { createForSegment } from '../../../src/services/opportunities/create-for-segment.ts';
import { previewOpportunities } from '../../../src/services/opportunities/preview-segment.ts';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { addContacts } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { deleteSegment } from '../../../src/services/segments/delete-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { auditOf, blockPrivacy, meanwhile, opportunitiesOf } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
  await createForSegment(theirs.as('rita'), { segmentNo: await makeSegment(theirs.as('rita')) });
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

it('67: one opportunity per contact, not started, with what its line says', async () => {
  const no = await makeSegment(rita(), { campaignNo: 'CP1001', criteria: 'territory:N' });
  // Alpha has a description and a salesperson of its own.
  await editLine(rita(), {
    no,
    lineNo: 2,
    changes: { description: 'Alpha alone', salespersonCode: 'SS' },
  });
  const input = { segmentNo: no.toLowerCase(), requestKey: 'once' };
  const did = { segmentNo: no, created: 3, skipped: 0, blocked: 0, firstNo: 'OP000001', lastNo: 'OP000003' };
  expect(await createForSegment(rita(), input)).toEqual(did);
  expect(await createForSegment(rita(), input)).toEqual(did);
  const made = await opportunitiesOf(ours);
  expect(made.map(({ contactId }) => contactId)).toEqual([4, 2, 1]);
  const common = { campaignId: 1, status: 'not-started', createdOn: '2026-11-23', createdBy: 101 };
  expect(made).toMatchObject([
    { ...common, no: 'OP000001', companyId: null, description: 'Autumn call', salespersonCode: 'RR' },
    {
      ...common,
      no: 'OP000002',
      companyId: 2,
      description: 'Alpha alone',
      segmentDescription: 'Alpha alone',
      salespersonCode: 'SS',
    },
    { ...common, no: 'OP000003', companyId: 1, description: 'Autumn call', salespersonCode: 'RR' },
  ]);
  expect(made.every((one) => one.segmentId !== null && one.entryId === null)).toBe(true);
  expect(await auditOf(ours, 'opportunity.create-for-segment')).toEqual([
    {
      subjectId: no,
      detail: { created: 3, skipped: 0, blocked: 0, firstNo: 'OP000001', lastNo: 'OP000003' },
    },
  ]);
  // Numbers go on where they ended, and nothing of it reaches the other workspace.
  expect(await createOpportunity(rita(), { contactNo: 'CT000001', description: 'Next' })).toEqual({
    no: 'OP000004',
  });
  expect(await opportunitiesOf(theirs)).toHaveLength(5);
});

it('67: contacts that have one are skipped, or get another one if so wished', async () => {
  const no = await makeSegment(rita(), { criteria: 'territory:N' });
  await createForSegment(rita(), { segmentNo: no });
  await addContactByHand(rita(), { no, contactNo: 'CT000003' });
  expect(await previewOpportunities(rita(), { no })).toMatchObject({ contacts: 4, blocked: 0, existing: 3 });
  expect(await createForSegment(rita(), { segmentNo: no })).toMatchObject({ created: 1, skipped: 3 });
  expect(await createForSegment(rita(), { segmentNo: no })).toMatchObject({ created: 0, firstNo: null });
  expect(await createForSegment(rita(), { segmentNo: no, existing: 'add' })).toMatchObject({
    created: 4,
    skipped: 0,
    firstNo: 'OP000005',
    lastNo: 'OP000008',
  });
});

it('gives a contact with several lines one, as the first line has it', async () => {
  const no = await makeSegment(rita(), { criteria: 'territory:N' });
  await addContacts(rita(), { no, criteria: criteria('name:Zeta'), options: { allowExisting: true } });
  await editLine(rita(), { no, lineNo: 4, changes: { description: 'Once more' } });
  expect(await previewOpportunities(rita(), { no })).toMatchObject({ contacts: 3, existing: 0 });
  expect(await createForSegment(rita(), { segmentNo: no })).toMatchObject({ created: 3, skipped: 0 });
  const made = await opportunitiesOf(ours);
  expect(made.map(({ contactId, description }) => [contactId, description])).toEqual([
    [4, 'Autumn call'],
    [2, 'Autumn call'],
    [1, 'Autumn call'],
  ]);
  expect(await createForSegment(rita(), { segmentNo: no })).toMatchObject({ created: 0, skipped: 3 });
});

it('leaves out whose privacy is blocked while it waits for its numbers', async () => {
  const no = await makeSegment(rita());
  const series = and(eq(numberSeries.workspaceId, ours.id), eq(numberSeries.series, 'opportunity'));
  const did = await meanwhile(
    ours,
    async (tx) => {
      await tx.select().from(numberSeries).where(series).for('update');
      await tx
        .update(contacts)
        .set({ privacyBlocked: true })
        .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 3)));
    },
    () => createForSegment(rita(), { segmentNo: no }),
  );
  expect(did).toMatchObject({ created: 4, blocked: 1, firstNo: 'OP000001', lastNo: 'OP000004' });
});

it('of two who ask at once, the second finds that all contacts have one', async () => {
  const no = await makeSegment(rita());
  const both = await Promise.all([
    createForSegment(rita(), { segmentNo: no }),
    createForSegment(ours.as('soren'), { segmentNo: no }),
  ]);
  expect(both.map(({ created }) => created).sort()).toEqual([0, 5]);
});

it('leaves out whose privacy is blocked, and passes over numbers that somebody typed', async () => {
  await blockPrivacy(ours, 3);
  await database.db
    .update(numberSeries)
    .set({ manualAllowed: true })
    .where(and(eq(numberSeries.workspaceId, ours.id), eq(numberSeries.series, 'opportunity')));
  await createOpportunity(rita(), { contactNo: 'CT000001', description: 'Typed', no: 'op000002' });
  const no = await makeSegment(rita());
  expect(await createForSegment(rita(), { segmentNo: no })).toEqual({
    segmentNo: no,
    created: 4,
    skipped: 0,
    blocked: 1,
    firstNo: 'OP000001',
    lastNo: 'OP000005',
  });
  const made = await opportunitiesOf(ours);
  expect(made.map((one) => one.no)).toEqual(['OP000001', 'OP000002', 'OP000003', 'OP000004', 'OP000005']);
  expect(made.some(({ contactId }) => contactId === 3)).toBe(false);
});

describe('the salesperson', () => {
  const whoOf = async () => (await opportunitiesOf(ours)).map((one) => [one.contactId, one.salespersonCode]);

  it('is the line’s, else the member’s own; one who is blocked is passed over', async () => {
    const no = await makeSegment(rita(), { salespersonCode: 'RR' });
    await updateHeader(rita(), { no, changes: { salespersonCode: null }, lines: 'follow' });
    await database.db
      .update(salespeople)
      .set({ blocked: true })
      .where(and(eq(salespeople.workspaceId, ours.id), eq(salespeople.code, 'JO')));
    await createForSegment(ours.as('soren'), { segmentNo: no });
    expect((await whoOf()).sort()).toEqual([
      [1, 'SS'],
      [2, 'RR'],
      [3, 'RR'],
      [4, 'SS'],
      [5, 'SS'],
    ]);
  });

  it('without any, nothing is made', async () => {
    const no = await makeSegment(rita());
    await updateHeader(rita(), { no, changes: { salespersonCode: null }, lines: 'follow' });
    await expect(createForSegment(ours.as('mona'), { segmentNo: no })).rejects.toMatchObject({
      code: 'opportunity_salespeople_missing',
      params: { no, count: 1 },
    });
    expect(await opportunitiesOf(ours)).toEqual([]);
  });
});

it('refuses an empty segment, one without a description, one that moved on, one that is logged', async () => {
  const { no: empty } = await createSegment(rita(), { description: 'Empty' });
  await expect(createForSegment(rita(), { segmentNo: empty })).rejects.toMatchObject({
    code: 'segment_empty',
  });
  await expect(previewOpportunities(rita(), { no: empty })).rejects.toMatchObject({ code: 'segment_empty' });
  const untitled = await makeSegment(rita(), { description: '' });
  await expect(createForSegment(rita(), { segmentNo: untitled })).rejects.toMatchObject({
    code: 'description_missing',
  });
  const no = await makeSegment(rita());
  const { version: expectedVersion } = await previewOpportunities(rita(), { no });
  await updateHeader(ours.as('soren'), { no, changes: { unitCost: '9' }, lines: 'follow' });
  await expect(createForSegment(rita(), { segmentNo: no, expectedVersion })).rejects.toMatchObject({
    code: 'segment_moved_on',
    params: { by: 'U0SOREN' },
  });
  const { no: approved } = await makeApproved(ours);
  await logNow(ours, approved);
  for (const asked of [
    () => createForSegment(rita(), { segmentNo: approved }),
    () => previewOpportunities(rita(), { no: approved }),
  ]) {
    await expect(asked()).rejects.toMatchObject({ code: 'segment_logged' });
  }
  const outsider = ours.as('rita', { actor: { outsider: true } });
  await expect(createForSegment(outsider, { segmentNo: no })).rejects.toMatchObject({ code: 'outsider' });
  // A number of the other workspace is none here.
  await expect(createForSegment(rita(), { segmentNo: 'SM00099' })).rejects.toMatchObject({
    code: 'segment_not_found',
  });
  expect(await opportunitiesOf(ours)).toEqual([]);
});

it('53: an opportunity of S1 keeps it when S1 is logged, or deleted', async () => {
  const segmentIdOf = async (no: string) => {
    const [found] = await database.db
      .select({ id: segments.id })
      .from(segments)
      .where(and(eq(segments.workspaceId, ours.id), eq(segments.no, no)));
    return found?.id;
  };
  const { no } = await makeApproved(ours);
  await createForSegment(rita(), { segmentNo: no });
  await logNow(ours, no);
  const deleted = await makeSegment(rita(), { criteria: 'territory:S' });
  await createForSegment(rita(), { segmentNo: deleted });
  await deleteSegment(rita(), { no: deleted });
  const kept = (await opportunitiesOf(ours)).map(({ segmentId }) => segmentId);
  expect(kept).toEqual([
    ...Array.from({ length: 5 }, () => kept[0]),
    ...Array.from({ length: 2 }, () => kept[5]),
  ]);
  expect([kept[0], kept[5]]).toEqual([await segmentIdOf(no), await segmentIdOf(deleted)]);
});
