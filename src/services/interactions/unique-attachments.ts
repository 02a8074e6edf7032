import { type SQL, sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';

/**
 * SQL: whether nothing but log entries may use the attachment `a`. Steps that can be undone or redone may bring it back
 * to a header or a line.
 */
export const usedByEntriesOnly = (workspaceId: number): SQL => sql`
  not exists (
    select from interaction_template_languages t where t.workspace_id = ${workspaceId} and t.attachment_id = a.id)
  and not exists (
    select from segments s, jsonb_each(s.languages) l
    where s.workspace_id = ${workspaceId} and s.languages <> '{}'::jsonb and (l.value->>'attachmentId')::bigint = a.id)
  and not exists (
    select from segment_lines l
    where l.workspace_id = ${workspaceId} and l.own is not null and l.own->>'attachmentId' = a.id::text)
  and not exists (
    select from segment_line_edits e
    where e.workspace_id = ${workspaceId} and a.id::text in (e.before->>'attachmentId', e.after->>'attachmentId'))
  and not exists (
    select from segment_steps st join segments s on s.workspace_id = st.workspace_id and s.id = st.segment_id,
      lateral (values (st.header_before), (st.header_after)) header (said)
    where st.workspace_id = ${workspaceId} and s.state <> 'logged' and header.said is not null
      and jsonb_path_exists(header.said, '$.languages.*.attachmentId ? (@ == $id)', jsonb_build_object('id', a.id)))`;

const unique = (workspaceId: number, entryIds: number[]): SQL => {
  const ids = sql`${sql.param(entryIds)}::bigint[]`;
  return sql`
    select a.id from attachments a
    where a.workspace_id = ${workspaceId} and a.id in (
      select e.attachment_id from interaction_log_entries e
      where e.workspace_id = ${workspaceId} and e.id = any(${ids}))
    and not exists (
      select from interaction_log_entries o
      where o.workspace_id = ${workspaceId} and o.attachment_id = a.id and not o.id = any(${ids}))
    and ${usedByEntriesOnly(workspaceId)}`;
};

/** How many attachments of these entries are used by nothing else. */
export async function countUniqueAttachments(ctx: Context, entryIds: number[]): Promise<number> {
  const rows = await executor(ctx).execute(unique(ctx.workspaceId, entryIds));
  return rows.length;
}

/** Removes the attachments of these entries that are used by nothing else. @returns how many */
export async function removeUniqueAttachments(ctx: TransactionContext, entryIds: number[]): Promise<number> {
  const { tx, workspaceId } = ctx;
  const ids = (await tx.execute(unique(workspaceId, entryIds))).map(({ id }) => Number(id));
  if (ids.length === 0) return 0;
  const list = sql`${sql.param(ids)}::bigint[]`;
  await tx.execute(sql`
    update interaction_log_entries set attachment_id = null
    where workspace_id = ${workspaceId} and attachment_id = any(${list})`);
  await tx.execute(sql`delete from attachments where workspace_id = ${workspaceId} and id = any(${list})`);
  return ids.length;
}
