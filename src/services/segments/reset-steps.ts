import { sql } from 'drizzle-orm';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeSegment } from './apply-step.ts';
import { saveChange } from './save-change.ts';
import type { ChangeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

/**
 * Whether to ask if the steps are to be forgotten (`domain.md` §3.5): the last contact went, and more than one step is
 * recorded.
 */
export const resetOffered = ({ now, removed, did, stepNo }: StepResult): boolean =>
  now.companies + now.people === 0 &&
  removed.companies + removed.people > 0 &&
  (did === 'undo' ? stepNo - 1 : stepNo) > 1;

/**
 * Forgets all steps of a segment without contacts: nothing is left to undo or redo. The header stays as it is.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_not_empty, segment_logged, segment_being_logged, segment_moved_on
 */
export function resetSteps(
  ctx: MemberContext,
  input: ChangeInput,
): Promise<{ segmentNo: string; version: number; forgotten: number }> {
  return changeSegment(ctx, input, async (inner, segment) => {
    const { no: segmentNo, id, companies, people, lastStep } = segment;
    if (companies + people > 0) throw new ConflictError('segment_not_empty', { no: segmentNo });
    const ofSegment = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${id}`;
    await inner.tx.execute(sql`delete from segment_lines where ${ofSegment}`);
    await inner.tx.execute(sql`delete from segment_steps where ${ofSegment}`);
    const none = { companies: 0, people: 0 };
    const { version } = await saveChange(inner, segment, {
      change: 'reset',
      added: none,
      removed: none,
      cost: '0',
      duration: 0,
      fields: ['steps'],
      currentStep: 0,
      lastStep: 0,
      lastLineNo: 0,
    });
    return { segmentNo, version, forgotten: lastStep };
  });
}
