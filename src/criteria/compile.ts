import { type SQL, sql } from 'drizzle-orm';
import { contacts } from '../db/schema/index.ts';
import {
  companyField,
  FAMILIES,
  familyOf,
  fieldDefinition,
  isInstantField,
  isListField,
  isMembershipField,
  type OwnField,
} from './fields.ts';
import type { Criteria, Condition as CriteriaCondition, Expression, Term } from './model.ts';
import { c, company, ownColumns, type TestedColumn } from './sql/columns.ts';
import { blankMeets, columnCondition } from './sql/comparison.ts';
import { instantCondition } from './sql/days.ts';
import { listCondition } from './sql/lists.ts';
import { and, asSql, type Condition, negated, or } from './sql/logic.ts';
import { membershipCondition } from './sql/membership.ts';
import { familyCondition } from './sql/rows.ts';
import { isFamilyTerm, isTermOf } from './tree.ts';

export { c } from './sql/columns.ts';

/**
 * Criteria as a condition on `contacts` under the alias `c`: `select c.id from contacts c where …`. It names the
 * workspace itself, and every value is a parameter. Where a field has no value its outcome may be null instead of
 * false, as ever in SQL: use it in a `where`, or say `(…) is true`. No condition = every contact of the workspace.
 */
export function compileCriteria(criteria: Criteria, { workspaceId }: { workspaceId: number }): SQL {
  const at = { workspaceId, timeZone: criteria.timeZone ?? 'UTC' };
  return asSql(and([sql`${c.workspaceId} = ${workspaceId}`, groupCondition('all', criteria.all, at, false)]));
}

interface At {
  workspaceId: number;
  timeZone: string;
}

/** Negation is carried down to the single tests, so that what is `not exists` there can become an anti-join. */
function conditionOf(condition: CriteriaCondition, at: At, not: boolean): Condition {
  if ('field' in condition) {
    const family = familyOf(condition.field);
    if (family) return familyCondition(family, [condition], at.workspaceId, not);
    return termCondition(condition, at, not);
  }
  if (condition.op === 'not') return conditionOf(condition.of, at, !not);
  return groupCondition(condition.op, condition.of, at, not);
}

/** Terms of `interaction.*` side by side are one condition: one and the same interaction meets them; so with opportunities. */
function groupCondition(
  op: 'all' | 'any',
  of: readonly CriteriaCondition[],
  at: At,
  not: boolean,
): Condition {
  const parts = of
    .filter((condition) => op === 'any' || !isFamilyTerm(condition))
    .map((condition) => conditionOf(condition, at, not));
  for (const family of op === 'all' ? FAMILIES : []) {
    const together = of.filter(isTermOf(family));
    if (together.length > 0) parts.push(familyCondition(family, together, at.workspaceId, not));
  }
  return (op === 'all') === not ? or(parts) : and(parts);
}

function termCondition({ field, expression }: Term, at: At, not: boolean): Condition {
  const { workspaceId } = at;
  if (isListField(field)) return listCondition(field, expression, workspaceId, not);
  if (isMembershipField(field)) return membershipCondition(field, expression, workspaceId, not);
  if (field === 'company-no') return companyCondition('no', expression, workspaceId, not);
  const ofCompany = companyField(field);
  if (ofCompany) return companyCondition(ofCompany, expression, workspaceId, not);
  return negated(ofContact(field, expression, at), not);
}

function ofContact(field: Term['field'], expression: Expression, { timeZone }: At): Condition {
  if (isInstantField(field)) return instantCondition(field, expression, timeZone);
  if (field === 'company')
    return fieldCondition({ column: c.companyName, nullable: false }, 'name', expression);
  const own = field as OwnField;
  return fieldCondition(ownColumns(c)[own], own, expression);
}

function fieldCondition(tested: TestedColumn, field: OwnField, expression: Expression): Condition {
  const { kind } = fieldDefinition(field);
  return kind === 'profile' ? false : columnCondition(tested, kind, expression);
}

/** A field of the contact's company; somebody without a company has it blank. */
function companyCondition(
  field: OwnField,
  expression: Expression,
  workspaceId: number,
  not: boolean,
): Condition {
  const condition = asSql(fieldCondition(ownColumns(company)[field], field, expression));
  const itsCompany = sql`select 1 from ${contacts} company where ${company.workspaceId} = ${workspaceId} and ${company.id} = ${c.companyId}`;
  const withoutOne = blankMeets(expression);
  const exists = withoutOne
    ? sql`exists (${itsCompany} and (${condition}) is not true)`
    : sql`exists (${itsCompany} and ${condition})`;
  return withoutOne === not ? exists : sql`not ${exists}`;
}
