import { type SQL, sql } from 'drizzle-orm';

/** A condition, or its answer where that is known without the database. */
export type Condition = SQL | boolean;

/** All of them. */
export function and(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  return joined(conditions, sql` and `) ?? true;
}

/** At least one of them. */
export function or(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  return joined(conditions, sql` or `) ?? false;
}

function joined(conditions: readonly Condition[], by: SQL): SQL | undefined {
  const open = conditions.filter((one) => typeof one !== 'boolean');
  if (open.length < 2) return open[0];
  return sql`(${sql.join(open, by)})`;
}

/** A condition as SQL. */
export const asSql = (condition: Condition): SQL =>
  typeof condition === 'boolean' ? sql.raw(String(condition)) : condition;

/** The opposite if asked for; null, which a test of a missing value may give, counts as not met. */
export function negated(condition: Condition, not: boolean): Condition {
  if (!not) return condition;
  return typeof condition === 'boolean' ? !condition : sql`(${condition}) is not true`;
}

/** Whether there are rows, or are none; never null. */
export const existence = (exists: SQL, not: boolean): SQL => (not ? sql`not ${exists}` : exists);
