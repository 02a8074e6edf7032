import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import type { Column, ImportFile, Row } from './import-file.ts';
import { stagingTable } from './import-file.ts';

/** As many rows as go to the server at once: larger batches are not faster. */
export const BATCH_ROWS = 5000;

/** A file whose rows wait in a table of the transaction to be checked and merged. */
export interface Staged {
  file: ImportFile;
  /** Position among the files read. */
  fileNo: number;
  table: SQL;
  /** Columns that the file has: what it does not have stays as it is. */
  present: Set<string>;
  rows: number;
  /** False when rows of the file could not be read, so that nothing can be said about what it does not hold. */
  complete: boolean;
}

export const quoted = (name: string): SQL => sql`${sql.identifier(name)}`;
export const list = (parts: SQL[]): SQL => sql.join(parts, sql`, `);

/** Makes the table; columns that the file does not have get what a blank cell means. */
export async function createStaging(tx: Transaction, file: ImportFile): Promise<SQL> {
  const table = sql`pg_temp.${quoted(stagingTable(file.name))}`;
  const columns = file.columns.map(({ name, type }) => sql`${quoted(name)} ${sql.raw(type)}`);
  await tx.execute(
    sql`create temp table ${quoted(stagingTable(file.name))} (line int not null, ${list(columns)}) on commit drop`,
  );
  return table;
}

/** Puts some rows into the staging table with one statement. */
export async function stageRows(
  tx: Transaction,
  table: SQL,
  columns: Column[],
  lines: number[],
  rows: Row[],
): Promise<void> {
  const arrays = columns.map(({ name }) => sql`${sql.param(rows.map((row) => row[name] ?? null))}::text[]`);
  const casts = columns.map(({ name, type }) =>
    type === 'text' ? quoted(name) : sql`${quoted(name)}::${sql.raw(type)}`,
  );
  const names = columns.map(({ name }) => quoted(name));
  await tx.execute(sql`
    insert into ${table} (line, ${list(names)})
    select line, ${list(casts)}
    from unnest(${sql.param(lines)}::int[], ${list(arrays)}) as given (line, ${list(names)})`);
}
