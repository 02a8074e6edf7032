import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { loggedSegments, segments } from '../../db/schema/index.ts';
import { appendStep } from './apply-step.ts';
import { lockSegment, type SegmentRow } from './lock-segment.ts';
import { drawNumber } from './segment-number.ts';
import type { Counts, StepInput } from './types.ts';

const copyInput = z.object({ no: z.string().max(20), requestKey: z.string().max(200).optional() });

/**
 * Creates a segment that says the same as another one, of today: its header, and its contacts in their order in one
 * step, doubles and own values included. Of a logged segment, the contacts it was logged with.
 * @throws NotFoundError segment_not_found
 */
export async function copySegment(
  ctx: MemberContext,
  input: z.input<typeof copyInput>,
): Promise<{ segmentNo: string; from: string; now: Counts }> {
  requireInsider(ctx);
  const { no, requestKey } = copyInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const source = await lockSegment(inner, no);
    const step = await stepOf(inner, source);
    const copy = await writeHeader(inner, source);
    const { now } = await appendStep(inner, copy, step);
    await audit(inner, {
      action: 'segment.copy',
      subject: 'segment',
      subjectId: copy.no,
      detail: { from: source.no, now },
    });
    return { segmentNo: copy.no, from: source.no, now };
  });
}

async function stepOf(ctx: TransactionContext, { id, no }: SegmentRow): Promise<StepInput> {
  const [logged] = await ctx.tx
    .select({ id: loggedSegments.id, entryNo: loggedSegments.entryNo })
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.segmentId, id)));
  return logged
    ? { kind: 'reuse-logged', loggedSegmentId: logged.id, entryNo: logged.entryNo }
    : { kind: 'copy-segment', segmentNo: no };
}

async function writeHeader(ctx: MemberContext & TransactionContext, source: SegmentRow): Promise<SegmentRow> {
  const by = { createdBy: ctx.actor.memberId, createdAt: ctx.now() };
  const [row] = await ctx.tx
    .insert(segments)
    .values({
      workspaceId: ctx.workspaceId,
      no: await drawNumber(ctx),
      date: today({ now: ctx.now(), timeZone: ctx.timeZone }),
      description: source.description,
      salespersonCode: source.salespersonCode,
      campaignId: source.campaignId,
      campaignTarget: source.campaignTarget,
      campaignResponse: source.campaignResponse,
      interactionTemplateCode: source.interactionTemplateCode,
      interactionGroupCode: source.interactionGroupCode,
      languageCode: source.languageCode,
      subject: source.subject,
      languages: source.languages,
      unitCost: source.unitCost,
      unitDuration: source.unitDuration,
      informationFlow: source.informationFlow,
      initiatedBy: source.initiatedBy,
      correspondenceType: source.correspondenceType,
      ignoreContactCorrespondenceType: source.ignoreContactCorrespondenceType,
      ...by,
      changedBy: by.createdBy,
      changedAt: by.createdAt,
    })
    .returning();
  if (!row) throw new Error('The copy was not written.');
  return row;
}
