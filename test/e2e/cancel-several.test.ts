import { afterEach, expect, test } from 'vitest';
import type { Message, OpenView } from '../../src/playground/protocol.ts';
import { cancelInteractions } from '../../src/services/interactions/cancel-interactions.ts';
import { chooseInMessage } from '../support/dots.ts';
import { addPeople, logToSales } from '../support/interaction-log.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, errorsOf, modalThat, tick, wordsIn } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const running = useRunningApp((workspace) => addPeople(workspace, 12));
let entry: number;
let parent: Message;

/** Logs a segment of all contacts, and cancels the interactions with these. */
async function logged(canceled: string[] = []): Promise<void> {
  const { workspace, database } = running;
  const no = await makeSegment(workspace.as('rita'), { salespersonCode: 'RR' });
  ({ entry, parent } = await logToSales(running, no));
  await expect.poll(thread).toContain('Person 12');
  if (canceled.length === 0) return;
  const rows = await database.sql<{ id: number }[]>`
    select e.id::integer from interaction_log_entries e
    join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
    join logged_segments g on g.workspace_id = e.workspace_id and g.id = e.logged_segment_id
    where e.workspace_id = ${workspace.id} and g.entry_no = ${entry} and c.name in ${database.sql(canceled)}`;
  await cancelInteractions(workspace.as('rita'), { entryIds: rows.map(({ id }) => id) });
}
/** The whole log entry is canceled, without a word. */
const cancelLogged = () => running.database.sql`
  update logged_segments set canceled = true where workspace_id = ${running.workspace.id} and entry_no = ${entry}`;
afterEach(() => closeAll(running.rita, running.soren));

const thread = async () =>
  (await running.rita.messages('C0SALES'))
    .filter((message) => message.threadTs === parent.ts)
    .map(wordsOf)
    .join();
const newest = (person: Person, words = 'Interactions of log entry') =>
  person.ask('C0SALES', `/interaction list logged:${entry}`, new RegExp(`${words} ${entry}`));
const now = async (person: Person, list: Message) => {
  const found = (await person.messages('C0SALES')).find(({ ts }) => ts === list.ts);
  return found ? wordsOf(found) : '';
};
/** The rows that are struck, by name. */
const struck = async (person: Person, list: Message) =>
  [...(await now(person, list)).matchAll(/~[^~*]*\*([^*~]+)\*[^~*]*~/g)].map(([, name]) => name);

async function select(person: Person, list: Message, names: RegExp[]): Promise<OpenView> {
  await person.press(list, /^(Select several|Vælg flere) …$/);
  const view = await modalThat(person, /Select interactions|Vælg interaktioner/);
  await tick(person, view, names);
  expect(await person.submit(view)).toMatchObject({ ok: true });
  return view;
}

test('Several are chosen and canceled at once; the list and the channel say so.', async () => {
  const { rita } = running;
  await logged();
  const list = await newest(rita);
  await rita.press(list, /^Select several …$/);
  const view = await modalThat(rita, /Select interactions/);
  expect(wordsIn(view)).toContain('1–10 of 13');
  expect(wordsIn(view)).toContain('11–13 of 13');
  await rita.submit(view);
  await expect.poll(async () => Object.values(errorsOf(await rita.modal()))).toEqual(['Tick at least one.']);
  await tick(rita, view, [/Person 10/, /Person 12/, /Person 01/]);
  await rita.submit(view);
  const question = await modalThat(rita, /Cancel \*3 interactions\*\?/);
  await rita.submit(question);
  await modalThat(rita, /3 interactions canceled/);
  await expect.poll(() => struck(rita, list)).toEqual(['Person 12', 'Person 10']);
  await expect.poll(thread).toMatch(/~\d+\. \*Person 10/);
  await expect.poll(() => now(rita, parent)).toContain('3 of its 13 interactions do not count any more');
  expect(await thread()).toMatch(/~\d+\. \*Person 01/);
});

test('One is canceled from its dots, and the page that it stands on says so.', async () => {
  const { rita } = running;
  await logged();
  const list = await newest(rita);
  await rita.press(list, /^Older/);
  await expect.poll(() => now(rita, list)).toContain('9–13 of 13');
  const [page] = (await rita.messages('C0SALES')).filter(({ ts }) => ts === list.ts);
  await chooseInMessage(rita, page ?? list, /Person 03/, /^Cancel$/);
  await rita.submit(await modalThat(rita, /Cancel \*1 interaction\*\?/));
  await modalThat(rita, /1 interaction canceled/);
  await expect.poll(() => struck(rita, list)).toEqual(['Person 03']);
  expect(await now(rita, list)).toContain('9–13 of 13');
});

test('57: the topmost one is canceled, so all count again, whatever order they were ticked in.', async () => {
  const { rita } = running;
  await logged(['Person 01', 'Person 10', 'Person 12']);
  const list = await newest(rita);
  await select(rita, list, [/Person 09/, /Person 11/, /Person 12/]);
  const question = await modalThat(rita, /Let \*1 interaction\* count again\?/);
  expect(wordsIn(question)).toContain('The 2 others count already.');
  await rita.submit(question);
  await modalThat(rita, /1 interaction counting again/);
  await expect.poll(() => struck(rita, list)).toEqual(['Person 10']);
  await expect.poll(() => now(rita, parent)).toContain('2 of its 13 interactions do not count any more');
});

test('What stands in the way is said in the form, which stays as it is, and nothing is changed.', async () => {
  const { rita, soren, database, workspace } = running;
  await logged(['Person 01', 'Person 10']);
  const theirs = await newest(soren, 'Interaktioner for løbenr.');
  await select(soren, theirs, [/Person 11/, /Person 12/]);
  const refused = await modalThat(soren, /2 af disse er ikke dine/);
  expect(wordsIn(refused)).toContain('Person 11, Person 12');
  expect(wordsIn(refused)).toContain('1–10 af 13');

  await cancelLogged();
  const list = await newest(rita);
  await select(rita, list, [/Person 09/, /Person 10/]);
  await modalThat(rita, new RegExp(`Log entry ${entry} is canceled, and while it is`));
  expect(await struck(rita, list)).toEqual(['Person 10']);
  const [row] = await database.sql<{ n: number }[]>`
    select count(*)::integer as n from interaction_log_entries e
    join logged_segments g on g.workspace_id = e.workspace_id and g.id = e.logged_segment_id
    where e.workspace_id = ${workspace.id} and g.entry_no = ${entry} and e.canceled`;
  expect(row?.n).toBe(2);
});

test('Half of a choice that has become impossible since the question was asked is not done either.', async () => {
  const { rita } = running;
  await logged(['Person 10']);
  const list = await newest(rita);
  await select(rita, list, [/Person 09/, /Person 10/]);
  const question = await modalThat(rita, /Let \*1 interaction\* count again\?/);
  await cancelLogged();
  await rita.submit(question);
  await modalThat(rita, new RegExp(`Log entry ${entry} is canceled, and while it is`));
  expect(await struck(rita, list)).toEqual(['Person 10']);
});
