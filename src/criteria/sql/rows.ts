import { type SQL, sql } from 'drizzle-orm';
import { campaigns, interactionLogEntries, opportunities } from '../../db/schema/index.ts';
import { type Family, type FamilyField, fieldDefinition, isAlwaysThere } from '../fields.ts';
import type { Comparison, Expression, Term } from '../model.ts';
import { c, type TestedColumn } from './columns.ts';
import { columnCondition } from './comparison.ts';
import { and, asSql, type Condition, existence, or } from './logic.ts';

/** Where an interaction or opportunity `e`, or its campaign `k`, keeps each field. */
const columns: Record<Exclude<FamilyField, `${Family}.count`>, TestedColumn> = {
  'interaction.date': { column: sql`e.date`, nullable: false },
  'interaction.campaign': { column: sql`k.no`, nullable: true },
  'interaction.template': { column: sql`e.interaction_template_code`, nullable: false },
  'interaction.evaluation': { column: sql`e.evaluation`, nullable: false },
  'interaction.salesperson': { column: sql`e.salesperson_code`, nullable: false },
  'opportunity.status': { column: sql`e.status`, nullable: false },
  'opportunity.value': { column: sql`coalesce(e.estimated_value, 0)`, nullable: false },
  'opportunity.campaign': { column: sql`k.no`, nullable: true },
};
const number: TestedColumn = { column: sql`count(*)`, nullable: false };

/**
 * What terms that stand together ask of the contact's own interactions, or opportunities (`domain.md` §4.2: those of a
 * company's people are not the company's): one of them meets all terms, or there is none where that is asked for.
 * `….count` asks instead how many meet the other terms. Canceled and postponed interactions do not count (`domain.md`
 * §7).
 */
export function familyCondition(
  family: Family,
  terms: readonly Term[],
  workspaceId: number,
  not: boolean,
): Condition {
  const counts = terms.filter(({ field }) => field === `${family}.count`);
  const others = terms.filter(({ field }) => field !== `${family}.count`);
  const one = and(others.map(entryCondition));
  const campaign = others.some(({ field }) => field === `${family}.campaign`);
  const entries = (condition: Condition) => entriesFrom(family, workspaceId, condition, campaign);
  if (counts.length === 0) {
    const rows = (condition: Condition) =>
      sql`exists (select 1 ${entries(condition)} and e.contact_id = ${c.id})`;
    const some = one === false ? not : existence(rows(one), not);
    const none = others.every(noEntryMeets) ? existence(rows(true), !not) : not;
    return not ? and([some, none]) : or([some, none]);
  }
  const zeroMeets = counts.every(({ expression }) => numberMeets(expression, 0));
  if (one === false) return zeroMeets !== not;
  const met = asSql(and(counts.map(({ expression }) => columnCondition(number, 'number', expression))));
  // Those without any entry are in no group: where they meet it, the others are left out instead.
  const having = zeroMeets ? sql`not (${met})` : met;
  const counted = sql`exists (select 1 from (select e.contact_id ${entries(one)} group by e.contact_id having ${having}) counted where counted.contact_id = ${c.id})`;
  return existence(counted, zeroMeets !== not);
}

/** Which of them count. */
const counting: Record<Family, SQL> = {
  interaction: sql` and not e.canceled and not e.postponed`,
  opportunity: sql``,
};
const tables = { interaction: interactionLogEntries, opportunity: opportunities };

function entriesFrom(family: Family, workspaceId: number, condition: Condition, campaign: boolean): SQL {
  const joined = campaign
    ? sql` left join ${campaigns} k on k.workspace_id = e.workspace_id and k.id = e.campaign_id`
    : sql``;
  const which = condition === true ? sql`` : sql` and ${asSql(condition)}`;
  return sql`from ${tables[family]} e${joined} where e.workspace_id = ${workspaceId}${counting[family]}${which}`;
}

/** What is asked of one entry. */
function entryCondition({ field, expression }: Term): Condition {
  const { kind } = fieldDefinition(field);
  if (kind === 'profile') return false;
  return columnCondition(columns[field as keyof typeof columns], kind, expression);
}

/** Whether having no entry at all meets a term: only where a blank is asked for that no entry has. */
const noEntryMeets = ({ field, expression }: Term): boolean => isAlwaysThere(field) && blank(expression);

function blank(expression: Expression): boolean {
  if (expression.op === 'any') return expression.of.some(blank);
  if (expression.op === 'all') return expression.of.every(blank);
  return expression.op === 'blank';
}

function numberMeets(expression: Expression, number: number): boolean {
  if (expression.op === 'any') return expression.of.some((part) => numberMeets(part, number));
  if (expression.op === 'all') return expression.of.every((part) => numberMeets(part, number));
  return meets(expression as Comparison, number);
}

function meets(test: Comparison, number: number): boolean {
  switch (test.op) {
    case 'range':
      return number >= Number(test.from ?? number) && number <= Number(test.to ?? number);
    case 'eq':
      return number === Number(test.value);
    case 'ne':
      return number !== Number(test.value);
    case 'lt':
      return number < Number(test.value);
    case 'le':
      return number <= Number(test.value);
    case 'gt':
      return number > Number(test.value);
    case 'ge':
      return number >= Number(test.value);
    default:
      return test.op === 'filled';
  }
}
