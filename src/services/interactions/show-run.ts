import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { channelPosts, loggedSegments, logRuns, members, segments } from '../../db/schema/index.ts';
import { sendingState } from '../sending/status.ts';
import { showLogged } from './show-logged.ts';
import type { LogProblem, LogRunState } from './types.ts';

const refusal = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  problems: z.array(z.custom<LogProblem>((value) => typeof value === 'object' && value !== null)).default([]),
});

/** How a wish to log stands; undefined when there is no such run. */
export async function showRun(ctx: Context, input: { runId: number }): Promise<LogRunState | undefined> {
  requireInsider(ctx);
  const [row] = await executor(ctx)
    .select({
      run: logRuns,
      segment: segments,
      loggedId: loggedSegments.id,
      requestedBy: { memberId: members.id, slackUserId: members.slackUserId },
    })
    .from(logRuns)
    .innerJoin(
      segments,
      and(eq(segments.workspaceId, logRuns.workspaceId), eq(segments.id, logRuns.segmentId)),
    )
    .innerJoin(
      members,
      and(eq(members.workspaceId, logRuns.workspaceId), eq(members.id, logRuns.requestedBy)),
    )
    .leftJoin(
      loggedSegments,
      and(
        eq(loggedSegments.workspaceId, logRuns.workspaceId),
        eq(loggedSegments.segmentId, logRuns.segmentId),
      ),
    )
    .where(and(eq(logRuns.workspaceId, ctx.workspaceId), eq(logRuns.id, input.runId)));
  if (!row) return undefined;
  const { run, segment, requestedBy } = row;
  // An earlier run of the same segment may have failed; only the one that is done logged it.
  const card =
    run.status === 'done' && row.loggedId !== null
      ? await showLogged(ctx, { id: row.loggedId, limit: 1 })
      : null;
  return {
    runId: run.id,
    segmentNo: segment.no,
    description: segment.description,
    counts: { companies: segment.companies, people: segment.people },
    channel: run.channel,
    followUp: run.followUp,
    status: run.status,
    requestedBy,
    requestedAt: run.requestedAt,
    error: run.error === null ? null : refusal.parse(JSON.parse(run.error)),
    logged: card && {
      id: card.id,
      entryNo: card.entryNo,
      counts: card.counts,
      cost: card.cost,
      duration: card.duration,
      currency: card.currency,
      followUpNo: card.followUpNo,
    },
    sending: card && run.sendAttachments ? await sendingState(ctx, card.id) : null,
    ...(card ? await posting(ctx, card.id) : { postingError: null, onlyFileMissing: false }),
  };
}

async function posting(
  ctx: Context,
  loggedSegmentId: number,
): Promise<Pick<LogRunState, 'postingError' | 'onlyFileMissing'>> {
  const failed = await executor(ctx)
    .select({ error: channelPosts.error, kind: sql<string>`${channelPosts.content}->>'kind'` })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.subject, `logged-segment:${loggedSegmentId}`),
        eq(channelPosts.status, 'failed'),
      ),
    )
    .orderBy(asc(channelPosts.id));
  return {
    postingError: failed[0]?.error ?? null,
    onlyFileMissing: failed.length > 0 && failed.every(({ kind }) => kind === 'log-csv'),
  };
}
