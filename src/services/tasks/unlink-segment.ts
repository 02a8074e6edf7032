import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';

/**
 * Tasks lose a segment that is logged or deleted (`domain.md` §3.4, §4.8); nothing else of them changes. A contact that is
 * taken off a segment (§3.5) has its tasks looked at when they are read, see `taskColumns`.
 */
export async function unlinkSegment(
  { tx, workspaceId }: TransactionContext,
  segmentId: number,
): Promise<void> {
  await tx.execute(
    sql`update tasks set segment_id = null where workspace_id = ${workspaceId} and segment_id = ${segmentId}`,
  );
}
