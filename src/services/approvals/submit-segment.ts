import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { approvalRequests, segments } from '../../db/schema/index.ts';
import { lockSegment, requireChangeable, type SegmentRow } from '../segments/lock-segment.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import { changeInput } from '../segments/step-input.ts';
import { readSettings, type Settings } from '../setup/read-settings.ts';
import { builders, findApprovers } from './approvers.ts';
import { fingerprint } from './fingerprint.ts';
import { approvalNeeded } from './policy.ts';
import { submittedOf } from './submitted.ts';
import { askApprover } from './tell.ts';
import type { PersonRef, SubmitResult } from './types.ts';

const submitSegmentInput = changeInput;

/**
 * Asks the campaign's owner and all managers to approve a segment as it is now. Those who built it are not asked,
 * unless the workspace lets people approve their own segments.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on, already_submitted, already_approved
 * @throws InvalidError no_approval_needed, segment_empty, description_missing, template_missing, no_approvers, only_own_approvers
 */
export async function submitSegment(
  ctx: MemberContext,
  input: z.input<typeof submitSegmentInput>,
): Promise<SubmitResult> {
  requireInsider(ctx);
  const { no, expectedVersion, requestKey } = submitSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, expectedVersion);
    const settings = await readSettings(inner);
    requireComplete(segment, await approvalNeeded(inner, settings, segment));
    const approvers = await choose(inner, segment, settings);
    return write(inner, segment, approvers);
  });
}

function requireComplete(segment: SegmentRow, needed: boolean): void {
  const { no } = segment;
  if (segment.state === 'submitted') throw new ConflictError('already_submitted', { no });
  if (segment.state === 'approved') throw new ConflictError('already_approved', { no });
  if (!needed) throw new InvalidError('no_approval_needed', { no });
  if (segment.companies + segment.people === 0) throw new InvalidError('segment_empty', { no });
  if (segment.description === '') throw new InvalidError('description_missing', { no });
  // Logging needs it, and choosing it afterwards would make the approval void.
  if (segment.interactionTemplateCode === null) throw new InvalidError('template_missing', { no });
}

async function choose(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  settings: Settings,
): Promise<PersonRef[]> {
  const candidates = await findApprovers(ctx, segment);
  const built = await builders(ctx, segment);
  built.add(ctx.actor.memberId);
  const approvers = settings.allowOwnApproval
    ? candidates
    : candidates.filter((one) => !built.has(one.memberId));
  if (approvers.length === 0)
    throw new InvalidError(candidates.length === 0 ? 'no_approvers' : 'only_own_approvers', {
      no: segment.no,
    });
  return approvers;
}

async function write(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  approvers: PersonRef[],
): Promise<SubmitResult> {
  const { tx, workspaceId, actor } = ctx;
  const counts = { companies: segment.companies, people: segment.people };
  const [request] = await tx
    .insert(approvalRequests)
    .values({
      workspaceId,
      segmentId: segment.id,
      segmentVersion: segment.version,
      fingerprint: await fingerprint(ctx, segment),
      ...counts,
      submitted: submittedOf(segment),
      requestedBy: actor.memberId,
      requestedAt: ctx.now(),
    })
    .returning({ id: approvalRequests.id });
  if (!request) throw new Error('The request was not written.');
  await tx
    .update(segments)
    .set({ state: 'submitted' })
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segment.id)));
  for (const approver of approvers) await askApprover(ctx, request.id, approver);
  await refreshCards(ctx, segment.id);
  await audit(ctx, {
    action: 'segment.submit',
    subject: 'segment',
    subjectId: segment.no,
    detail: {
      requestId: request.id,
      version: segment.version,
      counts,
      approvers: approvers.map((one) => one.memberId),
    },
  });
  return {
    requestId: request.id,
    segmentNo: segment.no,
    counts,
    approvers: approvers.map((one) => one.slackUserId),
  };
}
