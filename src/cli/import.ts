import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import { type OpenedDatabase, openDatabase } from '../db/open.ts';
import { installJobs } from '../jobs/install.ts';
import { findFiles } from '../services/import/find-files.ts';
import { ImportError } from '../services/import/import-error.ts';
import { type ImportResult, importFolder } from '../services/import/import-folder.ts';
import { chooseWorkspace } from './choose-workspace.ts';
import { summarize } from './import-summary.ts';
import { plainReason } from './plain-reason.ts';
import { showProgress } from './progress.ts';

const USAGE = `npm run import -- FOLDER [--workspace T…] [--rejects FILE]

Imports the CSV files in FOLDER (docs/import.md): all of them or, when a row is bad, none.
  --workspace T…  Slack team id; needed when the app knows several workspaces
  --rejects FILE  where bad rows are listed (import-rejects.csv)`;

const EXIT = { imported: 0, badRows: 1, failed: 2 };

interface Arguments {
  folder: string;
  teamId: string | undefined;
  rejectsFile: string;
}

/** @returns nothing when only help was asked for */
function readArguments(args: string[]): Arguments | undefined {
  const { values, positionals } = parseArguments(args);
  if (values.help) return undefined;
  const [folder, extra] = positionals;
  if (folder === undefined || folder === '') throw new ImportError(`Name the folder to import.\n\n${USAGE}`);
  if (extra !== undefined)
    throw new ImportError(`Name one folder only; ${extra} is one too many.\n\n${USAGE}`);
  if (values.workspace !== undefined && !/^[TE][A-Z0-9]{2,}$/.test(values.workspace)) {
    throw new ImportError(
      `--workspace should be a Slack team id such as T012AB3CD, not “${values.workspace}”.`,
    );
  }
  const rejectsFile = values.rejects ?? 'import-rejects.csv';
  return { folder: resolve(folder), teamId: values.workspace, rejectsFile: resolve(rejectsFile) };
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        rejects: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ImportError(`${plainReason(error)}\n\n${USAGE}`);
  }
}

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if (!args) {
    console.log(USAGE);
    return EXIT.imported;
  }
  const config = loadConfig();
  // A mistyped folder should not start a database, or make a workspace known.
  await findFiles(args.folder, args.rejectsFile);
  const { databaseUrl, dataDir } = config;
  const log = (message: string) => console.log(message);
  const database = await openDatabase({ databaseUrl, dataDir, log, afterMigrate: installJobs });
  const closed = closeOnSignal(database);
  try {
    const result = await run(database, config, args);
    return result.badRows > 0 ? EXIT.badRows : EXIT.imported;
  } finally {
    await closed();
  }
}

async function run({ db }: OpenedDatabase, config: Config, args: Arguments): Promise<ImportResult> {
  const workspace = await chooseWorkspace(db, config.slack, args.teamId);
  const started = performance.now();
  const progress = showProgress(process.stdout);
  try {
    const result = await importFolder(
      {
        db,
        workspaceId: workspace.id,
        actor: { kind: 'import' },
        locale: 'en',
        timeZone: 'UTC',
        now: () => new Date(),
      },
      { folder: args.folder, rejectsFile: args.rejectsFile, onProgress: progress.on },
    );
    progress.stop();
    const durationMs = performance.now() - started;
    console.log(summarize({ result, workspace: workspace.label, durationMs, rejectsFile: args.rejectsFile }));
    return result;
  } finally {
    progress.stop();
  }
}

/** Ctrl-C leaves nothing half-written, and our own database server stopped. */
function closeOnSignal(database: OpenedDatabase): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= database.close();
    return closing;
  };
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.once(signal, () => {
      process.stderr.write('\nStopped; nothing was imported.\n');
      void close().finally(() => process.exit(code));
    });
  }
  return close;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.message : plainReason(error)}\n`);
    process.exitCode = EXIT.failed;
  },
);
