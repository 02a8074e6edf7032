import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from './find-segment.ts';
import { listSteps } from './list-steps.ts';
import type { SegmentStep } from './types.ts';

const pageStepsInput = z.object({
  no: z.string().max(20),
  /** Steps before this one; left out: the last ones. */
  before: z.number().int().min(1).optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface StepPage {
  segmentNo: string;
  version: number;
  currentStep: number;
  lastStep: number;
  /** Oldest first; those above `currentStep` were undone. */
  steps: SegmentStep[];
  /** `before` of the page of earlier steps; absent at the beginning. */
  next?: number;
}

/**
 * The steps of a segment, the last ones first, a page at a time; also of a logged one.
 * @throws NotFoundError segment_not_found
 */
export async function pageSteps(
  ctx: MemberContext,
  input: z.input<typeof pageStepsInput>,
): Promise<StepPage> {
  requireInsider(ctx);
  const { no, before, limit } = pageStepsInput.parse(input);
  const segment = await findSegment(ctx, no);
  const steps = await listSteps(ctx, segment, limit, before);
  const { no: segmentNo, version, currentStep, lastStep } = segment;
  const first = steps.at(0)?.no ?? 1;
  return { segmentNo, version, currentStep, lastStep, steps, ...(first > 1 ? { next: first } : {}) };
}
