import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { contacts, languages } from '../../../src/db/schema/index.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addPeople, caller, startList } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let rita: ReturnType<typeof caller>;

beforeAll(async () => {
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addPeople(ours, 1);
  await database.db.insert(languages).values([
    { workspaceId: theirs.id, code: 'DAN', description: 'Not ours' },
    { workspaceId: ours.id, code: 'DAN', description: 'Danish' },
    { workspaceId: ours.id, code: 'FRA', description: '' },
  ]);
  rita = caller(ours, 'rita', (await startList(ours)).listId);
  await rita.take();
});

it.each([
  ['DAN', 'Danish'],
  ['FRA', 'FRA'],
  [null, null],
])('names the language of a contact that has %s', async (languageCode, language) => {
  await database.db
    .update(contacts)
    .set({ languageCode })
    .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 1)));
  expect(await rita.shown()).toMatchObject({ language });
});
