import { afterEach, expect, test } from 'vitest';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { addSeven, choose, chooseCode, headsOf, open, option } from '../support/criteria-modal.ts';
import { closeAll, wordsIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const running = useRunningApp(addSeven);

afterEach(async () => {
  await closeAll(running.rita, running.soren);
  await running.database.sql`delete from drafts`;
});

const newSegment = async (): Promise<string> =>
  (await createSegment(running.workspace.as('rita'), { description: 'Autumn call', templateCode: 'BUS' })).no;
const shown = (no: string) => showSegment(running.workspace.as('rita'), { no });

test('Rows of filters are counted before anything is saved, and carried out once.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  expect(wordsIn(view)).toContain('No filter yet: this adds every contact.');
  expect(wordsIn(view)).toContain('Would add *7 contacts (3 companies, 4 people)*');

  await choose(rita, view, 0, 'criteria.field', 'country');
  view = await rita.modal(/Country is one of/);
  expect(await chooseCode(rita, view, 'denm', 'DK')).toEqual(['Denmark (DK)']);
  view = await rita.modal(/Would add \*5 contacts/);
  expect(wordsIn(view)).toContain('As text: `country:DK`');

  await rita.pressIn(view, /^Add filter$/);
  await expect.poll(async () => headsOf(await rita.modal()).length).toBe(2);
  view = await rita.modal(/Counted at/);
  await choose(rita, view, 1, 'criteria.field', 'type');
  view = await rita.modal(/Type is/);
  await rita.fill(view, /^criteria\.choice$/, {
    type: 'static_select',
    selected_option: option('person', 'Person'),
  });
  view = await rita.modal(/Would add \*3 contacts \(0 companies, 3 people\)\*/);
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
  view = await rita.modal(/Name is/);
  await rita.type(view, /^criteria\.typed$/, 'ann');
  view = await rita.modal(/Would add \*1 contact /);
  await choose(rita, view, 0, 'criteria.operator', 'contains');
  view = await rita.modal(/Name contains/);
  view = await rita.modal(/name:\*ann\*/);
  expect(JSON.stringify(view.state)).toContain('"ann"');
  await rita.fill(view, /^options$/, {
    type: 'checkboxes',
    selected_options: [option('expandCompanies', 'Expand companies')],
  });
  view = await rita.modal(/Would add \*3 contacts \(1 company, 2 people\)/);
  await rita.pressIn(view, /^✕$/);
  view = await rita.modal(/Would add \*7 contacts/);
  expect(headsOf(view)).toHaveLength(0);
});

test('A filter that is not filled in is not passed over.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'post-code');
  view = await rita.modal(/Post code is/);
  await choose(rita, view, 0, 'criteria.operator', 'between');
  view = await rita.modal(/Post code from/);
  expect(wordsIn(view)).toContain('Fill in all filters');
  await rita.submit(view);
  await expect
    .poll(async () => Object.values((await rita.modal()).errors))
    .toEqual(['Fill this in, or remove the filter.']);
  expect((await shown(no)).steps).toHaveLength(0);
});

test('Days are picked, and nobody with an interaction in them is found.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'interaction.date');
  view = await rita.modal(/Interaction date from/);
  await choose(rita, view, 0, 'criteria.operator', 'not-between');
  view = await rita.modal(/none from – to/);
  const picked = { type: 'datepicker', selected_date: '2026-10-01' };
  await rita.fill(view, /^criteria\.from-day$/, picked);
  view = await rita.modal(/As text: `-interaction\.date:2026-10-01\.\.`/);
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', /no interaction whose date is 1 Oct 2026 or after/);
  expect((await shown(no)).header.counts).toEqual({ companies: 3, people: 4 });
});

test('A segment that somebody changed meanwhile is left alone: the modal says so, with a new count.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await choose(rita, view, 0, 'criteria.field', 'country');
  view = await rita.modal(/Country is one of/);
  await chooseCode(rita, view, 'DK', 'DK');
  view = await rita.modal(/Would add \*5 contacts/);
  await add(running.workspace.as('soren'), { no, criteria: criteria('type:company') });
  await rita.submit(view);
  view = await rita.modal(/<@U0SOREN> changed/);
  expect(wordsIn(view)).toContain('Would add *3 contacts (0 companies, 3 people)*');
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
  await rita.modal(/not kept any more/);
  expect((await shown(no)).steps).toHaveLength(0);
});

test('Danes are asked and answered in Danish.', async () => {
  const no = await newSegment();
  const { soren } = running;
  await soren.say('C0SALES', `/segment refine ${no}`);
  const view = await soren.modal(/Talt kl\./);
  expect(wordsIn(view)).toContain('Beholder de kontakter');
  await soren.submit(view);
  await soren.noModal();
  await soren.reads('C0SALES', new RegExp(no));
});
