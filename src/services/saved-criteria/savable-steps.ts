import { and, asc, eq, lte } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segmentSteps } from '../../db/schema/index.ts';
import { findSegment } from '../segments/find-segment.ts';
import { stepInput } from '../segments/step-input.ts';
import { toSavedStep } from './to-saved-step.ts';
import type { SavedStep } from './types.ts';

/**
 * What would be saved of a segment: its steps that count and say who is on it.
 * @throws ForbiddenError outsider
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws InvalidError nothing_to_save
 */
export async function savableSteps(ctx: Context, no: string): Promise<{ no: string; steps: SavedStep[] }> {
  requireInsider(ctx);
  const segment = await findSegment(ctx, no);
  const rows = await executor(ctx)
    .select({ input: segmentSteps.input })
    .from(segmentSteps)
    .where(
      and(
        eq(segmentSteps.workspaceId, ctx.workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        lte(segmentSteps.no, segment.currentStep),
      ),
    )
    .orderBy(asc(segmentSteps.no));
  const steps = rows.flatMap((row) => toSavedStep(ctx, stepInput.parse(row.input)) ?? []);
  if (steps.length === 0) throw new InvalidError('nothing_to_save', { no: segment.no });
  return { no: segment.no, steps };
}
