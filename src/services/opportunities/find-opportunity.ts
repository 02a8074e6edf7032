import { and, eq } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { opportunities } from '../../db/schema/index.ts';
import type { OpportunityRow } from './types.ts';

/**
 * An opportunity's row, held until the transaction ends.
 * @throws NotFoundError opportunity_not_found
 */
export async function lockOpportunity(ctx: TransactionContext, no: string): Promise<OpportunityRow> {
  const [found] = await ctx.tx
    .select()
    .from(opportunities)
    .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.no, asNumber(no))))
    .for('update');
  if (!found) throw new NotFoundError('opportunity_not_found', { no: asNumber(no) });
  return found;
}

/**
 * The same for a change: closed ones are not changed (`domain.md` §4.13), nor one that moved on since it was looked at.
 * @throws NotFoundError opportunity_not_found
 * @throws ConflictError opportunity_closed (no, status), opportunity_moved_on (with who changed it and when)
 */
export async function lockActive(
  ctx: TransactionContext,
  no: string,
  expectedVersion: number | undefined,
): Promise<OpportunityRow> {
  const found = await lockOpportunity(ctx, no);
  const { status, version } = found;
  if (status === 'won' || status === 'lost') {
    throw new ConflictError('opportunity_closed', { no: found.no, status });
  }
  if (expectedVersion === undefined || expectedVersion === version) return found;
  throw await movedOn(ctx, 'opportunity_moved_on', {
    no: found.no,
    subject: 'opportunity',
    actions: ['opportunity.edit'],
  });
}
