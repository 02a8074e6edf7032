import { loadConfig } from '../config.ts';
import { openDatabase } from '../db/open.ts';
import { installJobs } from '../jobs/install.ts';

/** Brings the database up to date and says what that took; starting the app does the same. */
async function main(): Promise<void> {
  const { databaseUrl, dataDir } = loadConfig();
  const log = (message: string) => console.log(message);
  const database = await openDatabase({ databaseUrl, dataDir, log, afterMigrate: installJobs });
  await database.close();
  if (database.migrated === 0) log('The database is up to date');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
