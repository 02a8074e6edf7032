import { expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test('A test file has a migrated database of its own.', async () => {
  const [row] =
    await database.sql`select current_database() as name, to_regclass('workspaces') as workspaces`;
  expect(row?.name).toMatch(/^segments_test_/);
  expect(row?.workspaces).toBe('workspaces');
});
