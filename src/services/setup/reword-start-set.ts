import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { holdsStartSet } from './holds-start-set.ts';
import { START_GROUPS, START_LANGUAGES, START_STATUSES, START_TEMPLATES } from './start-set.ts';

/** The words that a workspace began with, in every language, by table. */
const SETS: [table: string, words: [code: string, name: Record<Locale, string>][]][] = [
  ['interaction_groups', Object.entries(START_GROUPS)],
  ['languages', Object.entries(START_LANGUAGES)],
  ['campaign_statuses', Object.entries(START_STATUSES)],
  ['interaction_templates', START_TEMPLATES.map(({ code, name }) => [code, name])],
];

/** Puts what a workspace began with into its new language; what people have renamed stays. */
export async function rewordStartSet(
  { tx, workspaceId }: TransactionContext,
  from: Locale,
  to: Locale,
): Promise<void> {
  if (!(await holdsStartSet({ tx, workspaceId }))) return;
  for (const [table, words] of SETS) {
    const list = words.map(([code, name]) => sql`(${code}, ${name[from]}, ${name[to]})`);
    await tx.execute(sql`
      update ${sql.identifier(table)} t set description = said.new
      from (values ${sql.join(list, sql`, `)}) said (code, old, new)
      where t.workspace_id = ${workspaceId} and t.code = said.code and t.description = said.old`);
  }
}
