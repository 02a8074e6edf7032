import { and, eq, sql } from 'drizzle-orm';
import { handledRequests } from '../db/schema/index.ts';
import { type Context, inTransaction, type TransactionContext } from './context.ts';

/** Keys of presses begin so. */
export const PRESS = 'press:';

/** A press on the same button later than this is meant anew: what it stands in may look the same for days. */
const PRESS_LIFE_MS = 60_000;

/**
 * Carries out `work` once per key: a request that comes again (Slack's repeats, a double click on Submit) gets the
 * first one's answer and has no effect. The answer must survive JSON. A press counts as the same for a minute. Without
 * a key, simply does the work.
 */
export function once<C extends Context, T>(
  ctx: C,
  key: string | undefined,
  work: (ctx: C & TransactionContext) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (inner) => {
    if (!key) return work(inner);
    const { workspaceId, tx } = inner;
    const at = ctx.now();
    const ended = new Date(at.getTime() - PRESS_LIFE_MS);
    // The insert waits for a twin that is still at work, then finds its row.
    const inserted = await tx
      .insert(handledRequests)
      .values({ workspaceId, key, at })
      .onConflictDoUpdate({
        target: [handledRequests.workspaceId, handledRequests.key],
        set: { at, answer: null },
        setWhere: sql`${handledRequests.key} like ${`${PRESS}%`} and ${handledRequests.at} < ${ended.toISOString()}::timestamptz`,
      })
      .returning({ key: handledRequests.key });
    const mine = and(eq(handledRequests.workspaceId, workspaceId), eq(handledRequests.key, key));
    if (inserted.length === 0) {
      const [earlier] = await tx.select({ answer: handledRequests.answer }).from(handledRequests).where(mine);
      return earlier?.answer as T;
    }
    const answer = await work(inner);
    await tx
      .update(handledRequests)
      .set({ answer: answer ?? null })
      .where(mine);
    return answer;
  });
}
