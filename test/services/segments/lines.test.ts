import { beforeAll, describe, expect, it } from 'vitest';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts as reduce } from '../../../src/services/segments/reduce-contacts.ts';
import { removeLine } from '../../../src/services/segments/remove-line.ts';
import { replaceLine } from '../../../src/services/segments/replace-line.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showLine } from '../../../src/services/segments/show-line.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { LineChanges } from '../../../src/services/segments/types.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  const list = [
    { id: 1, name: 'Zeta' },
    { id: 2, name: 'Alpha 100%', email: 'post@alpha.example' },
    { id: 3, name: 'Bo', company: 2 },
    { id: 4, name: 'Quiet', company: 1, excluded: true },
  ];
  await addContacts(ours, list);
  await addContacts(theirs, [...list, { id: 5, name: 'Theirs alone' }]);
});

const rita = () => ours.as('rita');
const lines = async (no: string) => (await searchLines(rita(), { no, limit: 50 })).rows;
const names = async (no: string) => (await lines(no)).map((line) => line.name);
const card = async (no: string) => (await showSegment(rita(), { no })).header;
const edit = (no: string, lineNo: number, changes: LineChanges) => editLine(rita(), { no, lineNo, changes });

/** Alpha 100%, Bo, Zeta, at 8.00 and 30 minutes each. */
const full = async () => {
  const { no } = await createSegment(rita(), { templateCode: 'BUS', description: 'Letter' });
  await add(rita(), { no, criteria: criteria('') });
  return no;
};

describe('editing a line', () => {
  it('gives it values of its own, and the totals follow', async () => {
    const no = await full();
    const changes = {
      description: 'Special',
      date: '2999-12-31',
      time: '14:30',
      cost: '50',
      duration: 45,
      evaluation: 'very-positive',
      attemptFailed: true,
      subject: 'Own',
      correspondenceType: 'email',
      salespersonCode: 'jo',
    } as const;
    await edit(no, 2, changes);
    const { line, inherited } = await showLine(rita(), { no, lineNo: 2 });
    expect(line).toMatchObject({ ...changes, salespersonCode: 'JO', cost: '50.00', name: 'Bo' });
    expect(new Set(line.own)).toEqual(new Set(Object.keys(changes)));
    expect(inherited).toMatchObject({
      description: 'Letter',
      cost: '8.00',
      time: null,
      salespersonCode: 'RR',
    });
    expect(await card(no)).toMatchObject({ cost: '66.00', duration: 105 });
    expect((await lines(no)).map((one) => one.cost)).toEqual(['8.00', '50.00', '8.00']);
  });

  it('follows the header again with its value, or with none', async () => {
    const no = await full();
    await edit(no, 1, { cost: '9.5', subject: 'Own', duration: 1 });
    await edit(no, 1, { cost: '8', subject: null });
    await updateHeader(rita(), { no, changes: { unitCost: '3', subject: 'New' }, lines: 'follow' });
    expect((await lines(no))[0]).toMatchObject({
      cost: '3.00',
      subject: 'New',
      duration: 1,
      own: ['duration'],
    });
    expect(await card(no)).toMatchObject({ cost: '9.00', duration: 61 });
  });

  it('is no step when nothing changes', async () => {
    const no = await full();
    expect(await edit(no, 1, { cost: '8.00', description: '', time: null })).toBeNull();
    expect((await card(no)).lastStep).toBe(1);
  });

  it.each([
    [{ date: '3000-01-01' }, 'date_out_of_range', 'date'],
    [{ time: '24:00' }, 'time_not_understood', 'time'],
    [{ cost: '-0.01' }, 'amount_invalid', 'cost'],
    [{ duration: -1 }, 'amount_invalid', 'duration'],
    [{ subject: 'x'.repeat(101) }, 'too_long', 'subject'],
    [{ salespersonCode: 'XX' }, 'salesperson_not_found', 'salesperson'],
    [{ languageCode: 'XX' }, 'unknown_code', 'language'],
    [{ campaignTarget: true }, 'campaign_missing', 'campaignTarget'],
  ] as const)('refuses %j and says which field', async (changes, code, field) => {
    const no = await full();
    await expect(edit(no, 1, changes)).rejects.toMatchObject({ code, fields: [{ field }] });
    expect((await card(no)).version).toBe(2);
  });

  it('does not know lines that are not there', async () => {
    const no = await full();
    await removeLine(rita(), { no, lineNo: 1 });
    for (const lineNo of [1, 4]) {
      await expect(edit(no, lineNo, { cost: '1' })).rejects.toMatchObject({ code: 'line_not_found' });
      await expect(removeLine(rita(), { no, lineNo })).rejects.toMatchObject({ code: 'line_not_found' });
    }
  });

  it('31: as it should be, a line comes back as it was edited', async () => {
    const no = await full();
    await edit(no, 2, { cost: '50' });
    await reduce(rita(), { no, criteria: criteria('name:Bo') });
    expect((await card(no)).cost).toBe('16.00');
    await undoStep(rita(), { no });
    expect((await lines(no))[1]).toMatchObject({ name: 'Bo', cost: '50.00' });
    expect((await card(no)).cost).toBe('66.00');
    await undoStep(rita(), { no });
    expect((await card(no)).cost).toBe('24.00');
    await redoStep(rita(), { no });
    expect((await lines(no))[1]).toMatchObject({ cost: '50.00', own: ['cost'] });
  });
});

describe('contacts by hand', () => {
  it('19: comes in although excluded, and twice if wanted', async () => {
    const no = await full();
    const first = await addContactByHand(rita(), { no, contactNo: ' ct000004 ' });
    expect(first).toMatchObject({
      input: { kind: 'add-contact', contactNo: 'CT000004' },
      added: { companies: 0, people: 1 },
      now: { companies: 2, people: 2 },
    });
    await addContactByHand(rita(), { no, contactNo: 'CT000004' });
    expect(await names(no)).toEqual(['Alpha 100%', 'Bo', 'Zeta', 'Quiet', 'Quiet']);
    expect((await lines(no)).map((line) => line.copy)).toEqual([0, 0, 0, 0, 1]);
    expect((await card(no)).cost).toBe('40.00');
  });

  it('knows contacts of its own workspace only', async () => {
    const no = await full();
    await expect(addContactByHand(rita(), { no, contactNo: 'CT000005' })).rejects.toMatchObject({
      code: 'contact_not_found',
      fields: [{ field: 'contact' }],
    });
  });

  it('removes one line of a contact; criteria then do not add the contact again', async () => {
    const no = await full();
    await addContactByHand(rita(), { no, contactNo: 'CT000003' });
    const removed = await removeLine(rita(), { no, lineNo: 2 });
    expect(removed).toMatchObject({
      input: { kind: 'remove-line', lineNo: 2, contactNo: 'CT000003' },
      removed: { companies: 0, people: 1 },
    });
    expect((await add(rita(), { no, criteria: criteria('name:Bo') })).added.people).toBe(0);
    expect((await lines(no)).map((line) => line.lineNo)).toEqual([1, 3, 4]);
  });

  it('33: replacing makes two steps, which go back one by one', async () => {
    const { no } = await createSegment(rita(), {});
    await addContactByHand(rita(), { no, contactNo: 'CT000001' });
    await replaceLine(rita(), { no, lineNo: 1, contactNo: 'CT000003' });
    expect(await card(no)).toMatchObject({ lastStep: 3, counts: { companies: 0, people: 1 } });
    await undoStep(rita(), { no });
    expect(await names(no)).toEqual([]);
    await undoStep(rita(), { no });
    expect(await names(no)).toEqual(['Zeta']);
  });

  it('replaces nothing when the new contact does not exist', async () => {
    const no = await full();
    await expect(replaceLine(rita(), { no, lineNo: 1, contactNo: 'NOPE' })).rejects.toMatchObject({
      code: 'contact_not_found',
    });
    expect((await card(no)).version).toBe(2);
  });
});

describe('searching lines', () => {
  it.each([
    ['line', ['Alpha 100%', 'Bo', 'Zeta', 'Quiet']],
    ['name', ['Alpha 100%', 'Bo', 'Quiet', 'Zeta']],
    ['company', ['Alpha 100%', 'Bo', 'Zeta', 'Quiet']],
  ] as const)('pages by %s, each line once', async (sort, expected) => {
    const no = await full();
    await addContactByHand(rita(), { no, contactNo: 'CT000004' });
    const seen: string[] = [];
    let page = await searchLines(rita(), { no, sort, limit: 1 });
    seen.push(...page.rows.map((line) => line.name));
    while (page.next) {
      page = await searchLines(rita(), { no, sort, limit: 1, after: page.next });
      seen.push(...page.rows.map((line) => line.name));
    }
    expect(seen).toEqual(expected);
  });

  it('finds by part of a name, company, number or address, whatever signs it has', async () => {
    const no = await full();
    const found = async (query: string) =>
      (await searchLines(rita(), { no, query })).rows.map((line) => line.name);
    expect(await found('zet')).toEqual(['Zeta']);
    expect(await found('100%')).toEqual(['Alpha 100%', 'Bo']);
    expect(await found('%')).toEqual(['Alpha 100%', 'Bo']);
    expect(await found('_')).toEqual([]);
    expect(await found('ct000003')).toEqual(['Bo']);
    expect(await found('post@')).toEqual(['Alpha 100%']);
  });

  it.each([
    ['edited', ['Bo']],
    ['company-only', ['Alpha 100%', 'Zeta']],
    ['without-email', ['Bo', 'Zeta']],
  ] as const)('shows only those that are %s', async (filter, expected) => {
    const no = await full();
    await edit(no, 2, { attemptFailed: true });
    await edit(no, 3, { attemptFailed: true });
    await edit(no, 3, { attemptFailed: false });
    const page = await searchLines(rita(), { no, filter });
    expect(page.rows.map((line) => line.name)).toEqual(expected);
  });
});
