import { afterEach, expect, test } from 'vitest';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { addSeven, open } from '../support/criteria-modal.ts';
import { closeAll, wordsIn } from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';

const running = useRunningApp(addSeven);

afterEach(() => closeAll(running.rita));

const newSegment = async (): Promise<string> =>
  (await createSegment(running.workspace.as('rita'), { description: 'Autumn call', templateCode: 'BUS' })).no;
const shown = (no: string) => showSegment(running.workspace.as('rita'), { no });

test('Filters can be written as text, with mistakes said while typing, and shown as rows again.', async () => {
  const no = await newSegment();
  await add(running.workspace.as('rita'), { no, criteria: criteria('') });
  const { rita } = running;
  let view = await open(rita, 'reduce', no);
  expect(wordsIn(view)).toContain('this removes every contact');
  await rita.pressIn(view, /^Write as text$/);
  view = await rita.modal(/Filters as text/);
  await rita.type(view, /^text$/, 'contry:DK');
  view = await rita.modal(/could not be made/);
  expect(wordsIn(view)).toContain('country');
  await rita.submit(view);
  await expect.poll(async () => Object.keys((await rita.modal()).errors)).toEqual(['text']);
  await rita.type(view, /^text$/, 'country:DK|SE name:S*');
  view = await rita.modal(/Would remove \*1 contact \(1 company, 0 people\)/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await rita.modal(/Name begins with/);
  expect(JSON.stringify(view.view)).toContain('Denmark (DK)');
  view = await rita.modal(/Counted at/);
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
  view = await rita.modal(/Filters as text/);
  await rita.type(view, /^text$/, 'name:"A*|*r"');
  view = await rita.modal(/Would add \*2 contacts/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await rita.modal(/more than rows can show/);
  expect(JSON.stringify(view.state)).toContain('A*|*r');
});

test('Groups, negations and days in words can be pasted as text.', async () => {
  const no = await newSegment();
  const { rita } = running;
  let view = await open(rita, 'add', no);
  await rita.pressIn(view, /^Write as text$/);
  view = await rita.modal(/Filters as text/);
  await rita.type(view, /^text$/, '(country:DK OR name:Dan');
  view = await rita.modal(/This bracket is not closed/);
  await rita.type(view, /^text$/, '(type:company OR name:Dan) -country:DK -interaction.date:“last 30 days”');
  view = await rita.modal(/Would add \*2 contacts \(1 company, 1 person\)/);
  await rita.pressIn(view, /^Back to filters$/);
  view = await rita.modal(/more than rows can show/);
  await rita.submit(view);
  await rita.noModal();
  await rita.reads('C0SALES', /“last 30 days”/);
  const card = await shown(no);
  expect(card.header.counts).toEqual({ companies: 1, people: 1 });
  expect(JSON.stringify(card.steps[0]?.input)).toContain('"words":"last 30 days"');
});
