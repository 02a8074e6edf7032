import { type SQL, sql } from 'drizzle-orm';

const escaped = (typed: string) => typed.replace(/[\\%_]/g, '\\$&');

/** Patterns for lower-case text: what was typed at the beginning, or anywhere. */
export const likeBeginning = (typed: string): SQL => sql`lower(${`${escaped(typed)}%`}::text)`;
export const likeAnywhere = (typed: string): SQL => sql`lower(${`%${escaped(typed)}%`}::text)`;
