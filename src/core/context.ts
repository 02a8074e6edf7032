import { sql } from 'drizzle-orm';
import type { Database, Executor, Transaction } from '../db/client.ts';
import { withRetry } from '../db/retry.ts';
import type { Locale } from '../i18n/translate.ts';

/** For those who only pass a database on. */
export type { Database };

/** The member of the workspace who acts. */
export interface MemberActor {
  kind: 'member';
  memberId: number;
  slackUserId: string;
  name: string;
  isManager: boolean;
  isAdmin: boolean;
  /** Guests and people of other organisations. */
  outsider: boolean;
  salespersonCode: string | null;
}

export type Actor = MemberActor | { kind: 'job'; name: string } | { kind: 'import' };

/** Everything a service knows about who asks, from where, and when. Nothing else is read from outside. */
export interface Context {
  workspaceId: number;
  actor: Actor;
  /** Language of the person who reads the answer. */
  locale: Locale;
  /** IANA zone in which typed dates are meant. */
  timeZone: string;
  now: () => Date;
  db: Database;
  /** Set inside `inTransaction`. */
  tx?: Transaction;
}

/** A context inside a transaction: verbs that write take part in it. */
export type TransactionContext = Context & { tx: Transaction };

/** A context of somebody who acts in person. */
export type MemberContext = Context & { actor: MemberActor };

/** The transaction if there is one, else the database: for reading. */
export const executor = (ctx: Context): Executor => ctx.tx ?? ctx.db;

/**
 * Runs `work` in the context's transaction, or in a new one, repeated when the database asks for it
 * (serialization failure, deadlock).
 */
export function inTransaction<C extends Context, T>(
  ctx: C,
  work: (ctx: C & { tx: Transaction }) => Promise<T>,
): Promise<T> {
  const { tx } = ctx;
  if (tx) return work({ ...ctx, tx });
  return withRetry(() => ctx.db.transaction((opened) => work({ ...ctx, tx: opened })));
}

/** Changing a million rows takes longer than the connection grants a statement; for those who wait for it knowingly. */
export const allowLong = (ctx: TransactionContext): Promise<unknown> =>
  ctx.tx.execute(sql`set local statement_timeout = '15min'`);
