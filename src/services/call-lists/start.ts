import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { callLists } from '../../db/schema/index.ts';
import { usualChannel } from '../interactions/usual-channel.ts';
import { lockSegment, type SegmentRow } from '../segments/lock-segment.ts';
import { callTemplate } from './call-template.ts';
import { refusalOf } from './find-list.ts';
import { infoOf } from './show-list.ts';
import { subjectOf } from './tell.ts';
import type { CallListInfo } from './types.ts';

const startInput = z.object({
  no: z.string().max(20),
  /** Slack channel where the member is; blank: none. Taken when neither the campaign nor the workspace has one. */
  channel: z.string().trim().max(50).default(''),
});

/**
 * The call list of a segment (`domain.md` §4.10, phone call from a segment line): a new one, whose progress is shown in
 * a channel from now on, or the one that is there.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError call_list_closed, segment_being_logged
 * @throws InvalidError call_approval_missing, description_missing, segment_empty, call_template_missing
 */
export async function startCallList(
  ctx: MemberContext,
  input: z.input<typeof startInput>,
): Promise<CallListInfo> {
  requireInsider(ctx);
  const { no, channel } = startInput.parse(input);
  return inTransaction(ctx, async (inner) => {
    const segment = await lockSegment(inner, no);
    const refusal = await refusalOf(inner, segment);
    if (refusal) throw refusal;
    if (segment.description === '') throw new InvalidError('description_missing', { no: segment.no });
    if (segment.companies + segment.people === 0) throw new InvalidError('segment_empty', { no: segment.no });
    await callTemplate(inner);
    const list = (await readListOf(inner, segment)) ?? (await newList(inner, segment, channel));
    return infoOf({ list, segment });
  });
}

type Ctx = MemberContext & TransactionContext;

async function readListOf({ tx, workspaceId }: Ctx, { id }: SegmentRow) {
  const [list] = await tx
    .select()
    .from(callLists)
    .where(and(eq(callLists.workspaceId, workspaceId), eq(callLists.segmentId, id)));
  return list;
}

async function newList(ctx: Ctx, segment: SegmentRow, current: string) {
  const { tx, workspaceId, actor } = ctx;
  const usual = await usualChannel(ctx, segment.campaignId);
  // Started from a direct message where no channel is named, it is told of there.
  const channel = usual ?? (/^[CG]/.test(current) ? current : actor.slackUserId);
  const [list] = await tx
    .insert(callLists)
    .values({
      workspaceId,
      segmentId: segment.id,
      channel,
      startedBy: actor.memberId,
      startedAt: ctx.now(),
    })
    .returning();
  if (!list) throw new Error('The call list was not written.');
  await post(ctx, {
    key: `call-list:${list.id}`,
    subject: subjectOf(list),
    channel,
    content: { kind: 'call-list', listId: list.id },
  });
  await audit(ctx, {
    action: 'call-list.start',
    subject: 'segment',
    subjectId: segment.no,
    detail: { listId: list.id, channel },
  });
  return list;
}
