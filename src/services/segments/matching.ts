import { type SQL, sql } from 'drizzle-orm';
import { c, compileCriteria } from '../../criteria/compile.ts';
import type { Criteria } from '../../criteria/model.ts';
import { contacts } from '../../db/schema/index.ts';
import type { AddOptions, RemoveOptions } from './types.ts';

/** The options of Add that say whom it means, apart from who is already there. */
export type MatchOptions = Pick<AddOptions, 'expandCompanies' | 'relatedCompanies' | 'ignoreExclusion'>;

/**
 * The contacts that Add means: those that meet the criteria, then whole companies or their companies if asked for,
 * then without the excluded ones, added or not (`domain.md` §4.2, 2–5). A select with the columns of contacts, each
 * contact once, for `from (…) c`.
 */
export function matchedRows(workspaceId: number, criteria: Criteria, options: MatchOptions): SQL {
  const condition = compileCriteria(criteria, { workspaceId });
  const wanted = options.ignoreExclusion ? sql`` : sql` and not ${c.excludeFromSegment}`;
  if (options.expandCompanies) return wholeCompanies(workspaceId, condition, wanted);
  if (!options.relatedCompanies) return sql`select c.* from ${contacts} c where ${condition}${wanted}`;
  return sql`
    with matched as (select c.id, c.company_id from ${contacts} c where ${condition}),
    related as (select id from matched union select company_id from matched where company_id is not null)
    select c.* from ${contacts} c join related on related.id = c.id
    where ${c.workspaceId} = ${workspaceId}${wanted}`;
}

/** The same as a select with the columns `id` and `is_company`, for `with chosen as (…)`. */
export const matchedContacts = (workspaceId: number, criteria: Criteria, options: MatchOptions): SQL =>
  sql`select c.id, c.type = 'company' as is_company from (${matchedRows(workspaceId, criteria, options)}) c`;

/**
 * The contacts that Reduce and Refine select: those that meet the criteria, or everybody in a company where at least
 * one contact does, on the segment or not (`domain.md` §4.3). A select with one column `id`.
 */
export function selectedContacts(workspaceId: number, criteria: Criteria, options: RemoveOptions): SQL {
  const condition = compileCriteria(criteria, { workspaceId });
  if (!options.entireCompanies) return sql`select c.id from ${contacts} c where ${condition}`;
  // `union` and not `union all`, although nobody is in both: of the latter the planner expects 200 different contacts.
  return sql`
    with matched as materialized (select c.id, c.company_id from ${contacts} c where ${condition})
    select c.id from ${contacts} c where ${c.workspaceId} = ${workspaceId}
      and c.company_id in (select company_id from matched where company_id is not null)
    union
    select id from matched where company_id is null`;
}

/**
 * Everybody in the companies of those who meet the condition, and those who meet it and have no company. Two selects
 * rather than an `or`, for which a long list of companies is searched from end to end when memory is short.
 */
function wholeCompanies(workspaceId: number, condition: SQL, wanted: SQL): SQL {
  return sql`
    with matched as materialized (select c.id, c.company_id from ${contacts} c where ${condition})
    select c.* from ${contacts} c
    where ${c.workspaceId} = ${workspaceId}${wanted}
      and c.company_id in (select company_id from matched where company_id is not null)
    union all
    select c.* from ${contacts} c
    where ${c.workspaceId} = ${workspaceId}${wanted} and c.id in (select id from matched where company_id is null)`;
}
