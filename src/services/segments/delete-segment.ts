import { and, eq, gt, sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError, ForbiddenError } from '../../core/errors.ts';
import { callItems, callLists, segments } from '../../db/schema/index.ts';
import { voidApproval } from '../approvals/void-approval.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { followLines } from '../campaigns/targets/follow-lines.ts';
import { slackUserOf } from '../saved-criteria/slack-user.ts';
import { unlinkSegment } from '../tasks/unlink-segment.ts';
import { changeSegment } from './apply-step.ts';
import type { SegmentRow } from './lock-segment.ts';
import { refreshCards } from './refresh-cards.ts';
import type { ChangeInput } from './step-input.ts';
import type { Counts } from './types.ts';

/** Whether somebody may delete a segment: it cannot be undone, so only who created it, managers and admins may. */
export const mayDelete = (
  { actor }: Pick<MemberContext, 'actor'>,
  { createdBy }: { createdBy: number },
): boolean => actor.memberId === createdBy || actor.isManager || actor.isAdmin;

/**
 * Deletes a segment with its lines and steps (`domain.md` §3.4). A mark is left, so that the number is not used again and
 * requests, runs and interactions keep what they point at. A request for approval, or an approval, is void. A call list
 * ends, and what was called stays; target groups lose whom only this segment had in them; tasks lose the segment.
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws ForbiddenError outsider, not_yours_to_delete (no, by)
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on, being_called (no)
 */
export async function deleteSegment(
  ctx: MemberContext,
  input: ChangeInput,
): Promise<{ segmentNo: string; lines: Counts; steps: number }> {
  return changeSegment(ctx, input, async (inner, segment) => {
    const { id, no: segmentNo, companies, people, lastStep } = segment;
    if (!mayDelete(inner, segment)) {
      const by = await slackUserOf(inner, segment.createdBy);
      throw new ForbiddenError('not_yours_to_delete', { no: segmentNo, by });
    }
    await requireNobodyCalls(inner, segment);
    const lines = { companies, people };
    const none = { companies: 0, people: 0 };
    await voidApproval(inner, segment, { added: none, removed: lines, fields: ['deleted'] });
    const ofSegment = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${id}`;
    // Target groups are looked after while it is still known whose lines they were.
    await inner.tx.execute(sql`update segment_lines set live = false where ${ofSegment} and live`);
    const campaigns = [segment.campaignId];
    const all = { low: 0, high: lastStep, all: true, onlyAdded: false };
    await followLines(inner, { segmentId: id, campaigns, ...all });
    await inner.tx.execute(sql`delete from segment_lines where ${ofSegment}`);
    await inner.tx.execute(sql`delete from segment_steps where ${ofSegment}`);
    await unlinkSegment(inner, id);
    await leaveMark(inner, segment);
    await refreshCards(inner, id);
    await refreshCampaign(inner, segment.campaignId);
    await audit(inner, {
      action: 'segment.delete',
      subject: 'segment',
      subjectId: segmentNo,
      detail: { lines, steps: lastStep },
    });
    return { segmentNo, lines, steps: lastStep };
  });
}

async function leaveMark(ctx: MemberContext & TransactionContext, segment: SegmentRow): Promise<void> {
  await ctx.tx
    .update(segments)
    .set({
      state: 'deleted',
      companies: 0,
      people: 0,
      cost: '0',
      duration: 0,
      currentStep: 0,
      lastStep: 0,
      lastLineNo: 0,
      languages: {},
      version: segment.version + 1,
      lastChange: 'delete',
      changedBy: ctx.actor.memberId,
      changedAt: ctx.now(),
    })
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, segment.id)));
}

/** Not while somebody has a contact of it on the telephone. */
async function requireNobodyCalls(ctx: TransactionContext, { id, no }: SegmentRow): Promise<void> {
  const { workspaceId } = ctx;
  const [taken] = await ctx.tx
    .select({ contactId: callItems.contactId })
    .from(callLists)
    .innerJoin(
      callItems,
      and(eq(callItems.workspaceId, callLists.workspaceId), eq(callItems.callListId, callLists.id)),
    )
    .where(
      and(
        eq(callLists.workspaceId, workspaceId),
        eq(callLists.segmentId, id),
        eq(callItems.state, 'taken'),
        gt(callItems.until, ctx.now()),
      ),
    )
    .limit(1);
  if (taken) throw new ConflictError('being_called', { no });
}
