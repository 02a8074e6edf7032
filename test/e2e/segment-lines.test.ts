import { afterEach, expect, it } from 'vitest';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { editLine } from '../../src/services/segments/edit-line.ts';
import { removeLine } from '../../src/services/segments/remove-line.ts';
import { searchLines } from '../../src/services/segments/search-lines.ts';
import { criteria } from '../support/criteria.ts';
import {
  chooseIn,
  chooseInRow,
  closeAll,
  errorsOf,
  fillIn,
  initialOf,
  modalThat,
  search,
  typeNumber,
  wordsIn,
} from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK', email: 'info@example.com' },
    { id: 2, name: 'Byens Borde', country: 'SE' },
    { id: 3, name: 'Dan', type: 'person' },
    ...Array.from({ length: 24 }, (_, n) => ({
      id: 10 + n,
      name: `Person ${String(n).padStart(2, '0')}`,
      company: 1 + (n % 2),
      country: 'DK',
    })),
  ]);
});

afterEach(() => closeAll(running.rita, running.soren));

const as = (person: 'rita' | 'soren') => running.workspace.as(person, { now: () => new Date() });
const linesOf = async (no: string, query = '') =>
  (await searchLines(as('rita'), { no, query, limit: 50 })).rows;

/** A segment of the Danish contacts: a company and 24 people. */
async function segment(): Promise<string> {
  const { no } = await createSegment(as('rita'), { description: 'Autumn call', templateCode: 'BUS' });
  await add(as('rita'), { no, criteria: criteria('country:DK') });
  return no;
}

const open = async (no: string) => {
  await running.rita.say(SALES, `/segment lines ${no}`);
  return modalThat(running.rita, new RegExp(`Contacts of ${no}`));
};

it('leafs through the contacts, searches, filters and sorts them', async () => {
  const { rita } = running;
  const no = await segment();
  const first = await open(no);
  expect(wordsIn(first)).toContain('1. 🏢 *Aarhus Møbler*');
  expect(wordsIn(first)).toContain('1–10, and there are more');
  await rita.pressIn(first, /^Next$/);
  const second = await modalThat(rita, /11–20, and there are more/);
  await rita.pressIn(second, /^Next$/);
  const third = await modalThat(rita, /21–25, that is all/);
  await rita.pressIn(third, /^First page$/);
  const again = await modalThat(rita, /1–10, and/);

  await rita.type(again, /^Search$/, 'person 1');
  await rita.submit(again);
  const found = await modalThat(rita, /1–10, that is all/);
  expect(wordsIn(found)).not.toMatch(/Person 0|Møbler\*/);
  await rita.type(found, /^Search$/, 'byens borde');
  await rita.submit(found);
  const company = await modalThat(rita, /1–10, and there are more/);
  await chooseIn(rita, company, /^lines.filter/, 'company-only');
  const none = await modalThat(rita, /No contact matches/);
  await rita.type(none, /^Search$/, '');
  await rita.submit(none);
  const companies = await modalThat(rita, /1–1, that is all/);
  await chooseIn(rita, companies, /^lines.filter/, 'all');
  const all = await modalThat(rita, /1–10, and/);
  await chooseIn(rita, all, /^lines.sort/, 'name');
  await modalThat(rita, /2\. 👤 \*Person 00\*/);
});

it('edits what one contact has of its own, and gives it back to the header', async () => {
  const { rita } = running;
  const no = await segment();
  const list = await open(no);
  await chooseInRow(rita, list, /Person 00/, /^Edit$/);
  const form = await modalThat(rita, /When empty, from the header: €8.00/);
  expect(initialOf(form, 'cost')).toBeUndefined();
  await typeNumber(rita, form, 'cost', '-1');
  expect(await rita.submit(form)).toMatchObject({ ok: false });
  await typeNumber(rita, form, 'cost', '50');
  await fillIn(rita, form, 'date', { type: 'datepicker', selected_date: '1700-01-01' });
  await rita.submit(form);
  await expect
    .poll(async () => errorsOf(await modalThat(rita, /When empty/)))
    .toEqual({
      date: 'Dates must lie between the years 1900 and 2999.',
    });
  await fillIn(rita, form, 'date', { type: 'datepicker', selected_date: '2026-12-24' });
  await rita.submit(form);
  const edited = await modalThat(rita, /line of CT\d+ is changed/);
  expect(wordsIn(edited)).toContain('✏️ Date: 24 Dec 2026 · Cost: €50.00');
  expect((await linesOf(no, 'Person 00'))[0]).toMatchObject({ cost: '50.00', date: '2026-12-24' });

  await chooseInRow(rita, edited, /Person 00/, /^Edit$/);
  const own = await modalThat(rita, /When empty/);
  expect(initialOf(own, 'cost')).toBe('50.00');
  await typeNumber(rita, own, 'cost', '');
  await rita.submit(own);
  const back = await modalThat(rita, /line of CT\d+ is changed/, /Cost: €50/);
  expect((await linesOf(no, 'Person 00'))[0]).toMatchObject({ cost: '8.00', own: ['date'] });
  await rita.pressIn(back, /^Undo$/);
  await modalThat(rita, /Step 3 is undone/);
  expect((await linesOf(no, 'Person 00'))[0]).toMatchObject({ cost: '50.00' });
});

it('adds a contact that is found while one types, replaces it, removes it, and undoes that', async () => {
  const { rita } = running;
  const no = await segment();
  const list = await open(no);
  await rita.pressIn(list, /^Add contact$/);
  const pick = await modalThat(rita, /by hand/);
  expect(await search(rita, pick, 'contact', 'd')).toContain('👤 Dan');
  await rita.submit(pick);
  const added = await modalThat(rita, /Added 1 contact/);
  await rita.type(added, /^Search$/, 'dan');
  await rita.submit(added);
  const dan = await modalThat(rita, /1\. 👤 \*Dan\*/);
  await chooseInRow(rita, dan, /Dan/, /^Replace$/);
  const other = await modalThat(rita, /Takes CT000003 off/);
  expect(await search(rita, other, 'contact', 'byens')).toContain('🏢 Byens Borde');
  await rita.submit(other);
  const replaced = await modalThat(rita, /Added 1 contact.*Removed 1 contact/);
  expect((await linesOf(no)).map(({ name }) => name)).toContain('Byens Borde');
  await rita.type(replaced, /^Search$/, 'CT000002');
  await rita.submit(replaced);
  const borde = await modalThat(rita, /1\. 🏢 \*Byens Borde\*/);
  await chooseInRow(rita, borde, /Byens Borde/, /^Remove$/);
  const removed = await modalThat(rita, /Removed 1 contact/);
  await rita.pressIn(removed, /^Undo$/);
  await modalThat(rita, /Step 5 is undone.*Added 1 contact/);
  expect((await linesOf(no)).map(({ name }) => name)).toContain('Byens Borde');
});

it('tells of two people at once who changed what, and keeps what was typed', async () => {
  const { rita } = running;
  const no = await segment();
  const [line] = await linesOf(no, 'Person 00');
  const lineNo = line?.lineNo ?? 0;
  await chooseInRow(rita, await open(no), /Person 00/, /^Edit$/);
  const form = await modalThat(rita, /When empty/);
  await typeNumber(rita, form, 'cost', '50');
  await editLine(as('soren'), { no, lineNo, changes: { cost: '60.00', duration: 5 } });
  await rita.submit(form);
  const stale = await modalThat(rita, /changed SM\d+ at/);
  expect(wordsIn(stale)).toContain('Cost: €8.00 → €60.00');
  expect(wordsIn(stale)).toContain('Minutes: 30 min → 5 min');
  expect(initialOf(stale, 'cost')).toBe('50.00');
  expect(initialOf(stale, 'duration')).toBe('5');
  await rita.submit(stale);
  await modalThat(rita, /line of CT\d+ is changed/);
  expect((await linesOf(no, 'Person 00'))[0]).toMatchObject({ cost: '50.00', duration: 5 });
});

it('says so when a line that is edited was removed meanwhile, and when the list is out of date', async () => {
  const { rita } = running;
  const no = await segment();
  const [line] = await linesOf(no, 'Person 00');
  const list = await open(no);
  await chooseInRow(rita, list, /Person 00/, /^Edit$/);
  const form = await modalThat(rita, /When empty/);
  await typeNumber(rita, form, 'cost', '50');
  await removeLine(as('soren'), { no, lineNo: line?.lineNo ?? 0 });
  await rita.submit(form);
  await modalThat(rita, /has no such line any more/);
  await rita.post('close', { view: form.id });
  const old = await modalThat(rita, /Contacts of/);
  await chooseInRow(rita, old, /Person 02/, /^Remove$/);
  const fresh = await modalThat(rita, /changed SM\d+ at .*removed a contact by hand/);
  expect(wordsIn(fresh)).not.toContain('*Person 00*');
  expect((await linesOf(no, 'Person 02')).length).toBe(1);
});

it.each(['edit', 'lines'])('opens nothing to %s on a segment that is logged', async (verb) => {
  const { rita, database, workspace } = running;
  const no = await segment();
  await database.sql`update segments set state = 'logged' where workspace_id = ${workspace.id} and no = ${no}`;
  await rita.say(SALES, `/segment ${verb} ${no}`);
  await rita.reads(SALES, new RegExp(`${no} is logged and cannot be changed`));
  await rita.noModal();
});
