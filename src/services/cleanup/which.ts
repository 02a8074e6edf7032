import { type SQL, sql } from 'drizzle-orm';
import type { CleanupDays, CleanupKind, CleanupWish, Confirmed } from './kinds.ts';

const datedWithin = (date: SQL, { from, to }: CleanupDays): SQL => sql`
  ${from === undefined ? sql`true` : sql`${date} >= ${from}::date`}
  and ${to === undefined ? sql`true` : sql`${date} <= ${to}::date`}`;

/**
 * SQL: what is cleared away of the logged segments `g`, by the day they were logged, the campaign entries `ce`, the
 * interactions `e` and the tasks `t`, by their own dates. A campaign entry that has an interaction which counts is left
 * alone: that came after the entry was canceled.
 * @param confirmed what was canceled when somebody confirmed; of all that is canceled now, no more than that
 */
export function cleared(
  workspaceId: number,
  dated: CleanupDays,
  confirmed?: Confirmed,
): Record<CleanupKind, SQL> {
  const known = (kind: CleanupKind, id: SQL): SQL =>
    confirmed ? sql`${id} <@ ${confirmed[kind]}::int8multirange` : sql`true`;
  return {
    loggedSegments: sql`g.workspace_id = ${workspaceId} and g.canceled and ${known('loggedSegments', sql`g.id`)}
      and ${datedWithin(sql`g.created_on`, dated)}`,
    campaignEntries: sql`ce.workspace_id = ${workspaceId} and ce.canceled and ${known('campaignEntries', sql`ce.id`)}
      and ${datedWithin(sql`ce.date`, dated)}
      and not exists (
        select from interaction_log_entries kept
        where kept.workspace_id = ${workspaceId} and kept.campaign_entry_id = ce.id
          and not (kept.canceled and ${known('interactions', sql`kept.id`)}))`,
    interactions: sql`e.workspace_id = ${workspaceId} and e.canceled and ${known('interactions', sql`e.id`)}
      and ${datedWithin(sql`e.date`, dated)}`,
    tasks: sql`t.workspace_id = ${workspaceId} and t.canceled and t.kind = 'organizer' and ${known('tasks', sql`t.id`)}
      and ${datedWithin(sql`t.date`, dated)}`,
  };
}

/**
 * SQL: queries that give the ids of what a clean-up would delete as things are; interactions that go with their
 * campaign entry are among them, once. A kind that is not chosen gives none.
 */
export function deletable(workspaceId: number, { kinds, dated }: CleanupWish): Record<CleanupKind, SQL> {
  const which = cleared(workspaceId, dated);
  const chosen = (kind: CleanupKind): SQL => (kinds.includes(kind) ? which[kind] : sql`false`);
  const campaignEntries = sql`
    select ce.id from campaign_entries ce where ce.workspace_id = ${workspaceId} and ${chosen('campaignEntries')}`;
  return {
    loggedSegments: sql`
      select g.id from logged_segments g where g.workspace_id = ${workspaceId} and ${chosen('loggedSegments')}`,
    campaignEntries,
    interactions: sql`
      select e.id from interaction_log_entries e
      where e.workspace_id = ${workspaceId} and e.canceled
        and ((${chosen('interactions')}) or e.campaign_entry_id in (${campaignEntries}))`,
    tasks: sql`select t.id from tasks t where t.workspace_id = ${workspaceId} and ${chosen('tasks')}`,
  };
}
