import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { logRuns, segments } from '../../db/schema/index.ts';
import { lockSegment, requireChangeable, type SegmentRow } from '../segments/lock-segment.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import { changeInput } from '../segments/step-input.ts';
import { checkSegment } from './check-segment.ts';
import { queueRun } from './queue-run.ts';
import { usualChannel } from './usual-channel.ts';

const requestLoggingInput = changeInput.extend({
  /** Slack channel id; left out: the campaign's, else the workspace's. */
  channel: z.string().trim().max(50).optional(),
  /** Creates a segment with the same contacts once this one is logged. */
  followUp: z.boolean().default(false),
  /** Sends each contact with a correspondence type its attachment (`domain.md` §4.8 step 6). */
  sendAttachments: z.boolean().default(false),
});

export interface LoggingStarted {
  runId: number;
  segmentNo: string;
  channel: string;
}

/**
 * Starts the logging of a segment: a job carries it out, and a direct message tells how it went.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws NotLoggableError with everything that stands in the way
 * @throws InvalidError channel_missing
 */
export async function requestLogging(
  ctx: MemberContext,
  input: z.input<typeof requestLoggingInput>,
): Promise<LoggingStarted> {
  requireInsider(ctx);
  const { no, expectedVersion, requestKey, channel, followUp, sendAttachments } =
    requestLoggingInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, expectedVersion);
    const { send } = await checkSegment(inner, segment, sendAttachments);
    const target = channel || (await usualChannel(inner, segment.campaignId));
    if (!target) {
      throw new InvalidError('channel_missing', {}, [{ field: 'channel', code: 'channel_missing' }]);
    }
    return start(inner, segment, { channel: target, followUp, sendAttachments: send });
  });
}

async function start(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  options: { channel: string; followUp: boolean; sendAttachments: boolean },
): Promise<LoggingStarted> {
  const { tx, workspaceId, actor } = ctx;
  const [run] = await tx
    .insert(logRuns)
    .values({
      workspaceId,
      segmentId: segment.id,
      ...options,
      requestedBy: actor.memberId,
      requestedAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: logRuns.id });
  if (!run) throw new ConflictError('segment_being_logged', { no: segment.no });
  const runId = run.id;
  await tx
    .update(segments)
    .set({ state: 'logging' })
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segment.id)));
  await queueRun(ctx, { id: runId, segmentId: segment.id });
  await refreshCards(ctx, segment.id);
  await post(ctx, {
    key: `log-run:${runId}`,
    subject: `run:${runId}`,
    channel: actor.slackUserId,
    content: { kind: 'log-progress', runId },
  });
  await audit(ctx, {
    action: 'segment.request-logging',
    subject: 'segment',
    subjectId: segment.no,
    detail: { runId, ...options },
  });
  return { runId, segmentNo: segment.no, channel: options.channel };
}
