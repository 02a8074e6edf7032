import { type SQL, sql } from 'drizzle-orm';
import type { FieldKind } from '../fields.ts';
import type { Comparison, Expression, Pattern } from '../model.ts';
import { fitsAll } from '../rules.ts';
import type { TestedColumn } from './columns.ts';
import { dayCondition, numberCondition } from './days.ts';
import { and, type Condition, or } from './logic.ts';

type Plain = Exclude<FieldKind, 'profile'>;

const bound = (text: string): SQL => sql`${text}::text`;

/** A `like` pattern with the backslash as its escape character. */
export function likePattern(pattern: Pattern): string {
  return pattern
    .map((part) =>
      'text' in part
        ? part.text.replace(/[\\%_]/g, (special) => `\\${special}`)
        : part.wild === '*'
          ? '%'
          : '_',
    )
    .join('');
}

/**
 * What an expression asks of one column. Codes are stored in upper case and compared so; texts ignore case on both
 * sides. Order is that of code points, the same on every server. A null counts as blank; the outcome for it may be
 * null instead of false, which no test here negates.
 */
export function columnCondition(tested: TestedColumn, kind: Plain, expression: Expression): Condition {
  if (expression.op === 'all') return and(expression.of.map((part) => columnCondition(tested, kind, part)));
  if (expression.op === 'any') {
    return (
      oneOf(tested, kind, expression.of) ??
      or(expression.of.map((part) => columnCondition(tested, kind, part)))
    );
  }
  if (expression.op === 'answer' || expression.op === 'questionnaire' || expression.op === 'words')
    return false;
  if (kind === 'choice') return choiceCondition(tested, expression);
  if (kind === 'date') return dayCondition(tested.column, expression);
  if (kind === 'number') return numberCondition(tested.column, expression);
  return comparison(tested, kind, expression);
}

/** One hashed list of values rather than a chain of `or`. */
function oneOf({ column }: TestedColumn, kind: Plain, of: Expression[]): SQL | undefined {
  const values = of.flatMap((part) => (part.op === 'eq' && !part.exact ? [part.value] : []));
  if (values.length < of.length || (kind !== 'code' && kind !== 'text')) return undefined;
  const list = (items: SQL[]) => sql.join(items, sql`, `);
  return kind === 'code'
    ? sql`${column} in (${list(values.map((value) => bound(value.toUpperCase())))})`
    : sql`lower(${column}) in (${list(values.map((value) => sql`lower(${bound(value)})`))})`;
}

function comparison({ column, nullable }: TestedColumn, kind: 'code' | 'text', test: Comparison): SQL {
  const folded = kind === 'text' && !('exact' in test && test.exact);
  const tested = folded ? sql`lower(${column})` : sql`${column}`;
  const value = (text: string): SQL => {
    if (kind === 'code') return bound(text.toUpperCase());
    return folded ? sql`lower(${bound(text)})` : bound(text);
  };
  const ordered = nullable ? sql`coalesce(${tested}, '') collate "C"` : sql`${tested} collate "C"`;
  const orBlank = (condition: SQL) => (nullable ? sql`(${column} is null or ${condition})` : condition);
  switch (test.op) {
    case 'eq':
      return sql`${tested} = ${value(test.value)}`;
    case 'ne':
      return orBlank(sql`${tested} <> ${value(test.value)}`);
    case 'lt':
      return sql`${ordered} < ${value(test.value)}`;
    case 'le':
      return sql`${ordered} <= ${value(test.value)}`;
    case 'gt':
      return sql`${ordered} > ${value(test.value)}`;
    case 'ge':
      return sql`${ordered} >= ${value(test.value)}`;
    case 'range': {
      const ends: SQL[] = [];
      if (test.from !== undefined) ends.push(sql`${ordered} >= ${value(test.from)}`);
      if (test.to !== undefined) ends.push(sql`${ordered} <= ${value(test.to)}`);
      return sql`(${sql.join(ends, sql` and `)})`;
    }
    case 'like':
      return sql`${tested} like ${value(likePattern(test.pattern))}`;
    case 'unlike':
      return orBlank(sql`${tested} not like ${value(likePattern(test.pattern))}`);
    case 'blank':
      return orBlank(sql`${column} = ''`);
    case 'filled':
      return sql`${column} <> ''`;
  }
}

function choiceCondition({ column }: TestedColumn, test: Comparison): Condition {
  switch (test.op) {
    case 'eq':
    case 'ne': {
      const same = test.op === 'eq' ? sql`=` : sql`<>`;
      const flag = test.value === 'yes' || test.value === 'no';
      return sql`${column} ${same} ${flag ? sql.raw(String(test.value === 'yes')) : bound(test.value)}`;
    }
    case 'blank':
      return sql`${column} = ''`;
    case 'filled':
      return sql`${column} <> ''`;
    default:
      return false;
  }
}

/** Whether a blank value meets an expression: that of a company for somebody who has none. */
export function blankMeets(expression: Expression): boolean {
  switch (expression.op) {
    case 'any':
      return expression.of.some(blankMeets);
    case 'all':
      return expression.of.every(blankMeets);
    case 'ne':
    case 'lt':
    case 'le':
    case 'blank':
      return true;
    case 'range':
      return expression.from === undefined;
    case 'like':
      return fitsAll(expression.pattern);
    case 'unlike':
      return !fitsAll(expression.pattern);
    default:
      return false;
  }
}
