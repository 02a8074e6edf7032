import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { salespeople } from '../../../src/db/schema/index.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addPeople, caller, entriesOf, startList } from './support.ts';

const database = useDatabase();
let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await makeWorkspace(database.db, 'T0OURS');
  await addPeople(workspace, 2);
});

const block = (code: string) =>
  database.db
    .update(salespeople)
    .set({ blocked: true })
    .where(and(eq(salespeople.workspaceId, workspace.id), eq(salespeople.code, code)));

it('takes the caller’s own salesperson where the line’s is blocked by now', async () => {
  const { no, listId } = await startList(workspace);
  await editLine(workspace.as('rita'), { no, lineNo: 1, changes: { salespersonCode: 'JO' } });
  await block('JO');
  const { take, record, shown } = caller(workspace, 'soren', listId);
  await record(await take(), 'reached');
  expect((await entriesOf(workspace)).map(({ entry }) => entry.salespersonCode)).toEqual(['SS']);

  // The line's, the caller's and the contact's.
  await block('RR');
  await block('SS');
  await expect(record(await shown(), 'reached')).rejects.toMatchObject({
    code: 'interaction_salesperson_missing',
    params: { contact: 'Person 002' },
  });
});
