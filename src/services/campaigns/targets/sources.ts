import { type SQL, sql } from 'drizzle-orm';

/*
 * What makes a company a target of a campaign (`domain.md` §4.9): a live line, or an interaction, with Campaign Target
 * on. In these pieces `l` is a segment's line, `s` its segment, `c` the line's contact, `cp` the campaign, `e` an
 * interaction.
 */

/** Whether a line belongs to a campaign, by its own value or its segment's. */
export const lineOfCampaign = sql`(case when l.own ? 'campaignNo'
  then l.own ->> 'campaignNo' = cp.no else s.campaign_id = cp.id end)`;

/** Whether a line is a target, by its own value or its segment's. */
export const lineIsTarget = sql`(case when l.own ? 'campaignTarget'
  then (l.own ->> 'campaignTarget')::boolean else s.campaign_target end)`;

/** Canceled interactions count, postponed ones do not. */
export const entryIsTarget = sql`(e.campaign_target and not e.postponed)`;

/** Who is the target: the company, or the person who has none (`domain.md` §7). */
export const targetOf = sql`coalesce(c.company_id, c.id)`;

export const ids = (list: readonly number[]): SQL =>
  sql`(${sql.join(
    list.map((id) => sql`${id}::bigint`),
    sql`, `,
  )})`;

/**
 * Whether any line or interaction still makes `t`, a row of the target group, a target. Each part looks up one
 * contact in an index: `limit` keeps the planner from reading whole tables for a few of them.
 */
export const isSupported: SQL = sql`coalesce(
  (select true from interaction_log_entries e
   where e.workspace_id = t.workspace_id and e.company_id = t.contact_id and e.campaign_id = t.campaign_id
     and ${entryIsTarget} limit 1),
  (select true from interaction_log_entries e
   where e.workspace_id = t.workspace_id and e.contact_id = t.contact_id and e.company_id is null
     and e.campaign_id = t.campaign_id and ${entryIsTarget} limit 1),
  (select true from contacts c ${lineOfContact()} where c.workspace_id = t.workspace_id
     and c.company_id = t.contact_id and ${lineIsTarget} limit 1),
  (select true from contacts c ${lineOfContact()} where c.workspace_id = t.workspace_id
     and c.id = t.contact_id and c.company_id is null and ${lineIsTarget} limit 1),
  false)`;

function lineOfContact(): SQL {
  return sql`
    join segment_lines l on l.workspace_id = c.workspace_id and l.contact_id = c.id and l.live
    join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id
    join campaigns cp on cp.workspace_id = t.workspace_id and cp.id = t.campaign_id and ${lineOfCampaign}`;
}
