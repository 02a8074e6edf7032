import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../src/core/context.ts';
import type { Database } from '../../../src/db/client.ts';
import { type ImportResult, importFolder } from '../../../src/services/import/import-folder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { NOON } from '../../support/workspace.ts';

export type Files = Record<string, string | Buffer>;

/** A folder with these files, gone after the run. */
export async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'segments-import-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

export const importContext = (db: Database, workspaceId: number, over: Partial<Context> = {}): Context => ({
  db,
  workspaceId,
  actor: { kind: 'import' },
  locale: 'en',
  timeZone: 'UTC',
  now: () => NOON,
  ...over,
});

/** Imports the files; `rejects` are the lines of the reject file below its header. */
export async function importFiles(
  db: Database,
  workspaceId: number,
  files: Files,
  over: Partial<Context> = {},
): Promise<ImportResult & { rejects: string[] }> {
  const folder = await folderOf(files);
  const rejectsFile = join(folder, 'import-rejects.csv');
  const result = await importFolder(importContext(db, workspaceId, over), { folder, rejectsFile });
  const written = await readFile(rejectsFile, 'utf8').catch(() => '');
  return { ...result, rejects: written.split('\n').slice(1, -1) };
}

/** A CSV file from lines. */
export const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

/** `new/changed/unchanged` per file that was read. */
export const figures = ({ files }: ImportResult): Record<string, string> =>
  Object.fromEntries(
    files.map(({ file, added, changed, unchanged }) => [file, `${added}/${changed}/${unchanged}`]),
  );

/** A contact as it is stored, with the number of its company. */
export async function storedContact(sql: TestDatabase['sql'], workspaceId: number, no: string) {
  const [row] = await sql`
    select c.*, k.no as company_no from contacts c
    left join contacts k on k.workspace_id = c.workspace_id and k.id = c.company_id
    where c.workspace_id = ${workspaceId} and c.no = ${no}`;
  return { ...row, created_at: new Date(row?.created_at), modified_at: new Date(row?.modified_at) };
}

const WATCHED = ['contacts', 'countries', 'salespeople', 'campaigns', 'contact_mailing_groups', 'audit_log'];

/** All that an import may have written, in every workspace. */
export const everything = async (sql: TestDatabase['sql']): Promise<string> =>
  JSON.stringify(
    await Promise.all(WATCHED.map((table) => sql`select * from ${sql(table)} order by 1, 2, 3`)),
  );
