import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { AppError, type ErrorCode } from '../../core/errors.ts';
import { loggedSegments, logRuns, segments } from '../../db/schema/index.ts';
import { refreshOutcome } from '../approvals/tell.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { refreshCards } from '../segments/refresh-cards.ts';
import { queueSending } from '../sending/queue.ts';
import { unlinkSegment } from '../tasks/unlink-segment.ts';
import { checkSegment } from './check-segment.ts';
import { failRun } from './fail-run.ts';
import { followUp } from './follow-up.ts';
import { postLog } from './post-log.ts';
import { writeEntries } from './write-entries.ts';

const logSegmentInput = z.object({ runId: z.number().int() });

export type LoggingResult =
  | { status: 'done'; loggedSegmentId: number; entryNo: number }
  | { status: 'failed'; code: ErrorCode }
  /** There is no such run, or it was refused before. */
  | { status: 'nothing-to-do' };

export type LogRun = typeof logRuns.$inferSelect;

/**
 * Logs a segment, all or nothing and exactly once (`domain.md` §4.8): one interaction per line, the segment closed,
 * a follow-up if wanted, and what the channel is told. A run that is done is answered with what it did. A refusal
 * ends the run and gives the segment back as it was.
 */
export async function logSegment(
  ctx: Context,
  input: z.infer<typeof logSegmentInput>,
): Promise<LoggingResult> {
  const { runId } = logSegmentInput.parse(input);
  try {
    return await inTransaction(ctx, (inner) => log(inner, runId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await failRun(ctx, runId, error);
    return { status: 'failed', code: error.code };
  }
}

async function log(ctx: TransactionContext, runId: number): Promise<LoggingResult> {
  await allowLong(ctx);
  const found = await lockRun(ctx, runId);
  if (!found) return { status: 'nothing-to-do' };
  const { run, segment } = found;
  const earlier = await findLogged(ctx, segment.id);
  if (earlier) return { status: 'done', loggedSegmentId: earlier.id, entryNo: earlier.entryNo };
  if (run.status !== 'queued') return { status: 'nothing-to-do' };

  const content = await checkSegment(ctx, segment, run.sendAttachments);
  const logged = await writeEntries(ctx, { run, segment, content });
  const followUpSegment = run.followUp ? await followUp(ctx, { run, segment, logged }) : null;
  await close(ctx, run, segment);
  if (content.send)
    await queueSending(ctx, { loggedSegmentId: logged.id, memberId: run.requestedBy, round: 'log' });
  await postLog(ctx, { run, logged, count: content.count });
  for (const id of logged.campaignIds) await refreshCampaign(ctx, id);
  if (content.approvalRequestId !== null) await refreshOutcome(ctx, content.approvalRequestId);
  await audit(ctx, {
    action: 'segment.log',
    subject: 'segment',
    subjectId: segment.no,
    detail: {
      runId,
      requestedBy: run.requestedBy,
      entryNo: logged.entryNo,
      interactions: content.count,
      followUp: followUpSegment?.no ?? null,
    },
  });
  return { status: 'done', loggedSegmentId: logged.id, entryNo: logged.entryNo };
}

/** Segment first: two runs of the same job, or a change, wait for each other there. */
async function lockRun(
  ctx: TransactionContext,
  runId: number,
): Promise<{ run: LogRun; segment: SegmentRow } | undefined> {
  const { tx, workspaceId } = ctx;
  const ofRun = and(eq(logRuns.workspaceId, workspaceId), eq(logRuns.id, runId));
  const [found] = await tx.select({ segmentId: logRuns.segmentId }).from(logRuns).where(ofRun);
  if (!found) return undefined;
  const [segment] = await tx
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, found.segmentId)))
    .for('update');
  const [run] = await tx.select().from(logRuns).where(ofRun);
  return segment && run ? { run, segment } : undefined;
}

async function findLogged(ctx: TransactionContext, segmentId: number) {
  const [logged] = await ctx.tx
    .select({ id: loggedSegments.id, entryNo: loggedSegments.entryNo })
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.segmentId, segmentId)));
  return logged;
}

/** The lines go, header and steps stay: the number is never used again, and the making can still be told. */
async function close(ctx: TransactionContext, run: LogRun, segment: SegmentRow): Promise<void> {
  const { tx, workspaceId } = ctx;
  await tx.execute(
    sql`delete from segment_lines where workspace_id = ${workspaceId} and segment_id = ${segment.id}`,
  );
  await tx
    .update(segments)
    .set({ state: 'logged' })
    .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, segment.id)));
  await tx
    .update(logRuns)
    .set({ status: 'done', finishedAt: ctx.now() })
    .where(and(eq(logRuns.workspaceId, workspaceId), eq(logRuns.id, run.id)));
  await unlinkSegment(ctx, segment.id);
  await refreshCards(ctx, segment.id);
}
