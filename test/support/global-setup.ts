import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { withDatabase } from '../../src/db/url.ts';
import { installJobs } from '../../src/jobs/install.ts';
import { administer, startTestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test server: an address to administer it with, and what this run's databases are called. */
    testServer: { url: string; prefix: string; template: string };
  }
}

/** Makes the template that every test file's database is a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const prefix = `segments_test_${randomUUID().slice(0, 8)}_`;
  const template = `${prefix}template`;
  const teardown = async () => {
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('testServer', { url: server.url, prefix, template });
  return teardown;
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
