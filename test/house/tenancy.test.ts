import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import * as schema from '../../src/db/schema/index.ts';

/** Tables that are not of one workspace: the list of workspaces, and the queue's workers. */
const SHARED = ['workspaces', 'job_workers'];

const tables = Object.values(schema)
  .filter((value) => value instanceof PgTable)
  .map((table) => getTableConfig(table))
  .filter((table) => !SHARED.includes(table.name));

describe.each(tables.map((table) => [table.name, table] as const))('table %s', (_name, table) => {
  it('has its workspace first in the primary key', () => {
    const inline = table.columns.filter((column) => column.primary).map((column) => column.name);
    const composite = table.primaryKeys.map((key) => key.columns.map((column) => column.name));
    for (const key of [...composite, ...(inline.length > 0 ? [inline] : [])]) {
      expect(key[0]).toBe('workspace_id');
    }
    expect(composite.length + inline.length).toBe(1);
  });

  it('has its workspace first in every index and unique constraint', () => {
    for (const index of table.indexes) {
      const [first] = index.config.columns;
      expect(first && 'name' in first ? first.name : undefined, index.config.name).toBe('workspace_id');
    }
    for (const unique of table.uniqueConstraints) {
      expect(unique.columns[0]?.name, unique.name).toBe('workspace_id');
    }
  });

  it('points at other tables within the workspace only', () => {
    expect(
      table.foreignKeys.length,
      'a foreign key to its workspace, directly or through another row',
    ).toBeGreaterThan(0);
    for (const key of table.foreignKeys) {
      expect(key.reference().columns[0]?.name, key.getName()).toBe('workspace_id');
    }
  });
});
