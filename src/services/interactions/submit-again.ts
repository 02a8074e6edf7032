import type { MemberContext } from '../../core/context.ts';
import { submitSegment } from '../approvals/submit-segment.ts';
import type { SubmitResult } from '../approvals/types.ts';
import { voidApproval } from '../approvals/void-approval.ts';
import { changeSegment } from '../segments/apply-step.ts';
import type { ChangeInput } from '../segments/step-input.ts';
import { findProblems } from './find-problems.ts';

/**
 * Submits a segment anew whose approval no longer holds, because something that it was bound to changed without a
 * step, such as the campaign's dates. An approval that still holds is left as it is, and refused as `submitSegment` does.
 * @throws ConflictError, InvalidError as `submitSegment`
 */
export function submitAgain(ctx: MemberContext, change: ChangeInput): Promise<SubmitResult> {
  return changeSegment(ctx, change, async (inner, segment) => {
    const { problems, changed } = await findProblems(inner, segment, false);
    if (problems.some(({ kind }) => kind === 'approval-changed')) {
      const none = { companies: 0, people: 0 };
      await voidApproval(inner, segment, { added: none, removed: none, fields: changed });
    }
    return submitSegment(inner, { no: segment.no });
  });
}
