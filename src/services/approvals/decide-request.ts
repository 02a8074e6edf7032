import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { approvalRequests, members, segments } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { differences, fingerprint } from './fingerprint.ts';
import { requireMayDecide } from './may-decide.ts';
import { tellOutcome } from './tell.ts';
import type { DecisionResult } from './types.ts';
import { voidApproval } from './void-approval.ts';

/** As long as a reason may be to fit into one section of a message beside the rest. */
export const MAX_COMMENT = 1000;

const decisionInput = z.object({ requestId: z.number().int(), comment: z.string().trim() });
type Decision = 'approved' | 'rejected';
type Request = typeof approvalRequests.$inferSelect;

/**
 * Approves a segment exactly as it was submitted.
 * @throws NotFoundError request_not_found
 * @throws ForbiddenError outsider, not_an_approver, own_request
 * @throws ConflictError already_decided (status, by: Slack user id), request_voided
 * @throws InvalidError too_long on field `comment`
 */
export function approveRequest(
  ctx: MemberContext,
  input: { requestId: number; comment?: string },
): Promise<DecisionResult> {
  return decide(ctx, 'approved', { requestId: input.requestId, comment: input.comment ?? '' }, 'comment');
}

/**
 * Rejects a request; the segment can be changed and submitted again.
 * @throws InvalidError reason_missing, too_long on field `reason`; all others as `approveRequest`
 */
export async function rejectRequest(
  ctx: MemberContext,
  input: { requestId: number; reason: string },
): Promise<DecisionResult> {
  if (input.reason.trim() === '') {
    throw new InvalidError('reason_missing', {}, [{ field: 'reason', code: 'reason_missing' }]);
  }
  return decide(ctx, 'rejected', { requestId: input.requestId, comment: input.reason }, 'reason');
}

async function decide(
  ctx: MemberContext,
  decision: Decision,
  input: z.infer<typeof decisionInput>,
  field: 'comment' | 'reason',
): Promise<DecisionResult> {
  requireInsider(ctx);
  const { requestId, comment } = decisionInput.parse(input);
  if (comment.length > MAX_COMMENT) {
    const params = { field, max: MAX_COMMENT };
    throw new InvalidError('too_long', params, [{ field, code: 'too_long', params }]);
  }
  const outcome = await inTransaction(ctx, async (inner) => {
    const { request, segment } = await lockBoth(inner, requestId);
    await requireMayDecide(inner, ctx.actor.memberId, request, segment);
    if (request.status === 'pending') {
      const changed = differences(request.fingerprint, await fingerprint(inner, segment));
      if (changed.length > 0) {
        const none = { companies: 0, people: 0 };
        await voidApproval(inner, segment, { added: none, removed: none, fields: changed });
        // Thrown below, because an error in here would undo the voiding too.
        return { voided: true, no: segment.no } as const;
      }
    }
    return write(inner, { request, segment, decision, comment });
  });
  if ('voided' in outcome) throw new ConflictError('request_voided', { no: outcome.no });
  return outcome;
}

/** Segment first, then request: the order in which every change of a segment takes them. */
async function lockBoth(ctx: TransactionContext, requestId: number) {
  const { tx, workspaceId } = ctx;
  const ofRequest = and(eq(approvalRequests.workspaceId, workspaceId), eq(approvalRequests.id, requestId));
  const [found] = await tx
    .select({ segmentId: approvalRequests.segmentId })
    .from(approvalRequests)
    .where(ofRequest);
  if (!found) throw new NotFoundError('request_not_found');
  const [segment] = await tx
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, found.segmentId)))
    .for('update');
  const [request] = await tx.select().from(approvalRequests).where(ofRequest);
  if (!segment || !request) throw new NotFoundError('request_not_found');
  return { segment, request };
}

async function write(
  ctx: MemberContext & TransactionContext,
  wanted: { request: Request; segment: SegmentRow; decision: Decision; comment: string },
): Promise<DecisionResult> {
  const { tx, workspaceId, actor } = ctx;
  const { request, segment, decision, comment } = wanted;
  const [decided] = await tx
    .update(approvalRequests)
    .set({ status: decision, decidedBy: actor.memberId, decidedAt: ctx.now(), comment })
    .where(
      and(
        eq(approvalRequests.workspaceId, workspaceId),
        eq(approvalRequests.id, request.id),
        eq(approvalRequests.status, 'pending'),
        eq(approvalRequests.segmentVersion, segment.version),
      ),
    )
    .returning();
  if (!decided) throw await tooLate(ctx, request, segment.no);
  await tx
    .update(segments)
    .set({ state: decision === 'approved' ? 'approved' : 'open' })
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segment.id)));
  await tellOutcome(ctx, decided, decision);
  const counts = { companies: decided.companies, people: decided.people };
  await audit(ctx, {
    action: decision === 'approved' ? 'approval.approve' : 'approval.reject',
    subject: 'segment',
    subjectId: segment.no,
    detail: { requestId: request.id, version: segment.version, counts },
  });
  return { requestId: request.id, segmentNo: segment.no, status: decision, counts };
}

async function tooLate(ctx: TransactionContext, request: Request, no: string): Promise<ConflictError> {
  if (request.status === 'pending' || request.status === 'voided' || request.decidedBy === null) {
    return new ConflictError('request_voided', { no });
  }
  const [by] = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, request.decidedBy)));
  return new ConflictError('already_decided', { status: request.status, by: by?.slackUserId ?? '' });
}
