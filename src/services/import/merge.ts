import { type SQL, sql } from 'drizzle-orm';
import type { Run } from './checks.ts';
import type { Column } from './import-file.ts';
import { list, quoted, type Staged } from './staging.ts';

/** What became of the rows of a file. */
export interface Merged {
  added: number;
  changed: number;
}

/** How many rows a statement wrote. */
export const written = (result: unknown): number =>
  typeof result === 'object' && result !== null && 'count' in result ? Number(result.count) : 0;

const stored = (columns: Column[]) =>
  columns.flatMap(({ target, ...column }) => (target ? [{ ...column, target }] : []));

/**
 * Brings a file's rows into its table: those that differ are changed, those that are not there are added, all
 * others stay untouched. Two statements, whatever the number of rows.
 */
export async function mergeRows(run: Run, staged: Staged): Promise<Merged> {
  const { tx, workspaceId } = run;
  const { file, present } = staged;
  const table = quoted(file.table);
  const columns = stored(file.columns);
  const value = (name: string) => (name === 'contact_no' ? sql`k.id` : sql`s.${quoted(name)}`);
  const source = file.contacts
    ? sql`${staged.table} s join contacts k on k.workspace_id = ${workspaceId} and k.no = s.contact_no`
    : sql`${staged.table} s`;
  const isKey = ({ name }: { name: string }) => file.key.includes(name);
  const keys = columns.filter(isKey);
  const others = columns.filter((column) => !isKey(column) && present.has(column.name));

  let changed = 0;
  if (others.length > 0) {
    const sameKey = keys.map(({ name, target }) => sql`t.${quoted(target)} = ${value(name)}`);
    changed = written(
      await tx.execute(sql`
        update ${table} t
        set ${list(others.map(({ name, target }) => sql`${quoted(target)} = ${value(name)}`))}
        from ${source}
        where t.workspace_id = ${workspaceId} and ${sql.join(sameKey, sql` and `)}
          and ${differs(others.map(({ name, target }) => [sql`t.${quoted(target)}`, value(name)]))}`),
    );
  }
  const added = written(
    // ON CONFLICT rather than NOT EXISTS: an empty table that was analyzed makes the latter a nested loop.
    await tx.execute(sql`
      insert into ${table} (workspace_id, ${list(columns.map(({ target }) => quoted(target)))})
      select ${workspaceId}::bigint, ${list(columns.map(({ name }) => value(name)))} from ${source}
      on conflict (workspace_id, ${list(keys.map(({ target }) => quoted(target)))}) do nothing`),
  );
  return { added, changed };
}

/** Some pair is not the same; blank and null are different. */
export const differs = (pairs: [SQL, SQL][]): SQL =>
  sql`(${list(pairs.map(([left]) => left))}) is distinct from (${list(pairs.map(([, right]) => right))})`;

/**
 * An answer in the file takes the place of the stored one where the question takes a single answer.
 * @returns how many answers were replaced
 */
export async function replaceSingleAnswers(run: Run, staged: Staged): Promise<number> {
  return written(
    await run.tx.execute(sql`
      delete from contact_profile_answers a
      using ${staged.table} s, contacts k, profile_questionnaire_lines n, profile_questionnaire_lines o,
        profile_questionnaire_lines q
      where k.workspace_id = ${run.workspaceId} and k.no = s.contact_no
        and n.workspace_id = k.workspace_id and n.questionnaire_code = s.questionnaire_code
        and n.line_no = s.line_no
        and q.workspace_id = k.workspace_id and q.questionnaire_code = s.questionnaire_code
        and q.line_no = n.question_line_no and not q.multiple_answers
        and o.workspace_id = k.workspace_id and o.questionnaire_code = s.questionnaire_code
        and o.question_line_no = n.question_line_no and o.type = 'answer' and o.line_no <> n.line_no
        and a.workspace_id = k.workspace_id and a.contact_id = k.id
        and a.questionnaire_code = s.questionnaire_code and a.line_no = o.line_no`),
  );
}
