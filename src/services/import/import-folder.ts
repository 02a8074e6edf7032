import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { ForbiddenError } from '../../core/errors.ts';
import { checkRows } from './check-rows.ts';
import type { Run } from './checks.ts';
import { continueSeries } from './continue-series.ts';
import { type FoundFiles, findFiles, type UnknownFile } from './find-files.ts';
import { forgetSalespeople, makeRoom, type Removed } from './make-room.ts';
import { mergeRows, replaceSingleAnswers } from './merge.ts';
import { mergeContacts } from './merge-contacts.ts';
import { moveTargets } from './move-targets.ts';
import { Problems } from './problems.ts';
import { removeOldRejects, writeRejects } from './reject-file.ts';
import { forgetCallTemplate, replaceStartSet } from './replace-start-set.ts';
import { stageFile } from './stage-file.ts';
import { quoted, type Staged } from './staging.ts';

export type Progress =
  | { phase: 'reading'; file: string; bytes: number; totalBytes: number }
  | { phase: 'read'; file: string; rows: number }
  | { phase: 'checking' | 'writing' };

export interface ImportFolderInput {
  folder: string;
  /** Where bad rows are listed, if there are any. */
  rejectsFile: string;
  onProgress?: (progress: Progress) => void;
}

export interface FileFigures {
  file: string;
  read: number;
  added: number;
  changed: number;
  unchanged: number;
}

export interface ImportResult {
  /** Zero: everything was written. Otherwise nothing was, and the reject file lists them. */
  badRows: number;
  files: FileFigures[];
  /** Contacts in the file. */
  contacts: { companies: number; people: number };
  /** Demo data that was taken away. */
  madeRoom: Removed | null;
  notUsed: string[];
  unknown: UnknownFile[];
}

/** Undoes the transaction when rows are bad. */
class BadRows extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('Rows are bad');
    this.result = result;
  }
}

/**
 * Imports the CSV files of a folder (docs/import.md) into the workspace: all of them or, when a single row is bad,
 * none. Rows that are there already are changed where they differ. Two imports into one workspace take turns.
 * @throws ImportError when the folder or a file cannot be used
 * @throws ForbiddenError admins_only for any actor but the import itself
 */
export async function importFolder(ctx: Context, input: ImportFolderInput): Promise<ImportResult> {
  if (ctx.actor.kind !== 'import') throw new ForbiddenError('admins_only');
  const rejectsFile = resolve(input.rejectsFile);
  const found = await findFiles(resolve(input.folder), rejectsFile);
  await removeOldRejects(rejectsFile);
  try {
    const result = await inTransaction(ctx, (inner) =>
      // Inside somebody's transaction only what the import did is undone.
      ctx.tx
        ? inner.tx.transaction((tx) => importFiles({ ...inner, tx }, input, found))
        : importFiles(inner, input, found),
    );
    if (!ctx.tx) await refreshStatistics(ctx, result, found);
    return result;
  } catch (error) {
    if (error instanceof BadRows) return error.result;
    throw error;
  }
}

async function importFiles(
  ctx: TransactionContext,
  input: ImportFolderInput,
  found: FoundFiles,
): Promise<ImportResult> {
  const { tx, workspaceId } = ctx;
  const progress = input.onProgress ?? (() => {});
  // A large file takes longer than any statement of the app may.
  await tx.execute(sql`set local statement_timeout = 0`);
  const demo = await lockWorkspace(ctx);
  const madeRoom = demo ? await makeRoom(tx, workspaceId) : null;
  await replaceStartSet(tx, workspaceId, new Set(found.files.map(({ file }) => file.name)));
  const problems = await Problems.open(tx);
  const run: Run = { tx, workspaceId, now: ctx.now(), staged: await stageAll(ctx, input, found, problems) };

  progress({ phase: 'checking' });
  await checkRows(run);
  const result: ImportResult = {
    badRows: await problems.countRows(),
    files: [],
    contacts: await countContacts(run),
    madeRoom,
    notUsed: found.notUsed,
    unknown: found.unknown,
  };
  if (result.badRows > 0) {
    result.files = [...run.staged.values()].map((staged) => figures(staged, { added: 0, changed: 0 }));
    await writeRejects(
      input.rejectsFile,
      problems,
      found.files.map(({ fileName }) => fileName),
    );
    throw new BadRows({ ...result, madeRoom: null });
  }

  progress({ phase: 'writing' });
  for (const staged of run.staged.values()) result.files.push(figures(staged, await merge(run, staged)));
  await continueSeries(run);
  if (run.staged.has('contacts.csv')) await moveTargets(ctx);
  if (madeRoom) await forgetSalespeople(tx, workspaceId);
  await forgetCallTemplate(tx, workspaceId);
  await audit(ctx, {
    action: 'workspace.import',
    subject: 'workspace',
    subjectId: workspaceId,
    detail: { files: result.files, contacts: result.contacts, madeRoom },
  });
  return result;
}

/**
 * Two imports into one workspace take turns at its contact numbers; the settings stay free for the app meanwhile.
 * @returns whether the workspace holds the demo data
 */
async function lockWorkspace({ tx, workspaceId }: TransactionContext): Promise<boolean> {
  await tx.execute(sql`
    select from number_series where workspace_id = ${workspaceId} and series = 'contact' for update`);
  const [settings] = await tx.execute<{ demo: boolean }>(
    sql`select demo from workspace_settings where workspace_id = ${workspaceId}`,
  );
  return settings?.demo ?? false;
}

async function stageAll(
  { tx }: TransactionContext,
  input: ImportFolderInput,
  { files }: FoundFiles,
  problems: Problems,
): Promise<Map<string, Staged>> {
  const progress = input.onProgress ?? (() => {});
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const staged = new Map<string, Staged>();
  let bytes = 0;
  for (const [fileNo, { file, fileName }] of files.entries()) {
    const onBytes = (count: number) => {
      bytes += count;
      progress({ phase: 'reading', file: fileName, bytes, totalBytes });
    };
    const done = await stageFile(tx, problems, { folder: input.folder, fileName, file, fileNo, onBytes });
    // Nobody analyzes temporary tables but their maker.
    await tx.execute(sql`analyze ${done.table}`);
    staged.set(file.name, done);
    progress({ phase: 'read', file: fileName, rows: done.rows });
  }
  return staged;
}

async function merge(run: Run, staged: Staged): Promise<{ added: number; changed: number }> {
  if (staged.file.name === 'contacts.csv') return mergeContacts(run, staged);
  if (staged.file.name !== 'profile_answers.csv') return mergeRows(run, staged);
  const replaced = await replaceSingleAnswers(run, staged);
  const { added, changed } = await mergeRows(run, staged);
  return { added: added - replaced, changed: changed + replaced };
}

const figures = (
  { file, rows }: Staged,
  { added, changed }: { added: number; changed: number },
): FileFigures => ({
  file: file.name,
  read: rows,
  added,
  changed,
  unchanged: rows - added - changed,
});

async function countContacts({ tx, staged }: Run): Promise<{ companies: number; people: number }> {
  const contacts = staged.get('contacts.csv');
  if (!contacts) return { companies: 0, people: 0 };
  const [row] = await tx.execute<{ companies: number; people: number }>(sql`
    select (count(*) filter (where type = 'company'))::int as companies,
      (count(*) filter (where type = 'person'))::int as people
    from ${contacts.table}`);
  return row ?? { companies: 0, people: 0 };
}

/** Paging and filters are slow on statistics from before (a table that was empty). */
async function refreshStatistics(ctx: Context, { files }: ImportResult, found: FoundFiles): Promise<void> {
  const written = new Set(files.filter(({ added, changed }) => added + changed > 0).map(({ file }) => file));
  for (const { file } of found.files) {
    if (written.has(file.name)) await ctx.db.execute(sql`analyze ${quoted(file.table)}`);
  }
}
