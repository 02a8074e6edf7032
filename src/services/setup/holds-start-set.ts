import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';

/**
 * Whether what a workspace began with is still its own: since an import, the same codes and words may come from there,
 * and belong to it.
 */
export async function holdsStartSet({
  tx,
  workspaceId,
}: Pick<TransactionContext, 'tx' | 'workspaceId'>): Promise<boolean> {
  const [row] = await tx.execute<{ holds: boolean }>(sql`
    select coalesce(bool_and(action = 'workspace.start-set'), false) as holds
    from audit_log
    where workspace_id = ${workspaceId} and subject = 'workspace'
      and action in ('workspace.start-set', 'workspace.import')`);
  return row?.holds ?? false;
}
