import { parse } from 'csv-parse/sync';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { chooseInMessage } from '../support/dots.ts';
import { addPeople, logToSales } from '../support/interaction-log.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, modalThat } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { unzip } from '../support/unzip.ts';
import { addContacts } from '../support/workspace.ts';

const PEOPLE = 12;
const running = useRunningApp(async (workspace) => {
  await addPeople(workspace, PEOPLE);
  await addContacts(workspace, [
    { id: 50, name: 'Byens Borde', territory: 'S', salesperson: 'RR' },
    { id: 51, name: 'Nina Berg', company: 50, territory: 'S', salesperson: 'RR' },
  ]);
});
let entry: number;
let parent: Message;

/** Logs a segment, unless told otherwise of Aarhus Møbler and its people. */
async function logged(criteria = '-territory:S'): Promise<void> {
  const no = await makeSegment(running.workspace.as('rita'), { salespersonCode: 'RR', criteria });
  ({ entry, parent } = await logToSales(running, no));
  await expect.poll(async () => (await thread()).length).toBe(2);
  // That the CSV stands is known once Slack's answer is noted.
  await expect
    .poll(
      () =>
        running.database
          .sql`select from channel_posts where posted_revision < revision and status <> 'failed'`,
    )
    .toEqual([]);
}
afterEach(() => closeAll(running.rita, running.soren));

const thread = async () =>
  (await running.rita.messages('C0SALES')).filter((message) => message.threadTs === parent.ts);
const parentNow = async () => {
  const found = (await running.rita.messages('C0SALES')).find(({ ts }) => ts === parent.ts);
  return found ? wordsOf(found) : '';
};
/** The card as it is now, not one that was shown before. */
const card = (person: Person, words = 'Log entry') =>
  person.ask('C0SALES', `/segment logged ${entry}`, new RegExp(`${words} ${entry}: `));
async function confirm(person: Person, question: RegExp, done: RegExp): Promise<void> {
  const view = await modalThat(person, question);
  expect(await person.submit(view)).toMatchObject({ ok: true });
  await modalThat(person, done);
  await closeAll(person);
}

test('A log entry is canceled from its card, and the channel says so; one of its rows cannot count alone.', async () => {
  const { rita, soren } = running;
  await logged();
  await soren.press(await card(soren, 'Løbenr.'), /^Annuller løbenummer$/);
  await soren.reads('C0SALES', /kun den, der logførte/);
  await rita.press(await card(rita), /^Cancel log entry$/);
  await confirm(
    rita,
    new RegExp(`Cancel log entry ${entry} Autumn call\\? \\*13 interactions\\*`),
    /13 interactions canceled/,
  );
  await expect.poll(parentNow).toContain('Canceled: Autumn call');
  // The parent says it; the twelve lines below it need not.
  expect((await thread()).map(wordsOf).join()).not.toContain('~');

  await chooseInMessage(rita, await card(rita), /Person 01/, /Undo cancellation/);
  await rita.reads('C0SALES', new RegExp(`Log entry ${entry} is canceled, and while it is`));
  await rita.press(await card(rita), /^Undo cancellation$/);
  await confirm(rita, /\*13 interactions\* will be in all figures again/, /13 interactions counting again/);
  await expect.poll(parentNow).toContain('Interactions logged: Autumn call');
});

test('One interaction is canceled from its row: its line is struck, and a note stands under the CSV.', async () => {
  const { rita } = running;
  await logged();
  await chooseInMessage(rita, await card(rita), /Person 01/, /^Cancel$/);
  await confirm(rita, /Cancel \*1 interaction\*\?/, /1 interaction canceled/);
  await expect.poll(parentNow).toContain('1 of its 13 interactions do not count any more');
  await expect.poll(async () => (await thread()).map(wordsOf).join()).toMatch(/~\d+\. \*Person 01/);
  await expect
    .poll(async () => (await thread()).map(wordsOf).join())
    .toContain(
      `1 of its interactions was canceled. As it is now: \`/interaction list logged:${entry} export\``,
    );

  await rita.press(await card(rita), /^Canceled \(1\)$/);
  await rita.reads('C0SALES', /canceled 1–1 of 1/);
  await rita.say('C0SALES', '/segment logged canceled Q3 2026');
  await rita.reads('C0SALES', /No logged segment is like that/);
});

test('The interaction log is asked for in words: whose, and which days.', async () => {
  const { rita } = running;
  await logged('territory:S');
  await chooseInMessage(rita, await card(rita), /Nina Berg/, /^Cancel$/);
  await confirm(rita, /Cancel \*1 interaction\*\?/, /1 interaction canceled/);
  const ask = async (rest: string, answer: RegExp) =>
    wordsOf(await rita.ask('C0SALES', `/interaction list ${rest}`, answer));
  await ask('this week', /My interactions/);
  const company = await ask(
    'company:Byens from 1 Oct 2026 to 15 Dec 2026',
    /Interactions: Byens Borde \(CT000050\)/,
  );
  expect(company).toMatch(/1–2 of 2 · cost €/);
  expect(await ask('contact:"Nina Berg" canceled', /Interactions: Nina Berg/)).toContain('1–1 of 1');
  await ask('salesperson:RR Q3 2026', /There are no such interactions/);
  await ask('from 2026-11-15 to 2026-10-01', /ends on 1 Oct 2026, before it begins on 15 Nov 2026/);
  await ask('from 2099-01-01 to 2099-02-01', /begins on 1 Jan 2099, and what is still to come/);
  await ask('campaign:CP9999', /There is no campaign CP9999/);

  await rita.say('C0SALES', '/contact CT000051');
  const contact = await rita.reads('C0SALES', /0 interactions · cost €0.00/);
  expect(wordsOf(contact)).toContain('last interaction 23 Nov 2026');
  await rita.press(contact, /^Interactions$/);
  const list = await rita.reads('C0SALES', /Interactions: Nina Berg \(CT000051\)/);
  await chooseInMessage(rita, list, /Nina Berg/, /Undo cancellation/);
  await confirm(rita, /Let \*1 interaction\* count again/, /1 interaction counting again/);
  await expect
    .poll(async () => (await thread()).map(wordsOf).join())
    .toContain('counts again: the file is right');
});

test('The interactions are listed and come as CSV and as an Excel file by direct message.', async () => {
  const { rita, playground } = running;
  await logged();
  await rita.press(await card(rita), /^Interactions$/);
  const list = await rita.reads('C0SALES', new RegExp(`Interactions of log entry ${entry}`));
  expect(wordsOf(list)).toContain('1–8 of 13');
  await rita.press(list, /^Export CSV$/);
  await rita.press(list, /^Export Excel$/);
  const files = async () => (await rita.direct()).flatMap((message) => message.files ?? []);
  await expect
    .poll(async () => (await files()).map(({ name }) => name).sort())
    .toEqual([`interactions-${entry}.csv`, `interactions-${entry}.xlsx`]);
  const download = async (name: string) => {
    const file = (await files()).find((one) => one.name === name);
    return Buffer.from(await (await fetch(`${playground.url}${file?.download}`)).arrayBuffer());
  };
  const rows = parse(await download(`interactions-${entry}.csv`), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(rows).toHaveLength(13);
  expect(new Set(rows.map((row) => row.Canceled))).toEqual(new Set(['No']));
  expect(rows.map((row) => row.Name)).toContain('Person 01');
  const sheet = Object.values(unzip(await download(`interactions-${entry}.xlsx`))).join('\n');
  expect(sheet).toContain('Person 12');
  expect(sheet).toContain('Aarhus Møbler');
});
