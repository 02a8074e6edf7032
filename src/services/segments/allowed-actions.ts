import type { MemberContext } from '../../core/context.ts';
import type { Settings } from '../setup/read-settings.ts';
import { mayDelete } from './delete-segment.ts';
import type { ApprovalState, SegmentAction, SegmentHeader } from './types.ts';

/**
 * What the reader may do next with a segment, for its buttons. It is a hint: each verb checks for itself.
 * A segment that waits for approval, or has it, can still be changed; that voids the approval.
 */
export function allowedActions(
  ctx: MemberContext,
  header: SegmentHeader,
  facts: { approvalNeeded: boolean; approval: ApprovalState | null; settings: Settings },
): SegmentAction[] {
  if (ctx.actor.outsider || header.state === 'logging' || header.state === 'logged') return [];
  const { approvalNeeded, approval, settings } = facts;
  const empty = header.counts.companies + header.counts.people === 0;
  const own =
    header.createdBy.memberId === ctx.actor.memberId || approval?.requestedBy.memberId === ctx.actor.memberId;
  const ownsCampaign =
    ctx.actor.salespersonCode !== null && header.campaign?.salespersonCode === ctx.actor.salespersonCode;
  const decides =
    header.state === 'submitted' &&
    (ctx.actor.isManager || ownsCampaign) &&
    (!own || settings.allowOwnApproval);
  const released = !empty && (header.state === 'approved' || (header.state === 'open' && !approvalNeeded));
  const allowed: Record<SegmentAction, boolean> = {
    decide: decides,
    log: released,
    call: released,
    submit: !empty && header.state === 'open' && approvalNeeded,
    add: true,
    reduce: !empty,
    refine: !empty,
    undo: header.currentStep > 0,
    redo: header.currentStep < header.lastStep,
    export: !empty,
    delete: mayDelete(ctx, { createdBy: header.createdBy.memberId }),
  };
  return (Object.keys(allowed) as SegmentAction[]).filter((action) => allowed[action]);
}
