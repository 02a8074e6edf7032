import { and, desc, eq, lt } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { members, segmentSteps } from '../../db/schema/index.ts';
import { stepInput } from './step-input.ts';
import type { SegmentStep } from './types.ts';

/** The last steps of a segment, or the last before one, oldest first; those above `currentStep` were undone. */
export async function listSteps(
  ctx: Context,
  segment: { id: number; currentStep: number },
  limit: number,
  before?: number,
): Promise<SegmentStep[]> {
  const rows = await executor(ctx)
    .select({ step: segmentSteps, slackUserId: members.slackUserId })
    .from(segmentSteps)
    .innerJoin(
      members,
      and(eq(members.workspaceId, segmentSteps.workspaceId), eq(members.id, segmentSteps.memberId)),
    )
    .where(
      and(
        eq(segmentSteps.workspaceId, ctx.workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        before === undefined ? undefined : lt(segmentSteps.no, before),
      ),
    )
    .orderBy(desc(segmentSteps.no))
    .limit(limit);
  return rows.reverse().map(({ step, slackUserId }) => ({
    no: step.no,
    input: stepInput.parse(step.input),
    changed: { companies: step.companies, people: step.people },
    by: { memberId: step.memberId, slackUserId },
    at: step.at,
    applied: step.no <= segment.currentStep,
  }));
}
