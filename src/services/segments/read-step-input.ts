import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { segmentSteps } from '../../db/schema/index.ts';
import { stepInput } from './step-input.ts';
import type { StepInput } from './types.ts';

/** What a step of a segment does. */
export async function readStepInput(
  ctx: Context,
  segment: { id: number; no: string },
  stepNo: number,
): Promise<StepInput> {
  const [step] = await executor(ctx)
    .select({ input: segmentSteps.input })
    .from(segmentSteps)
    .where(
      and(
        eq(segmentSteps.workspaceId, ctx.workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        eq(segmentSteps.no, stepNo),
      ),
    );
  if (!step) throw new Error(`Step ${stepNo} of segment ${segment.no} is missing`);
  return stepInput.parse(step.input);
}
