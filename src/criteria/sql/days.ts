import { TZDate } from '@date-fns/tz';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { InstantField } from '../fields.ts';
import type { Comparison, Expression } from '../model.ts';
import { c } from './columns.ts';
import { and, type Condition, or } from './logic.ts';

const SIGNS = {
  eq: sql`=`,
  ne: sql`<>`,
  lt: sql`<`,
  le: sql`<=`,
  gt: sql`>`,
  ge: sql`>=`,
} as const;

/** A test of a column that always has a value, compared as that type. */
function ordered(column: SQLWrapper, test: Comparison, value: (text: string) => SQL): Condition {
  switch (test.op) {
    case 'blank':
    case 'like':
    case 'unlike':
      return false;
    case 'filled':
      return true;
    case 'range':
      return and(
        [
          test.from !== undefined && sql`${column} >= ${value(test.from)}`,
          test.to !== undefined && sql`${column} <= ${value(test.to)}`,
        ].filter((end) => end !== false),
      );
    default:
      return sql`${column} ${SIGNS[test.op]} ${value(test.value)}`;
  }
}

/** What a test asks of a column of days. */
export const dayCondition = (column: SQLWrapper, test: Comparison): Condition =>
  ordered(column, test, (text) => sql`${text}::date`);

/** What a test asks of a whole number. */
export const numberCondition = (column: SQLWrapper, test: Comparison): Condition =>
  ordered(column, test, (text) => sql`${text}::bigint`);

const instants = { created: c.createdAt, modified: c.modifiedAt } satisfies Record<InstantField, SQLWrapper>;

/** What an expression asks of a moment, which lies on a day of that zone's calendar. */
export function instantCondition(field: InstantField, expression: Expression, timeZone: string): Condition {
  if (expression.op === 'all')
    return and(expression.of.map((part) => instantCondition(field, part, timeZone)));
  if (expression.op === 'any')
    return or(expression.of.map((part) => instantCondition(field, part, timeZone)));
  const column = instants[field];
  const from = (date: string) => sql`${column} >= ${startOfDay(date, 0, timeZone)}::timestamptz`;
  const before = (date: string, days: 0 | 1) =>
    sql`${column} < ${startOfDay(date, days, timeZone)}::timestamptz`;
  const after = (date: string) => sql`${column} >= ${startOfDay(date, 1, timeZone)}::timestamptz`;
  switch (expression.op) {
    case 'eq':
      return and([from(expression.value), before(expression.value, 1)]);
    case 'ne':
      return or([before(expression.value, 0), after(expression.value)]);
    case 'lt':
      return before(expression.value, 0);
    case 'le':
      return before(expression.value, 1);
    case 'gt':
      return after(expression.value);
    case 'ge':
      return from(expression.value);
    case 'range':
      return and([
        ...(expression.from === undefined ? [] : [from(expression.from)]),
        ...(expression.to === undefined ? [] : [before(expression.to, 1)]),
      ]);
    default:
      return expression.op === 'filled';
  }
}

/** The moment at which a day begins in a zone, or the day so many days later; where midnight is left out, right after. */
function startOfDay(date: string, later: 0 | 1, timeZone: string): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const midnight = new TZDate(year, month - 1, dayOfMonth + later, 0, 0, 0, timeZone);
  return new Date(midnight.getTime()).toISOString();
}
