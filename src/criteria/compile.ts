import { type SQL, sql } from 'drizzle-orm';
import { contacts } from '../db/schema/index.ts';
import { companyField, fieldDefinition, isListField, type OwnField } from './fields.ts';
import type { Criteria, Expression, Term } from './model.ts';
import { c, company, ownColumns, type TestedColumn } from './sql/columns.ts';
import { blankMeets, columnCondition } from './sql/comparison.ts';
import { listCondition } from './sql/lists.ts';
import { and, asSql, type Condition } from './sql/logic.ts';

export { c } from './sql/columns.ts';

/**
 * Criteria as a condition on `contacts` under the alias `c`: `select c.id from contacts c where …`. It names the
 * workspace itself, and every value is a parameter. Where a field has no value its outcome may be null instead of
 * false, as ever in SQL: use it in a `where`, or say `(…) is true`. No term = every contact of the workspace.
 */
export function compileCriteria(criteria: Criteria, { workspaceId }: { workspaceId: number }): SQL {
  const terms = criteria.all.map((term) => termCondition(term, workspaceId));
  return asSql(and([sql`${c.workspaceId} = ${workspaceId}`, ...terms]));
}

function termCondition({ field, expression }: Term, workspaceId: number): Condition {
  if (isListField(field)) return listCondition(field, expression, workspaceId);
  if (field === 'company-no') return companyCondition('no', expression, workspaceId);
  const ofCompany = companyField(field);
  if (ofCompany) return companyCondition(ofCompany, expression, workspaceId);
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
function companyCondition(field: OwnField, expression: Expression, workspaceId: number): Condition {
  const condition = asSql(fieldCondition(ownColumns(company)[field], field, expression));
  const itsCompany = sql`select 1 from ${contacts} company where ${company.workspaceId} = ${workspaceId} and ${company.id} = ${c.companyId}`;
  return blankMeets(expression)
    ? sql`not exists (${itsCompany} and (${condition}) is not true)`
    : sql`exists (${itsCompany} and ${condition})`;
}
