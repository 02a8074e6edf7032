import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../core/context.ts';

export interface ListKey {
  id: number;
  segmentId: number;
}

/**
 * Whether contact `c` may be offered: never when its privacy is blocked, because no interaction could be written
 * (`domain.md` §3.2). Whoever is excluded was put on the segment on purpose (§3.1: the flag counts for Add Contacts
 * only), and is called unless the workspace logs no such contacts.
 */
export const offered = (
  ctx: Context,
): SQL => sql`not c.privacy_blocked and not (c.exclude_from_segment and exists (
  select from workspace_settings w where w.workspace_id = ${ctx.workspaceId} and w.flagged_policy = 'refuse'))`;

/** Live lines `l` of the list's segment with their contacts `c`. */
export const liveLines = (ctx: Context, list: ListKey): SQL => sql`segment_lines l
  join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
  where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${list.segmentId} and l.live`;

/** Items `i` of the list whose contact `c` is still on the segment. */
export const liveItems = (ctx: Context, list: ListKey): SQL => sql`call_items i
  join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = i.contact_id
  where i.workspace_id = ${ctx.workspaceId} and i.call_list_id = ${list.id} and exists (
    select from segment_lines l where l.workspace_id = ${ctx.workspaceId}
      and l.segment_id = ${list.segmentId} and l.contact_id = i.contact_id and l.live)`;

/** A moment as a parameter; the driver takes no dates in plain SQL. */
export const at = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;
