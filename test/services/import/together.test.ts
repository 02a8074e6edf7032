import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { connectDatabase } from '../../../src/db/client.ts';
import { importFolder } from '../../../src/services/import/import-folder.ts';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { csv, figures, folderOf, importContext, importFiles } from './support.ts';

const database = useDatabase();
let workspaceId: number;
let count = 0;
beforeEach(async () => {
  count += 1;
  workspaceId = await registerWorkspace(database.db, { teamId: `T0${count}` });
});

const contacts = (...rows: string[]) => ({ 'contacts.csv': csv('no,type,name', ...rows) });

/** Resolves once so many connections wait for a lock. */
const waiting = (many: number) =>
  expect
    .poll(async () => {
      const [row] = await database.sql`
          select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.count;
    })
    .toBe(many);

describe('two imports at once', () => {
  it('into one workspace take turns: the second finds what the first wrote', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `CT${at},company,Company ${at}`);
    const results = await Promise.all(
      [1, 2, 3].map(() => importFiles(database.db, workspaceId, contacts(...rows))),
    );
    expect(results.map((result) => figures(result)['contacts.csv']).sort()).toEqual([
      '0/0/500',
      '0/0/500',
      '500/0/0',
    ]);
  });

  it('into two workspaces do not wait for each other', async () => {
    const other = await registerWorkspace(database.db, { teamId: `T0OTHER${count}` });
    await database.sql.begin(async (tx) => {
      await tx`select from number_series where workspace_id = ${other} for update`;
      const result = await importFiles(database.db, workspaceId, contacts('CT1,company,Alpha'));
      expect(figures(result)).toEqual({ 'contacts.csv': '1/0/0' });
    });
  });
});

it('waits for a row that somebody else is changing, and then has the last word', async () => {
  await importFiles(database.db, workspaceId, contacts('CT1,company,Alpha', 'CT2,company,Beta'));
  let importing: ReturnType<typeof importFiles> | undefined;
  await database.sql.begin(async (tx) => {
    await tx`update contacts set name = 'Changed' where workspace_id = ${workspaceId} and no = 'CT1'`;
    importing = importFiles(database.db, workspaceId, contacts('CT1,company,Imported', 'CT2,company,Beta'));
    await waiting(1);
  });
  expect(figures((await importing) ?? { files: [], ...none })).toEqual({ 'contacts.csv': '0/1/1' });
  const [row] =
    await database.sql`select name from contacts where workspace_id = ${workspaceId} and no = 'CT1'`;
  expect(row).toEqual({ name: 'Imported' });
});

const none = { badRows: 0, contacts: { companies: 0, people: 0 }, madeRoom: null, notUsed: [], unknown: [] };

it('begins again when the database ends it to resolve a deadlock', async () => {
  await importFiles(database.db, workspaceId, contacts('CT1,company,Alpha', 'CT2,company,Beta'));
  const rename = (no: string) => (tx: typeof database.sql) =>
    tx`update contacts set name = 'Theirs' where workspace_id = ${workspaceId} and no = ${no}`;
  let importing: ReturnType<typeof importFiles> | undefined;
  // Whoever looks for a deadlock first is the victim; it looks once, so by then the other one must wait too.
  const { db, sql, close } = connectDatabase({ url: database.url, poolSize: 1 });
  onTestFinished(close);
  await sql`set deadlock_timeout = '10s'`;
  const theirs = database.sql.begin(async (tx) => {
    await tx`set local deadlock_timeout = '100s'`;
    await rename('CT2')(tx as never);
    importing = importFiles(db, workspaceId, contacts('CT1,company,Ours', 'CT2,company,Ours'));
    await waiting(1);
    await rename('CT1')(tx as never);
  });
  await theirs;
  expect(figures((await importing) ?? { files: [], ...none })).toEqual({ 'contacts.csv': '0/2/0' });
});

// What is garbage says how eager the collector is, not what the import holds.
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

it('reads a large file in bounded memory', async () => {
  const folder = await folderOf({});
  function* lines() {
    yield 'no,type,name,address,city,email\n';
    for (let at = 0; at < 50_000; at += 1) {
      const name = `Contact number ${at} ${'x'.repeat(70)}`;
      yield `CT${at},person,${name},${'Street '.repeat(12)}${at},City,contact.${at}@many.example\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'contacts.csv')));
  let seen = 0;
  let most = 0;
  let steps = 0;
  const inUse = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = inUse();
  const result = await importFolder(importContext(database.db, workspaceId), {
    folder,
    rejectsFile: join(folder, 'rejects.csv'),
    onProgress: (progress) => {
      if (progress.phase !== 'reading') return;
      steps += 1;
      expect(progress.bytes).toBeGreaterThan(seen);
      seen = progress.bytes;
      expect(seen).toBeLessThanOrEqual(progress.totalBytes);
      if (steps % 5 === 0) most = Math.max(most, inUse() - before);
    },
  });
  expect(result).toMatchObject({ badRows: 0, contacts: { companies: 0, people: 50_000 } });
  expect(steps).toBeGreaterThan(20);
  // Held in memory, the rows of the file alone would take more.
  expect(most).toBeLessThan(40_000_000);
});

it('lists any number of bad rows', async () => {
  const rows = Array.from({ length: 6000 }, (_, at) => `CT${at},nobody,Name,${at}`);
  const result = await importFiles(database.db, workspaceId, {
    'contacts.csv': csv('no,type,name,exclude_from_segment', ...rows),
  });
  expect(result.badRows).toBe(6000);
  expect(result.rejects).toHaveLength(12_000);
  expect(result.rejects.at(-1)).toBe('contacts.csv,6001,type,nobody,"is none of company, person"');
});
