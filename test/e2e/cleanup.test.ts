import { afterEach, expect, test } from 'vitest';
import { cancelInteractions } from '../../src/services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../src/services/interactions/cancel-logged-segment.ts';
import { requestLogging } from '../../src/services/interactions/request-logging.ts';
import { addPeople } from '../support/interaction-log.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, errorsOf, modalThat, tick, wordsIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const running = useRunningApp((workspace) => addPeople(workspace, 3));
afterEach(() => closeAll(running.anna, running.rita));

const interactions = async () => {
  const { database, workspace } = running;
  const [row] = await database.sql<{ n: number }[]>`
    select count(*)::integer as n from interaction_log_entries where workspace_id = ${workspace.id}`;
  return row?.n;
};

async function logged(): Promise<void> {
  const { workspace, rita } = running;
  const no = await makeSegment(workspace.as('rita'), { salespersonCode: 'RR' });
  await requestLogging(workspace.as('rita'), { no, channel: 'C0SALES', followUp: false });
  await rita.reads('C0SALES', new RegExp(`logged ${no}`));
}

test('An admin says which days, sees how much that is, confirms, and is told what was deleted.', async () => {
  const { anna, workspace, database } = running;
  await logged();
  await logged();
  await database.sql`
    update interaction_log_entries set date = '2020-03-01'
    where workspace_id = ${workspace.id} and logged_segment_id = (select min(id) from logged_segments)`;
  await database.sql`
    update logged_segments set created_on = '2020-03-01' where workspace_id = ${workspace.id} and entry_no = 1`;
  for (const entryNo of [1, 2]) await cancelLoggedSegment(workspace.as('anna'), { entryNo, canceled: true });

  await anna.say('C0SALES', '/segment cleanup');
  const form = await modalThat(anna, /Delete canceled/);
  expect(wordsIn(form)).toContain('2 logged segments');
  expect(wordsIn(form)).toContain('8 interactions');
  await tick(anna, form, [/logged segments/, /interactions/]);
  for (const [days, problem] of [
    ['when it rains', 'We cannot read “when it rains” as days'],
    ['2999-01-01', 'That begins on 1 Jan 2999'],
    ['before 2999-01-01', 'That ends on 31 Dec 2998, which is still to come'],
    ['2020-03-15..2020-03-01', 'That ends on 1 Mar 2020, before it begins'],
    ['before 2020', 'is canceled and dated so: until 31 Dec 2019'],
  ] as const) {
    await anna.type(form, /Only of these days/, days);
    await anna.submit(form);
    await expect.poll(async () => errorsOf(await anna.modal()).dated).toContain(problem);
  }
  await anna.type(form, /Only of these days/, 'before 1 January 2021');
  await anna.submit(form);
  const question = await modalThat(anna, /This \(until 31 Dec 2020\) is deleted for good/);
  expect(wordsIn(question)).toContain('• *1 logged segment*\n• *4 interactions*');

  // Meanwhile somebody lets one of them count again: what was shown is asked about anew.
  await cancelLoggedSegment(workspace.as('anna'), { entryNo: 1, canceled: false });
  await cancelInteractions(workspace.as('anna'), { entryIds: await oldOnes(3) });
  await anna.submit(question);
  const again = await modalThat(anna, /not the same any more/);
  expect(wordsIn(again)).toContain('• *3 interactions*');
  expect(wordsIn(again)).not.toContain('logged segment*');
  await anna.submit(again);
  await modalThat(anna, /It is being deleted/);
  const report = await anna.reads('direct', /The clean-up is done/);
  expect(wordsOf(report)).toContain(
    'Deleted: 0 logged segments, 0 campaign entries, 3 interactions, 0 tasks.',
  );
  expect(wordsOf(report)).toContain('Only what is dated so: until 31 Dec 2020.');
  expect(await interactions()).toBe(5);
});

async function oldOnes(count: number): Promise<number[]> {
  const { database, workspace } = running;
  const rows = await database.sql<{ id: number }[]>`
    select id::integer from interaction_log_entries
    where workspace_id = ${workspace.id} and date = '2020-03-01' order by id limit ${count}`;
  return rows.map(({ id }) => id);
}

test('A rep is refused.', async () => {
  const { rita } = running;
  const before = await interactions();
  await rita.say('C0SALES', '/segment cleanup');
  await rita.reads('C0SALES', /Only admins of the app may do this/);
  await rita.noModal();
  expect(await interactions()).toBe(before);
});
