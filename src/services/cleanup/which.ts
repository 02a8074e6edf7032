import { type SQL, sql } from 'drizzle-orm';
import type { CleanupDays, CleanupKind } from './kinds.ts';

const datedWithin = (date: SQL, { from, to }: CleanupDays): SQL => sql`
  ${from === undefined ? sql`true` : sql`${date} >= ${from}::date`}
  and ${to === undefined ? sql`true` : sql`${date} <= ${to}::date`}`;

/**
 * SQL: what is cleared away of the logged segments `g`, by the day they were logged, the campaign entries `ce`, the
 * interactions `e` and the tasks `t`, by their own dates. A campaign entry that has an interaction which counts is left alone: that came
 * after the entry was canceled.
 */
export const cleared = (workspaceId: number, dated: CleanupDays): Record<CleanupKind, SQL> => ({
  loggedSegments: sql`g.workspace_id = ${workspaceId} and g.canceled
    and ${datedWithin(sql`g.created_on`, dated)}`,
  campaignEntries: sql`ce.workspace_id = ${workspaceId} and ce.canceled
    and ${datedWithin(sql`ce.date`, dated)}
    and not exists (
      select from interaction_log_entries counting
      where counting.workspace_id = ${workspaceId} and counting.campaign_entry_id = ce.id and not counting.canceled)`,
  interactions: sql`e.workspace_id = ${workspaceId} and e.canceled
    and ${datedWithin(sql`e.date`, dated)}`,
  tasks: sql`t.workspace_id = ${workspaceId} and t.canceled and t.kind = 'organizer'
    and ${datedWithin(sql`t.date`, dated)}`,
});
