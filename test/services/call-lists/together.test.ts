import { expect, it } from 'vitest';
import { showList } from '../../../src/services/call-lists/show-list.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type PersonName } from '../../support/workspace.ts';
import { addPeople, caller, entriesOf, itemsOf, startList } from './support.ts';

const database = useDatabase();
const CONTACTS = 100;

it('gives three reps at once 100 contacts: none twice, none left out', async () => {
  const workspace = await makeWorkspace(database.db, 'T1');
  const other = await makeWorkspace(database.db, 'T2');
  await addPeople(workspace, CONTACTS);
  await addPeople(other, 3);
  const { listId } = await startList(workspace);
  const elsewhere = await startList(other);
  const called: number[] = [];
  const work = async (person: PersonName) => {
    const { take, record, held } = caller(workspace, person, listId);
    let contact: { contactId: number; turn: string } | null = await take();
    while (contact) {
      called.push(contact.contactId);
      const done = contact;
      const doubleTap = done.contactId % 10 === 0 ? [record(done, 'reached')] : [];
      await Promise.all([record(done, 'reached'), ...doubleTap]);
      contact = await held();
    }
  };
  await Promise.all([work('rita'), work('soren'), work('olaf')]);

  expect([...called].sort((a, b) => a - b)).toEqual(Array.from({ length: CONTACTS }, (_, n) => n + 1));
  const entries = await entriesOf(workspace);
  expect(new Set(entries.map(({ entry }) => entry.contactId)).size).toBe(CONTACTS);
  expect(entries.length).toBe(CONTACTS);
  expect(new Set(entries.map(({ entry }) => entry.memberId))).toEqual(new Set([101, 102, 105]));
  const { progress } = await showList(workspace.job(), { listId });
  expect(progress).toMatchObject({
    total: CONTACTS,
    done: { reached: CONTACTS },
    left: 0,
    waiting: 0,
    calling: [],
  });
  expect(await itemsOf(other)).toEqual([]);
  await expect(showList(other.job(), { listId: elsewhere.listId })).resolves.toMatchObject({
    progress: { total: 3, left: 3 },
  });
  // A busy machine takes its time for so many transactions.
});

it('gives somebody who opens the list in many windows at once one contact', async () => {
  const workspace = await makeWorkspace(database.db, 'T3');
  await addPeople(workspace, 10);
  const { listId } = await startList(workspace);
  const { take } = caller(workspace, 'rita', listId);
  const taken = await Promise.all(Array.from({ length: 8 }, () => take()));
  expect(new Set(taken.map((contact) => contact?.contactId)).size).toBe(1);
  expect(await itemsOf(workspace)).toHaveLength(1);
});

it('says that nothing is left only when nothing is: whoever finds all lines held waits', async () => {
  const workspace = await makeWorkspace(database.db, 'T4');
  await addPeople(workspace, 2);
  const { listId } = await startList(workspace);
  const takers = (['rita', 'soren', 'mona', 'anna', 'olaf'] as const).map((person) =>
    caller(workspace, person, listId).take(),
  );
  const taken = (await Promise.all(takers)).flatMap((contact) => (contact ? [contact.contactId] : []));
  expect(taken.sort()).toEqual([1, 2]);
});

it('passes over a line that a change of the segment holds, and comes back to it', async () => {
  const workspace = await makeWorkspace(database.db, 'T5');
  await addPeople(workspace, 1);
  const { listId } = await startList(workspace);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = () => {};
  const holding = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const change = database.sql.begin(async (sql) => {
    await sql`select from segment_lines where workspace_id = ${workspace.id} for update`;
    isHeld();
    await held;
  });
  await holding;
  const taking = caller(workspace, 'rita', listId).take();
  release();
  await change;
  expect((await taking)?.contactId).toBe(1);
});
