import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages, segmentSteps } from '../../../src/db/schema/index.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { previewHeader } from '../../../src/services/segments/preview-header.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { HeaderChanges, LineField } from '../../../src/services/segments/types.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) {
    await addContacts(workspace, [
      { id: 1, name: 'Alpha', salesperson: 'JO', email: 'alpha@example.com' },
      { id: 2, name: 'Beta', salesperson: 'JO' },
      { id: 3, name: 'Gamma' },
    ]);
    await database.db
      .insert(languages)
      .values({ workspaceId: workspace.id, code: 'DAN', description: 'Danish' });
  }
  await database.sql`
    update contacts set correspondence_type = 'email' where workspace_id = ${ours.id} and id = 1`;
});

const rita = () => ours.as('rita');
const soren = () => ours.as('soren');
const card = async (no: string) => (await showSegment(rita(), { no })).header;
const change = (no: string, changes: HeaderChanges, lines: 'follow' | 'keep' = 'follow') =>
  updateHeader(rita(), { no, changes, lines });
const add1 = (no: string, name: string) => add(rita(), { no, criteria: criteria(`name:${name}`) });

/** One field of every line, in line order. */
async function field<F extends LineField>(no: string, name: F) {
  return (await searchLines(rita(), { no, limit: 50 })).rows.map((line) => line[name]);
}

/** Everything that a person can see of a segment, except when and which version. */
async function everything(no: string) {
  const { version: _, changedAt: __, changedBy: ___, lastStep: ____, ...header } = await card(no);
  return { header, lines: (await searchLines(rita(), { no, limit: 50 })).rows };
}

const withLines = async (template = 'BUS') => {
  const { no } = await createSegment(rita(), { templateCode: template, description: 'Old' });
  await add(rita(), { no, criteria: criteria('') });
  return no;
};

describe('changing the header', () => {
  it('6: reaches the lines of its template, and not those of another one', async () => {
    const { no } = await createSegment(rita(), { templateCode: 'OUTGOING', description: 'Old' });
    await add1(no, 'Alpha');
    await change(no, { templateCode: 'BUS' }, 'keep');
    await add1(no, 'Beta');
    await add1(no, 'Gamma');
    expect(await field(no, 'templateCode')).toEqual(['OUTGOING', 'BUS', 'BUS']);
    const preview = await previewHeader(rita(), { no, changes: { description: 'New' } });
    expect(preview).toMatchObject({ lines: 3, changes: [{ field: 'description', follow: 2, deviate: 1 }] });
    await change(no, { description: 'New' });
    expect(await field(no, 'description')).toEqual(['Old', 'New', 'New']);
    expect((await card(no)).cost).toBe('17.00');
  });

  it('7: changes the header only, if the lines are to be kept', async () => {
    const no = await withLines();
    await change(no, { description: 'New', salespersonCode: null, correspondenceType: 'email' }, 'keep');
    expect(await card(no)).toMatchObject({ description: 'New', salesperson: null });
    expect(await field(no, 'description')).toEqual(['Old', 'Old', 'Old']);
    expect(await field(no, 'salespersonCode')).toEqual(['RR', 'RR', 'RR']);
    expect(await field(no, 'correspondenceType')).toEqual(['hard-copy', 'hard-copy', 'hard-copy']);
  });

  it('10: the new cost counts for every line that follows', async () => {
    const no = await withLines();
    await editLine(rita(), { no, lineNo: 1, changes: { cost: '20.50' } });
    await change(no, { unitCost: '7', unitDuration: 10 });
    expect(await card(no)).toMatchObject({ unitCost: '7.00', cost: '34.50', duration: 30 });
    await change(no, { unitCost: '9' }, 'keep');
    expect(await card(no)).toMatchObject({ unitCost: '9.00', cost: '34.50' });
  });

  it('11: its salesperson goes before the contact’s', async () => {
    const { no } = await createSegment(rita(), {});
    await change(no, { salespersonCode: null });
    await add1(no, 'Alpha');
    expect(await field(no, 'salespersonCode')).toEqual(['JO']);
    await change(no, { salespersonCode: 'ss' });
    expect(await field(no, 'salespersonCode')).toEqual(['SS']);
  });

  it.each([
    [
      '12: its correspondence type goes before the contact’s if it ignores that',
      true,
      'hard-copy',
      'hard-copy',
    ],
    ['12: else after it', false, 'hard-copy', 'email'],
    ['13: and counts where the contact has none', false, 'email', 'email'],
  ] as const)('%s', async (_, ignore, type, expected) => {
    const { no } = await createSegment(rita(), {});
    await add1(no, expected === type && !ignore ? 'Beta' : 'Alpha');
    await change(no, { correspondenceType: type, ignoreContactCorrespondenceType: ignore });
    expect(await field(no, 'correspondenceType')).toEqual([expected]);
  });

  it('knows target and response only with a campaign', async () => {
    const no = await withLines();
    await expect(change(no, { campaignTarget: true })).rejects.toMatchObject({
      code: 'campaign_missing',
      fields: [{ field: 'campaignTarget' }],
    });
    await change(no, { campaignNo: 'cp1001', campaignTarget: true, campaignResponse: true });
    expect(await field(no, 'campaignTarget')).toEqual([true, true, true]);
    await change(no, { campaignNo: null });
    expect(await card(no)).toMatchObject({ campaign: null, campaignTarget: false, campaignResponse: false });
    expect(await field(no, 'campaignResponse')).toEqual([false, false, false]);
  });

  it.each([
    [{ description: 'x'.repeat(101) }, 'too_long', 'description'],
    [{ description: 'x'.repeat(300) }, 'too_long', 'description'],
    [{ date: '1899-12-31' }, 'date_out_of_range', 'date'],
    [{ date: '2026-02-30' }, 'date_not_understood', 'date'],
    [{ unitCost: '-1' }, 'amount_invalid', 'unitCost'],
    [{ unitDuration: 1.5 }, 'amount_invalid', 'unitDuration'],
    [{ campaignNo: 'CP9999' }, 'campaign_not_found', 'campaign'],
    [{ templateCode: 'NOPE' }, 'template_not_found', 'template'],
    [{ salespersonCode: 'XX' }, 'salesperson_not_found', 'salesperson'],
    [{ languageCode: 'XX' }, 'unknown_code', 'language'],
  ])('refuses %j and says which field', async (changes, code, name) => {
    const no = await withLines();
    await expect(change(no, changes)).rejects.toMatchObject({ code, fields: [{ field: name }] });
    expect((await card(no)).version).toBe(2);
  });

  it('is no step when nothing changes', async () => {
    const no = await withLines();
    expect(await change(no, { description: 'Old', unitCost: '8' })).toBeNull();
    expect((await previewHeader(rita(), { no, changes: { description: 'Old' } })).changes).toEqual([]);
    expect((await card(no)).lastStep).toBe(1);
  });

  it('keeps what a new template brings where the form repeats the old values', async () => {
    const no = await withLines();
    await change(no, { templateCode: 'OUTGOING', unitCost: '8.00', unitDuration: 99 });
    expect(await card(no)).toMatchObject({ unitCost: '1.00', unitDuration: 99 });
  });

  it.each(['follow', 'keep'] as const)('is undone and redone exactly (%s)', async (lines) => {
    const no = await withLines();
    await editLine(rita(), { no, lineNo: 2, changes: { cost: '1.25', evaluation: 'positive' } });
    const before = await everything(no);
    const changes = { templateCode: 'OUTGOING', campaignNo: 'CP1002', date: '2027-01-01', subject: 'Hi' };
    await change(no, changes, lines);
    const after = await everything(no);
    expect(after).not.toEqual(before);
    await undoStep(rita(), { no });
    expect(await everything(no)).toEqual(before);
    await redoStep(rita(), { no });
    expect(await everything(no)).toEqual(after);
  });

  it('keeps the step as it was meant', async () => {
    const no = await withLines();
    await change(no, { salespersonCode: 'ss', description: 'Old' }, 'keep');
    expect((await showSegment(rita(), { no })).steps.at(-1)).toMatchObject({
      input: { kind: 'header', changes: { salespersonCode: 'SS' }, lines: 'keep' },
      changed: { companies: 0, people: 0 },
    });
  });

  it('tells who did what when the segment has moved on', async () => {
    const no = await withLines();
    const { version } = await card(no);
    await updateHeader(soren(), { no, changes: { subject: 'Mine' }, lines: 'follow' });
    const late = { no, changes: { subject: 'Yours' }, lines: 'follow' as const, expectedVersion: version };
    await expect(updateHeader(rita(), late)).rejects.toMatchObject({
      code: 'segment_moved_on',
      params: { no, by: 'U0SOREN', change: 'header' },
    });
  });

  it('happens once for a request that comes several times', async () => {
    const no = await withLines();
    const request = { no, changes: { subject: 'Once' }, lines: 'follow' as const, requestKey: 'view:H1' };
    const answers = await Promise.all([1, 2, 3].map(() => updateHeader(rita(), request)));
    expect(new Set(answers.map((one) => one?.version)).size).toBe(1);
    expect((await card(no)).lastStep).toBe(2);
  });

  it('touches nothing of another workspace', async () => {
    const theirNo = (await createSegment(theirs.as('rita'), { no: undefined, description: 'Old' })).no;
    await add(theirs.as('rita'), { no: theirNo, criteria: criteria('') });
    await updateHeader(theirs.as('rita'), { no: theirNo, changes: { description: 'New' }, lines: 'keep' });
    const steps = await database.db
      .select()
      .from(segmentSteps)
      .where(eq(segmentSteps.workspaceId, theirs.id));
    expect(steps).toHaveLength(2);
    const lines = await searchLines(theirs.as('rita'), { no: theirNo });
    expect(lines.rows.map((line) => line.description)).toEqual(['Old', 'Old', 'Old']);
    await expect(change('SM99999', { subject: 'x' })).rejects.toMatchObject({ code: 'segment_not_found' });
  });
});
