import { type SQL, sql } from 'drizzle-orm';
import { c, compileCriteria } from '../../criteria/compile.ts';
import type { Criteria } from '../../criteria/model.ts';
import { contacts } from '../../db/schema/index.ts';
import type { AddOptions, RemoveOptions } from './types.ts';

/** The options of Add that say whom it means, apart from who is already there. */
export type MatchOptions = Pick<AddOptions, 'expandCompanies' | 'relatedCompanies' | 'ignoreExclusion'>;

const ids = sql`select c.id, c.type = 'company' as is_company from ${contacts} c`;

/**
 * The contacts that Add means: those that meet the criteria, then whole companies or their companies if asked for,
 * then without the excluded ones, added or not (`domain.md` §4.2, 2–5). A select with the columns `id` and `is_company`,
 * each contact once, for `with chosen as (…)`.
 */
export function matchedContacts(workspaceId: number, criteria: Criteria, options: MatchOptions): SQL {
  const condition = compileCriteria(criteria, { workspaceId });
  const wanted = exclusion(options);
  if (options.expandCompanies) return wholeCompanies(workspaceId, condition, wanted);
  if (!options.relatedCompanies) return sql`${ids} where ${condition}${wanted}`;
  return sql`
    with matched as (select c.id, c.company_id from ${contacts} c where ${condition}),
    related as (select id from matched union select company_id from matched where company_id is not null)
    ${ids} join related on related.id = c.id
    where ${c.workspaceId} = ${workspaceId}${wanted}`;
}

/**
 * The same contacts as a condition on `contacts c`. Without companies it tests each contact where it stands; before
 * version 18, Postgres would read the whole table twice to join the select above with it.
 */
export function matchCondition(workspaceId: number, criteria: Criteria, options: MatchOptions): SQL {
  if (!options.expandCompanies && !options.relatedCompanies) {
    return sql`${compileCriteria(criteria, { workspaceId })}${exclusion(options)}`;
  }
  const matched = matchedContacts(workspaceId, criteria, options);
  return sql`${c.workspaceId} = ${workspaceId} and ${c.id} in (select id from (${matched}) matched)`;
}

const exclusion = (options: MatchOptions): SQL =>
  options.ignoreExclusion ? sql`` : sql` and not ${c.excludeFromSegment}`;

/**
 * The contacts that Reduce and Refine select: those that meet the criteria, or everybody in a company where at least
 * one contact does, on the segment or not (`domain.md` §4.3). A select with the columns `id` and `is_company`.
 */
export function selectedContacts(workspaceId: number, criteria: Criteria, options: RemoveOptions): SQL {
  const condition = compileCriteria(criteria, { workspaceId });
  return options.entireCompanies
    ? wholeCompanies(workspaceId, condition, sql``)
    : sql`${ids} where ${condition}`;
}

/** Everybody in the companies of those who meet the condition, and those who meet it and have no company. */
function wholeCompanies(workspaceId: number, condition: SQL, wanted: SQL): SQL {
  return sql`
    with matched as materialized (select c.id, c.company_id, c.type, c.exclude_from_segment from ${contacts} c where ${condition})
    ${ids} where ${c.workspaceId} = ${workspaceId}${wanted}
      and c.company_id in (select company_id from matched where company_id is not null)
    union all
    select c.id, c.type = 'company' from matched c where c.company_id is null${wanted}`;
}
