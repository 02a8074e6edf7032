import { afterEach, expect, test } from 'vitest';
import type { OpenView, StateValue } from '../../src/playground/protocol.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { textOf } from '../support/valid-slack.ts';
import { addContacts } from '../support/workspace.ts';

// Two Danish companies with three people, a Swedish company, and a person of no company.
const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK' },
    { id: 2, name: 'Byens Borde', country: 'DK' },
    { id: 3, name: 'Stolar AB', country: 'SE' },
    { id: 4, name: 'Ann', company: 1, country: 'DK' },
    { id: 5, name: 'Bo', company: 1, country: 'DK' },
    { id: 6, name: 'Cia', company: 2, country: 'DK' },
    { id: 7, name: 'Dan', type: 'person' },
  ]);
});

afterEach(async () => {
  for (const person of [running.rita, running.soren]) {
    const root = (await person.see()).views.at(0);
    if (root) await person.post('close', { view: root.id, all: true });
  }
});

const newSegment = async (): Promise<string> =>
  (await createSegment(running.workspace.as('rita'), { description: 'Autumn call', templateCode: 'BUS' })).no;
const shown = (no: string) => showSegment(running.workspace.as('rita'), { no });

interface Block {
  type: string;
  block_id: string;
  element?: { action_id: string };
  elements?: { action_id: string; type: string }[];
}
const blocksOf = (view: OpenView) => view.view.blocks as Block[];
const headsOf = (view: OpenView) => blocksOf(view).filter(({ block_id: id }) => id.startsWith('row:'));
const option = (value: string, text = value) => ({ text: { type: 'plain_text', text }, value });

/** Chooses from a select of the row, 0 for the first. */
function choose(person: Person, view: OpenView, row: number, actionId: string, value: string) {
  const head = headsOf(view)[row];
  const select: StateValue = { type: 'static_select', selected_option: optionOf(view, row, actionId, value) };
  return person.post('click', { in: { view: view.id }, blockId: head?.block_id, actionId, value: select });
}

function optionOf(view: OpenView, row: number, actionId: string, value: string) {
  const select = headsOf(view)[row]?.elements?.find(({ action_id: id }) => id === actionId) as
    | { options?: { value: string }[]; option_groups?: { options: { value: string }[] }[] }
    | undefined;
  const options = [
    ...(select?.options ?? []),
    ...(select?.option_groups ?? []).flatMap((group) => group.options),
  ];
  const found = options.find((one) => one.value === value);
  if (!found) throw new Error(`${value} is not offered`);
  return found;
}

/** Searches for a code as a person does, and chooses it. @returns what was offered */
async function chooseCode(person: Person, view: OpenView, query: string, code: string): Promise<string[]> {
  const value = blocksOf(view).find(({ block_id: id }) => id.startsWith('value:'));
  const search = { view: view.id, blockId: value?.block_id, actionId: 'criteria.codes', query };
  const found = (await person.post('suggest', search)) as unknown as { options: ReturnType<typeof option>[] };
  const chosen = found.options.filter((one) => one.value === code);
  const filled = await person.fill(view, /^criteria\.codes$/, {
    type: 'multi_external_select',
    selected_options: chosen,
  });
  expect(filled).toMatchObject({ ok: true });
  return found.options.map((one) => one.text.text);
}

/** The modal as soon as its words match; `not` are words that must be gone. */
const modal = (person: Person, words: RegExp) => person.modal(words);

async function open(person: Person, verb: string, no: string): Promise<OpenView> {
  await person.say('C0SALES', `/segment ${verb} ${no}`);
  return modal(person, /Counted at/);
}

test('Rows of filters are counted before anything is saved, and carried out once.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  expect(textOf(blocksOf(view))).toContain('No filter yet: this adds every contact.');
  expect(textOf(blocksOf(view))).toContain('Would add *7 contacts (3 companies, 4 people)*');

  await choose(rita, view, 0, 'criteria.field', 'country');
  view = await modal(rita, /Country is one of/);
  expect(await chooseCode(rita, view, 'denm', 'DK')).toEqual(['Denmark (DK)']);
  view = await modal(rita, /Would add \*5 contacts/);
  expect(textOf(blocksOf(view))).toContain('As text: `country:DK`');

  await rita.pressIn(view, /^Add filter$/);
  await expect.poll(async () => headsOf(await rita.modal()).length).toBe(2);
  view = await modal(rita, /Counted at/);
  await choose(rita, view, 1, 'criteria.field', 'type');
  view = await modal(rita, /Type is/);
  await rita.fill(view, /^criteria\.choice$/, {
    type: 'static_select',
    selected_option: option('person', 'Person'),
  });
  view = await modal(rita, /Would add \*3 contacts \(0 companies, 3 people\)\*/);
  expect((await shown(no)).header.counts).toEqual({ companies: 0, people: 0 });

  // Two clicks on the button, as impatient people do.
  await Promise.all([rita.submit(view), rita.submit(view)]);
  await rita.noModal();
  const answer = await rita.reads('C0SALES', new RegExp(`${no} now holds`));
  expect(answer.ephemeralTo).toBe('U0RITA');
  expect(wordsOf(answer)).toContain('3 contacts (0 companies, 3 people)');
  const card = await shown(no);
  expect(card.header.counts).toEqual({ companies: 0, people: 3 });
  expect(card.steps).toHaveLength(1);
  const drafts = await running.database.sql`select 1 from drafts`;
  expect(drafts).toHaveLength(0);
});

test('Another operator keeps what was typed; a row can be taken away; the options count.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'name');
  view = await modal(rita, /Name is/);
  await rita.type(view, /^criteria\.typed$/, 'ann');
  view = await modal(rita, /Would add \*1 contact /);
  await choose(rita, view, 0, 'criteria.operator', 'contains');
  view = await modal(rita, /Name contains/);
  view = await modal(rita, /name:\*ann\*/);
  expect(JSON.stringify(view.state)).toContain('"ann"');
  await rita.fill(view, /^options$/, {
    type: 'checkboxes',
    selected_options: [option('expandCompanies', 'Expand companies')],
  });
  view = await modal(rita, /Would add \*3 contacts \(1 company, 2 people\)/);
  await rita.pressIn(view, /^Remove$/);
  view = await modal(rita, /Would add \*7 contacts/);
  expect(headsOf(view)).toHaveLength(0);
});

test('A filter that is not filled in is not passed over.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'post-code');
  view = await modal(rita, /Post code is/);
  await choose(rita, view, 0, 'criteria.operator', 'between');
  view = await modal(rita, /Post code from/);
  expect(textOf(blocksOf(view))).toContain('Fill in all filters');
  await rita.submit(view);
  await expect
    .poll(async () => Object.values((await rita.modal()).errors))
    .toEqual(['Fill this in, or remove the filter.']);
  expect((await shown(no)).steps).toHaveLength(0);
});

test('Filters can be written as text, with mistakes said while typing, and shown as rows again.', async () => {
  const no = await newSegment();
  await add(running.workspace.as('rita'), { no, criteria: criteria('') });
  const { rita } = running;
  let view = await open(rita, 'reduce', no);
  expect(textOf(blocksOf(view))).toContain('this removes every contact');
  await rita.pressIn(view, /^Write as text$/);
  view = await modal(rita, /Filters as text/);
  await rita.type(view, /^text$/, 'contry:DK');
  view = await modal(rita, /could not be made/);
  expect(textOf(blocksOf(view))).toContain('country');
  await rita.submit(view);
  await expect.poll(async () => Object.keys((await rita.modal()).errors)).toEqual(['text']);
  await rita.type(view, /^text$/, 'country:DK|SE name:S*');
  view = await modal(rita, /Would remove \*1 contact \(1 company, 0 people\)/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await modal(rita, /Name begins with/);
  expect(JSON.stringify(view.view)).toContain('Denmark (DK)');
  view = await modal(rita, /Counted at/);
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', /Removed 1 contact/);
  expect((await shown(no)).header.counts).toEqual({ companies: 2, people: 4 });
});

test('What rows cannot say stays as text.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await rita.pressIn(view, /^Write as text$/);
  view = await modal(rita, /Filters as text/);
  await rita.type(view, /^text$/, 'name:"A*|*r"');
  view = await modal(rita, /Would add \*2 contacts/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await modal(rita, /more than rows can show/);
  expect(JSON.stringify(view.state)).toContain('A*|*r');
});

test('Days are picked, and nobody with an interaction in them is found.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'interaction.date');
  view = await modal(rita, /Interaction date from/);
  await choose(rita, view, 0, 'criteria.operator', 'not-between');
  view = await modal(rita, /none from – to/);
  const picked = { type: 'datepicker', selected_date: '2026-10-01' };
  await rita.fill(view, /^criteria\.from-day$/, picked);
  view = await modal(rita, /As text: `-interaction\.date:2026-10-01\.\.`/);
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', /no interaction whose date is 1 Oct 2026 or after/);
  expect((await shown(no)).header.counts).toEqual({ companies: 3, people: 4 });
});

test('Groups, negations and days in words can be pasted as text.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await rita.pressIn(view, /^Write as text$/);
  view = await modal(rita, /Filters as text/);
  await rita.type(view, /^text$/, '(country:DK OR name:Dan');
  view = await modal(rita, /This bracket is not closed/);
  await rita.type(view, /^text$/, '(type:company OR name:Dan) -country:DK -interaction.date:“last 30 days”');
  view = await modal(rita, /Would add \*2 contacts \(1 company, 1 person\)/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await modal(rita, /more than rows can show/);
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', /“last 30 days”/);
  const card = await shown(no);
  expect(card.header.counts).toEqual({ companies: 1, people: 1 });
  expect(JSON.stringify(card.steps[0]?.input)).toContain('"words":"last 30 days"');
});

test('A segment that somebody changed meanwhile is left alone: the modal says so, with a new count.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'country');
  view = await modal(rita, /Country is one of/);
  await chooseCode(rita, view, 'DK', 'DK');
  view = await modal(rita, /Would add \*5 contacts/);
  await add(running.workspace.as('soren'), { no, criteria: criteria('type:company') });
  await rita.submit(view);
  view = await modal(rita, /<@U0SOREN> changed/);
  expect(textOf(blocksOf(view))).toContain('Would add *3 contacts (0 companies, 3 people)*');
  expect((await shown(no)).steps).toHaveLength(1);
  // What was chosen is still there, and the second press is meant.
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', new RegExp(`${no} now holds`));
  expect((await shown(no)).header.counts).toEqual({ companies: 3, people: 3 });
});

test('A draft that is not kept any more changes nothing, and the person is told to start again.', async () => {
  const no = await newSegment();
  const { rita } = running;
  const view = await open(rita, 'add', no);
  await running.database.sql`delete from drafts`;
  await rita.submit(view);
  await modal(rita, /not kept any more/);
  expect((await shown(no)).steps).toHaveLength(0);
});

test('Danes are asked and answered in Danish.', async () => {
  const no = await newSegment();
  const { soren } = running;
  await soren.say('C0SALES', `/segment refine ${no}`);
  const view = await soren.modal(/Talt kl\./);
  expect(textOf(blocksOf(view))).toContain('Beholder de kontakter');
  await soren.submit(view);
  await soren.noModal();
  await soren.reads('C0SALES', new RegExp(no));
});
