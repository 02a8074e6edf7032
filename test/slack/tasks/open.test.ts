import { drizzle } from 'drizzle-orm/postgres-js';
import { beforeAll, expect, it } from 'vitest';
import { openNewTask } from '../../../src/slack/tasks/open.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});

it('The form for a contact opens without reading what the contact has been part of.', async () => {
  const asked: string[] = [];
  const logger = { logQuery: (query: string) => void asked.push(query) };
  const ctx = { ...ours.as('rita'), db: drizzle({ client: database.sql, logger }) };
  const opened: unknown[] = [];
  await openNewTask({ ctx, openView: async (view) => opened.push(view) }, 'ct000003');
  expect(JSON.stringify(opened)).toContain('Bo · Alpha');
  expect(asked.filter((query) => /segment|interaction|opportunit/.test(query))).toEqual([]);
  const outsider = { ...ctx, ...ours.as('rita', { actor: { outsider: true } }) };
  await expect(openNewTask({ ctx: outsider, openView: async () => {} }, 'CT000003')).rejects.toMatchObject({
    code: 'outsider',
  });
});
