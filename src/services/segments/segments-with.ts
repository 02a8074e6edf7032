import { type SQL, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';

/** What a segment may have by code: the column of its row, the field of its lines and of the headers that steps keep. */
const USES = {
  campaign: { column: sql.raw('campaign_id'), field: sql.raw(`'campaignNo'`) },
  template: { column: sql.raw('interaction_template_code'), field: sql.raw(`'templateCode'`) },
  group: { column: sql.raw('interaction_group_code'), field: sql.raw(`'groupCode'`) },
} as const;
type Used = keyof typeof USES;

/**
 * SQL: ids of the segments whose header or lines have something, and of those that would have it again after undo or
 * redo. Deleted ones have nothing any more.
 * @param key what the segment's row names it by
 * @param code what lines and steps name it by; no column of a table called s, l, e or st
 */
export function segmentsWith(workspaceId: number, used: Used, key: SQL, code: SQL = key): SQL {
  const { column, field } = USES[used];
  const changeable = (alias: 'e' | 'st') => sql`exists (
    select from segments s where s.workspace_id = ${workspaceId} and s.id = ${sql.raw(alias)}.segment_id
      and s.state not in ('logged', 'deleted'))`;
  return sql`
    select s.id from segments s where s.workspace_id = ${workspaceId} and s.${column} = ${key} and s.state <> 'deleted'
    union
    select l.segment_id from segment_lines l
    where l.workspace_id = ${workspaceId} and l.own is not null and l.own ->> ${field} = ${code}
    union
    select e.segment_id from segment_line_edits e
    where e.workspace_id = ${workspaceId} and ${code} in (e.before ->> ${field}, e.after ->> ${field})
      and ${changeable('e')}
    union
    select st.segment_id from segment_steps st
    where st.workspace_id = ${workspaceId} and st.header_after is not null
      and ${code} in (st.header_before ->> ${field}, st.header_after ->> ${field}) and ${changeable('st')}`;
}

/** Deleted segments name no longer what is about to be deleted as well. */
export async function letGo(ctx: TransactionContext, used: Used, key: number | string): Promise<void> {
  const flags = used === 'campaign' ? sql`, campaign_target = false, campaign_response = false` : sql``;
  const { column } = USES[used];
  await ctx.tx.execute(sql`
    update segments set ${column} = null ${flags}
    where workspace_id = ${ctx.workspaceId} and ${column} = ${key} and state = 'deleted'`);
}
