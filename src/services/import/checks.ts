import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { fileNamed } from './files/index.ts';
import type { Reference } from './import-file.ts';
import { list, quoted, type Staged } from './staging.ts';

/** What the checks and the merge work on. */
export interface Run {
  tx: Transaction;
  workspaceId: number;
  now: Date;
  /** By file name. */
  staged: Map<string, Staged>;
}

interface Finding {
  column: string | null;
  value: SQL;
  reason: SQL;
  /** From `staged s` on: joins and conditions. */
  rest: SQL;
  with?: SQL;
}

/** Notes every row of the staging table (`s`) that `rest` finds. */
export async function note(run: Run, staged: Staged, finding: Finding): Promise<void> {
  const { column, value, reason, rest } = finding;
  await run.tx.execute(sql`
    ${finding.with ?? sql``}
    insert into import_problems (file_no, line, column_name, value, reason)
    select ${staged.fileNo}::int, s.line, ${column}::text, left(coalesce((${value})::text, ''), 200), ${reason}
    from ${staged.table} s ${rest}`);
}

/** Rows with the key of an earlier row; they are noted, and looked at no more. */
export async function checkDuplicates(run: Run, staged: Staged): Promise<void> {
  const { file, table } = staged;
  const key = file.key.map(quoted);
  const filled = sql.join(
    key.map((name) => sql`${name} is not null`),
    sql` and `,
  );
  await run.tx.execute(sql`
    with numbered as (
      select ctid as place, line, ${list(key)}, min(line) over (partition by ${list(key)}) as first_line
      from ${table} where ${filled}
    ), doubles as (
      delete from ${table} s using numbered n
      where s.ctid = n.place and n.line > n.first_line
      returning n.line, n.first_line, concat_ws(',', ${list(key.map((name) => sql`n.${name}`))}) as key
    )
    insert into import_problems (file_no, line, column_name, value, reason)
    select ${staged.fileNo}::int, line, ${file.key.join(',')}::text, key,
      'is already on line ' || first_line from doubles`);
}

/** The table's name, and the rows of its file if it is there. */
function target(run: Run, to: string) {
  const file = fileNamed(to);
  return { file, staged: run.staged.get(to) };
}

/** Codes that are neither in the database nor in the folder. */
export async function checkReference(run: Run, staged: Staged, reference: Reference): Promise<void> {
  const { file, staged: source } = target(run, reference.to);
  if (source && !source.complete) return;
  const column = quoted(reference.column);
  const key = file.key.map(quoted);
  const inFolder = source ? sql`except select ${list(key)} from ${source.table}` : sql``;
  await note(run, staged, {
    column: reference.column,
    value: sql`s.${column}`,
    reason: sql`${`is not among the ${file.things} (${file.name} or the database)`}::text`,
    with: sql`
      with missing as materialized (
        select ${column} as code from ${staged.table} where ${column} is not null
        except select ${list(key)} from ${quoted(file.table)} where workspace_id = ${run.workspaceId}
        ${inFolder}
      )`,
    rest: sql`join missing on missing.code = s.${column}`,
  });
}

/** Rows of contacts that are neither in the database nor in the folder, or of the wrong kind (`domain.md` §3.3). */
export async function checkContacts(run: Run, staged: Staged): Promise<void> {
  const source = run.staged.get('contacts.csv');
  if (source && !source.complete) return;
  const inFolder = source
    ? sql`left join ${source.table} f on f.no = s.contact_no`
    : sql`left join (select null::text as no, null::text as type) f on false`;
  const known = sql`
    ${inFolder} left join contacts c on c.workspace_id = ${run.workspaceId} and c.no = s.contact_no`;
  await note(run, staged, {
    column: 'contact_no',
    value: sql`s.contact_no`,
    reason: sql`'is not among the contacts (contacts.csv or the database)'`,
    rest: sql`${known} where s.contact_no is not null and f.no is null and c.no is null`,
  });
  const { contacts } = staged.file;
  if (contacts === 'any') return;
  await note(run, staged, {
    column: 'contact_no',
    value: sql`s.contact_no`,
    reason: sql`${`is a ${contacts === 'company' ? 'person' : 'company'}; only ${contacts === 'company' ? 'companies have' : 'people have'} ${staged.file.things.replace(/^contact /, '')}`}::text`,
    rest: sql`${known} where coalesce(f.type, c.type) <> ${contacts}`,
  });
}

/** A last day before the first. */
export async function checkPeriod(run: Run, staged: Staged): Promise<void> {
  await note(run, staged, {
    column: 'ending_date',
    value: sql`s.ending_date`,
    reason: sql`'is before the starting date ' || s.starting_date`,
    rest: sql`where s.ending_date < s.starting_date`,
  });
}

/** Date ranges of alternative addresses that are nowhere. */
export async function checkAltAddresses(run: Run, staged: Staged): Promise<void> {
  const source = run.staged.get('contact_alt_addresses.csv');
  if (source && !source.complete) return;
  const inFolder = source
    ? sql`and not exists (
        select from ${source.table} f where f.contact_no = s.contact_no and f.code = s.alt_address_code)`
    : sql``;
  await note(run, staged, {
    column: 'alt_address_code',
    value: sql`s.alt_address_code`,
    reason: sql`'is not an alternative address of ' || s.contact_no || ' (contact_alt_addresses.csv or the database)'`,
    rest: sql`where not exists (
        select from contact_alt_addresses a
        join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
        where a.workspace_id = ${run.workspaceId} and c.no = s.contact_no and a.code = s.alt_address_code)
      ${inFolder} and s.alt_address_code is not null and s.contact_no is not null`,
  });
}
