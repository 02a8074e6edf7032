import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { withDatabase } from '../../src/db/url.ts';
import { installJobs } from '../../src/jobs/install.ts';
import { buildApp } from './built-app.ts';
import { administer, startTestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server: an address to administer it with, and what this run's databases are called. */
    testServer: { url: string; prefix: string; template: string };
    /** Files to start the app and the import from as processes of their own. */
    built: { main: string; import: string };
  }
}

/** Makes the template that every test file's database is a copy of, and what starts the app as a process. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildApp();
  const server = await startTestServer();
  const prefix = `segments_test_${randomUUID().slice(0, 8)}_`;
  const template = `${prefix}template`;
  const temporary = await useOwnTemporary();
  const teardown = async () => {
    await temporary.remove();
    await dropDatabases(server.url, prefix);
    await server.stop();
    await built.remove();
  };
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('testServer', { url: server.url, prefix, template });
  project.provide('built', { main: built.main, import: built.import });
  return teardown;
}

/** A folder for all temporary files of this run, so that none of them outlives it. */
async function useOwnTemporary(): Promise<{ remove(): Promise<void> }> {
  const { TMPDIR: before } = process.env;
  const folder = await mkdtemp(join(tmpdir(), 'segments-test-'));
  process.env.TMPDIR = folder;
  const remove = async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  };
  return { remove };
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await administer(url, (sql) => sql`create database ${sql(template)}`);
  const own = withDatabase(url, template);
  await migrateDatabase(own, { after: () => installJobs(own) });
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  await administer(url, async (sql) => {
    const found = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix})`;
    for (const { name } of found) await sql`drop database if exists ${sql(name)} with (force)`;
  });
}
