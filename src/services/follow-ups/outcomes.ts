import { type SQL, sql } from 'drizzle-orm';

/** Which contacts of a logged segment a follow-up is for; see docs/logging.md for what they mean. */
export const OUTCOMES = ['all', 'reached', 'not-reached', 'positive', 'responded'] as const;
export type FollowUpOutcome = (typeof OUTCOMES)[number];

/** Those that leave somebody out. */
export const SOME_OUTCOMES = ['reached', 'not-reached', 'positive', 'responded'] as const;
export type SomeOutcome = (typeof SOME_OUTCOMES)[number];

/**
 * How it went with each contact of a logged segment: a select with the columns `contact_id`, `reached`, `positive`
 * and `responded`. Calls and other interactions that carry its segment say whether the contact was reached; the
 * entry of the log itself only where there are none, because logging a letter says nothing of the call after it. What is
 * canceled or postponed says nothing.
 */
export const outcomesOf = (workspaceId: number, loggedSegmentId: number): SQL => sql`
  select own.contact_id, coalesce(calls.reached, own.reached, false) as reached,
    coalesce(own.positive, false) or coalesce(calls.positive, false) as positive,
    coalesce(own.responded, false) or coalesce(calls.responded, false) as responded
  from (
    select e.contact_id, ${facts(sql`not e.canceled`)} from interaction_log_entries e
    where e.workspace_id = ${workspaceId} and e.logged_segment_id = ${loggedSegmentId}
    group by e.contact_id
  ) own
  left join (
    select e.contact_id, ${facts(sql`true`)} from logged_segments s
    join interaction_log_entries e on e.workspace_id = s.workspace_id and e.segment_id = s.segment_id
    where s.workspace_id = ${workspaceId} and s.id = ${loggedSegmentId} and not e.canceled and not e.postponed
    group by e.contact_id
  ) calls on calls.contact_id = own.contact_id`;

const facts = (counts: SQL): SQL => sql`
  bool_or(not e.attempt_failed) filter (where ${counts}) as reached,
  bool_or(e.evaluation in ('positive', 'very-positive')) filter (where ${counts}) as positive,
  bool_or(e.campaign_response) filter (where ${counts}) as responded`;

/** Whether the outcome `o`, a row of `outcomesOf`, is the one wanted. */
export function hasOutcome(outcome: SomeOutcome): SQL {
  switch (outcome) {
    case 'reached':
      return sql`o.reached`;
    case 'not-reached':
      return sql`not o.reached`;
    case 'positive':
      return sql`o.positive`;
    case 'responded':
      return sql`o.responded`;
  }
}
