import { afterEach, expect, it } from 'vitest';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { reduceContacts } from '../../src/services/segments/reduce-contacts.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { updateHeader } from '../../src/services/segments/update-header.ts';
import { criteria } from '../support/criteria.ts';
import { chooseInRow, closeAll, modalThat, pressInRow, wordsIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK' },
    { id: 2, name: 'Byens Borde', country: 'SE' },
    { id: 4, name: 'Ann', company: 1, country: 'DK' },
    { id: 5, name: 'Bo', company: 1, country: 'DK' },
    { id: 6, name: 'Shy', company: 1, country: 'DK', excluded: true },
  ]);
});

afterEach(() => closeAll(running.rita, running.soren));

const as = (person: 'rita' | 'soren') => running.workspace.as(person, { now: () => new Date() });
const size = async (no: string) => {
  const { companies, people } = (await showSegment(as('rita'), { no })).header.counts;
  return companies + people;
};

/** Three steps: three Danes added, the company taken away, the cost changed. */
async function segment(): Promise<string> {
  const { no } = await createSegment(as('rita'), { description: 'Autumn call', templateCode: 'BUS' });
  await add(as('rita'), { no, criteria: criteria('country:DK') });
  await reduceContacts(as('soren'), { no, criteria: criteria('type:company') });
  await updateHeader(as('rita'), { no, lines: 'follow', changes: { unitCost: '9.00' } });
  return no;
}

it('lists the steps in words, and goes back to any of them and forward again', async () => {
  const { rita } = running;
  const no = await segment();
  const card = await rita.ask(SALES, `/segment show ${no}`, new RegExp(`${no} · Autumn`));
  await rita.press(card, /^Steps$/);
  const list = await modalThat(rita, new RegExp(`Steps of ${no}`));
  const said = wordsIn(list);
  expect(said).toMatch(/\*3\.\* Header edited: Cost per contact[^\n]*\n.*<@U0RITA>.*you are here/);
  expect(said).toMatch(/\*2\.\* Removed: type is company\n−1 contact .*<@U0SOREN>/);
  expect(said).toMatch(/\*1\.\* Added: country is Denmark\n\+3 contacts/);
  expect(said.indexOf('*3.*')).toBeLessThan(said.indexOf('*1.*'));

  await pressInRow(rita, list, /\*1\.\*/);
  const back = await modalThat(rita, new RegExp(`${no} is at step 1 now. Added 1 contact`));
  expect(await size(no)).toBe(3);
  expect((await showSegment(as('rita'), { no })).header.unitCost).toBe('8.00');
  expect(JSON.stringify(back.view)).toContain('1 edit is made again');
  await pressInRow(rita, back, /\*3\.\*/);
  const forward = await modalThat(rita, new RegExp(`${no} is at step 3 now. Removed 1 contact`));
  expect((await showSegment(as('rita'), { no })).header.unitCost).toBe('9.00');
  await pressInRow(rita, forward, /Before the first step/);
  await modalThat(rita, /before its first step now/);
  expect(await size(no)).toBe(0);
});

it('asks before it goes, and goes nowhere from a list that is out of date', async () => {
  const { rita } = running;
  const no = await segment();
  await rita.say(SALES, `/segment steps ${no}`);
  const list = await modalThat(rita, new RegExp(`Steps of ${no}`));
  const view = JSON.stringify(list.view);
  expect(view).toContain(`Steps 2 to 3 of ${no} are undone. Comes back: 1 contact`);
  await updateHeader(as('soren'), { no, lines: 'follow', changes: { unitDuration: 5 } });
  await pressInRow(rita, list, /\*1\.\*/);
  const fresh = await modalThat(rita, /changed SM\d+ at/);
  expect(wordsIn(fresh)).toContain('<@U0SOREN> changed');
  expect(wordsIn(fresh)).toContain('*4.* Header edited: Minutes per contact');
  expect(await size(no)).toBe(2);
});

it('says why a contact is on the segment, or is not', async () => {
  const { rita } = running;
  const no = await segment();
  const on = await rita.ask(SALES, `/segment why ${no} ct000004`, /\*Ann\* \(CT000004\) is on/);
  expect(wordsOf(on)).toMatch(/Step 1 added it.*country is Denmark/s);
  const off = await rita.ask(SALES, `/segment why ${no} CT000001`, /Aarhus Møbler.*is not on .* any more/);
  expect(wordsOf(off)).toMatch(/Step 1 added it.*Step 2 removed it.*type is company.*U0SOREN/s);
  await rita.ask(SALES, `/segment why ${no} CT000002`, /Byens Borde.*no step has added it/);
  await rita.ask(SALES, `/segment why ${no} CT000006`, /Shy.*no step has added it.*exclude from segment/s);
  await rita.ask(SALES, `/segment why ${no} CT9`, /There is no contact CT9/);
  await rita.ask(SALES, `/segment why ${no}`, /Which contact\?/);

  await rita.say(SALES, `/segment lines ${no}`);
  const list = await modalThat(rita, /Contacts of/);
  await chooseInRow(rita, list, /Ann/, /^Why/);
  await modalThat(rita, /\*Ann\* \(CT000004\) is on/);
});
