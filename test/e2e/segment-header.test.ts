import { afterEach, expect, it } from 'vitest';
import { addContactByHand } from '../../src/services/segments/add-contact-by-hand.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { editLine } from '../../src/services/segments/edit-line.ts';
import { searchLines } from '../../src/services/segments/search-lines.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { updateHeader } from '../../src/services/segments/update-header.ts';
import {
  choose,
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
    { id: 1, name: 'Aarhus Møbler', country: 'DK' },
    { id: 4, name: 'Ann', company: 1 },
    { id: 5, name: 'Bo', company: 1 },
  ]);
});

afterEach(() => closeAll(running.rita, running.soren));

const as = (person: 'rita' | 'soren') => running.workspace.as(person, { now: () => new Date() });
const card = (no: string) => showSegment(as('rita'), { no });
const costs = async (no: string) => (await searchLines(as('rita'), { no })).rows.map(({ cost }) => cost);

/** A segment of two people, the second of whom costs 50.00. */
async function segment(): Promise<string> {
  const { no } = await createSegment(as('rita'), { description: 'Autumn call', templateCode: 'BUS' });
  for (const contactNo of ['CT000004', 'CT000005']) await addContactByHand(as('rita'), { no, contactNo });
  await editLine(as('rita'), { no, lineNo: 2, changes: { cost: '50.00' } });
  return no;
}

it('edits the header with its lines: one question, the way it was answered, and the way back', async () => {
  const { rita } = running;
  const no = await segment();
  const shown = await rita.ask(SALES, `/segment show ${no}`, new RegExp(`${no} · Autumn`));
  await rita.press(shown, /^Edit$/);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  expect(initialOf(form, 'unitCost')).toBe('8.00');
  expect(await search(rita, form, 'campaign', 'fair')).toEqual(['CP1002 · Fair']);
  await typeNumber(rita, form, 'unitCost', '9.5');
  await rita.submit(form);
  const question = await modalThat(rita, /What about the lines/);
  const said = wordsIn(question);
  expect(said).toContain('Cost per contact: €8.00 → €9.50*\n1 line follows the header, 1 keeps its own');
  expect(said).toContain('Campaign: none → CP1002 · Fair*\n2 lines follow the header, 0 keep their own');

  // Back to the form, with all that was filled in.
  await rita.pressIn(question, /Back to the form/);
  const again = await modalThat(rita, /Minutes per contact/);
  expect(initialOf(again, 'unitCost')).toBe('9.50');
  await rita.submit(again);
  const asked = await modalThat(rita, /What about the lines/);
  await rita.submit(asked);
  await rita.noModal();
  const answer = await rita.reads(SALES, /The header is changed/);
  expect(await costs(no)).toEqual(['9.50', '50.00']);
  expect((await card(no)).header).toMatchObject({ unitCost: '9.50', campaign: { no: 'CP1002' } });

  await rita.press(answer, /^Undo$/);
  await rita.reads(SALES, /Step 4 is undone/);
  expect(await costs(no)).toEqual(['8.00', '50.00']);
});

it('changes the header only, when that is the answer', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.say(SALES, `/segment edit ${no}`);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  await typeNumber(rita, form, 'unitDuration', '45');
  await rita.submit(form);
  const question = await modalThat(rita, /What about the lines/);
  await choose(rita, question, 'lines', 'keep');
  await rita.submit(question);
  await rita.noModal();
  const { header } = await card(no);
  expect(header.unitDuration).toBe(45);
  const { rows } = await searchLines(as('rita'), { no });
  expect(rows.map(({ duration }) => duration)).toEqual([30, 30]);
});

it('says at the field what cannot be, and saves nothing', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.say(SALES, `/segment edit ${no}`);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  // Slack's own client refuses these; a hand-made request is refused by the service.
  expect(await typeNumber(rita, form, 'unitCost', '-5').then(() => rita.submit(form))).toMatchObject({
    ok: false,
  });
  await typeNumber(rita, form, 'unitCost', '8.125');
  await fillIn(rita, form, 'date', { type: 'datepicker', selected_date: '1700-01-01' });
  await choose(rita, form, 'campaignTarget', 'yes');
  await rita.submit(form);
  await expect
    .poll(async () => errorsOf(await modalThat(rita, /Edit/)))
    .toMatchObject({
      date: 'Dates must lie between the years 1900 and 2999.',
      unitCost: expect.stringContaining('12.50'),
    });
  await fillIn(rita, form, 'date', { type: 'datepicker', selected_date: '2026-12-24' });
  await typeNumber(rita, form, 'unitCost', '8');
  await rita.submit(form);
  await expect
    .poll(async () => errorsOf(await modalThat(rita, /Edit/)))
    .toMatchObject({
      campaignTarget: `${no} needs a campaign first.`,
    });
  const tooLong = await rita.type(form, /Description/, 'x'.repeat(300)).then(() => rita.submit(form));
  expect(tooLong).toMatchObject({ ok: false });
  expect((await card(no)).header).toMatchObject({
    description: 'Autumn call',
    date: expect.not.stringMatching('12-24'),
  });
});

it('tells of two people at once who changed what and when, and loses nothing of either', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.say(SALES, `/segment edit ${no}`);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  await rita.type(form, /^Description$/, 'Winter call');
  await updateHeader(as('soren'), { no, lines: 'follow', changes: { unitCost: '7.00', subject: 'Hello' } });
  await rita.submit(form);
  const stale = await modalThat(rita, /changed SM\d+ at/);
  const said = wordsIn(stale);
  expect(said).toContain('<@U0SOREN> changed');
  expect(said).toContain('edited the header');
  expect(said).toContain('Cost per contact: €8.00 → €7.00');
  expect(said).toContain('Subject: none → Hello');
  expect(initialOf(stale, 'description')).toBe('Winter call');
  expect(initialOf(stale, 'unitCost')).toBe('7.00');
  expect((await card(no)).header.description).toBe('Autumn call');

  await rita.submit(stale);
  await rita.submit(await modalThat(rita, /What about the lines/));
  await rita.noModal();
  expect((await card(no)).header).toMatchObject({
    description: 'Winter call',
    unitCost: '7.00',
    subject: 'Hello',
  });
});

it('reloads the form as the header is now, when one asks for it', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.say(SALES, `/segment edit ${no}`);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  await rita.type(form, /^Description$/, 'Winter call');
  await updateHeader(as('soren'), { no, lines: 'follow', changes: { description: 'Spring call' } });
  await rita.submit(form);
  const stale = await modalThat(rita, /changed SM\d+ at/);
  await rita.pressIn(stale, /Reload/);
  const fresh = await modalThat(rita, /Spring call/, /changed SM\d+ at/);
  expect(initialOf(fresh, 'description')).toBe('Spring call');
  await rita.submit(fresh);
  await rita.noModal();
  expect((await card(no)).header.description).toBe('Spring call');
});

it('says at the number of a new segment what the series does not allow, or that it is taken', async () => {
  const { rita, database, workspace } = running;
  await rita.say(SALES, '/segment new');
  const form = await modalThat(rita, /New segment/);
  await rita.type(form, /^Description$/, 'Own number');
  await rita.type(form, /^Number$/, 'my-1');
  const complaint = async () => errorsOf(await modalThat(rita, /New segment/)).no;
  await rita.submit(form);
  await expect.poll(complaint).toContain('cannot be typed');

  await database.sql`update number_series set manual_allowed = true where workspace_id = ${workspace.id}`;
  await rita.type(form, /^Number$/, 'my 1');
  await rita.submit(form);
  await expect.poll(complaint).toBe('This cannot be used.');
  const { no: taken } = await createSegment(as('rita'), { description: 'Taken' });
  await rita.type(form, /^Number$/, taken);
  await rita.submit(form);
  await expect.poll(complaint).toBe(`The number ${taken} is taken.`);
  await rita.type(form, /^Number$/, 'my-1');
  await rita.submit(form);
  await modalThat(rita, /MY-1 is created/);
});

it('shows on the card below what was done, when the form was opened from a card in a modal', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.post('home', {});
  let home: unknown;
  await expect
    .poll(async () => {
      ({ home } = await rita.see());
      return JSON.stringify(home);
    })
    .toContain(no);
  const blocks = (
    home as { blocks: { block_id: string; accessory?: { action_id: string; value: string } }[] }
  ).blocks;
  const row = blocks.find((block) => block.accessory?.value.includes(no));
  const where = { in: { home: true }, blockId: row?.block_id, actionId: row?.accessory?.action_id };
  await rita.act('click', where);
  const shown = await modalThat(rita, /Autumn call/);
  await rita.pressIn(shown, /^Edit$/);
  const form = await modalThat(rita, new RegExp(`Edit ${no}`));
  await rita.type(form, /^Description$/, 'Winter call');
  await rita.submit(form);
  await rita.submit(await modalThat(rita, /What about the lines/));
  const after = await modalThat(rita, /The header is changed/);
  expect(wordsIn(after)).toContain('Winter call');
  await rita.pressIn(after, /^Contacts$/);
  await chooseInRow(rita, await modalThat(rita, /Contacts of/), /Ann/, /^Edit$/);
  const line = await modalThat(rita, /When empty, from the header: Winter call/);
  await typeNumber(rita, line, 'cost', '3');
  await rita.submit(line);
  await modalThat(rita, /line of CT000004 is changed/);
});
