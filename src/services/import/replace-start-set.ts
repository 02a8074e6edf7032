import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { segmentsWith } from '../segments/segments-with.ts';
import { holdsStartSet } from '../setup/holds-start-set.ts';
import { START_CALL_TEMPLATE, START_GROUPS, START_STATUSES, START_TEMPLATES } from '../setup/start-set.ts';

type Words = Iterable<[code: string, name: { en: string; da: string }]>;

/**
 * A first import that brings templates, groups or statuses takes the place of those that the workspace began with, as far
 * as nobody has used or changed them: else each kind would be there twice.
 * @param files names of the files that are imported
 */
export async function replaceStartSet(
  tx: Transaction,
  workspaceId: number,
  files: ReadonlySet<string>,
): Promise<void> {
  if (!(await holdsStartSet({ tx, workspaceId }))) return;
  const templates = START_TEMPLATES.map(({ code, name }): [string, typeof name] => [code, name]);
  const here = (alias: string) => sql`${sql.raw(alias)}.workspace_id = ${workspaceId}`;
  const remove = (table: string, words: Words, unused: SQL) =>
    tx.execute(sql`
      delete from ${sql.identifier(table)} t
      where ${here('t')} and (t.code, t.description) in (${pairs(words)}) and ${unused}`);
  if (files.has('interaction_templates.csv')) {
    await remove(
      'interaction_templates',
      templates,
      sql`not exists (select from segments s where ${here('s')} and s.interaction_template_code = t.code)
        and not exists (${segmentsWith(workspaceId, 'template', sql`t.code`)})
        and not exists (
          select from interaction_log_entries e where ${here('e')} and e.interaction_template_code = t.code
        )
        and not exists (
          select from interaction_template_languages r where ${here('r')} and r.template_code = t.code
        )`,
    );
  }
  if (files.has('interaction_groups.csv')) {
    await remove(
      'interaction_groups',
      Object.entries(START_GROUPS),
      sql`not exists (
          select from interaction_templates i where ${here('i')} and i.interaction_group_code = t.code
        )
        and not exists (select from segments s where ${here('s')} and s.interaction_group_code = t.code)
        and not exists (${segmentsWith(workspaceId, 'group', sql`t.code`)})`,
    );
  }
  if (files.has('campaign_statuses.csv')) {
    await remove(
      'campaign_statuses',
      Object.entries(START_STATUSES),
      sql`not exists (select from campaigns c where ${here('c')} and c.status_code = t.code)`,
    );
  }
}

/** Codes with what they are called, in either language. */
const pairs = (words: Words): SQL =>
  sql.join(
    [...words].flatMap(([code, { en, da }]) => [...new Set([en, da])].map((name) => sql`(${code}, ${name})`)),
    sql`, `,
  );

/** The template of calls may have gone with what it came with: then it is the usual one, or has to be chosen. */
export async function forgetCallTemplate(tx: Transaction, workspaceId: number): Promise<void> {
  await tx.execute(sql`
    update workspace_settings w set call_template_code = (
      select code from interaction_templates where workspace_id = ${workspaceId} and code = ${START_CALL_TEMPLATE}
    )
    where w.workspace_id = ${workspaceId} and not exists (
      select from interaction_templates t where t.workspace_id = ${workspaceId} and t.code = w.call_template_code
    ) and w.call_template_code is not null`);
}
