import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { approvalRequests, channelPosts, members, segments } from '../../db/schema/index.ts';
import { selectHeaders, toHeader } from '../segments/header.ts';
import { listLines } from '../segments/list-lines.ts';
import { listSteps } from '../segments/list-steps.ts';
import { readSettings } from '../setup/read-settings.ts';
import { refusalFor } from './may-decide.ts';
import { campaignOf, readSubmitted } from './submitted.ts';
import type { ApprovalChange, ApprovalRequestView, PersonRef } from './types.ts';

/** A taste of the contacts; the segment's card shows all. */
const SAMPLE = 10;
/** More steps than this do not fit into a message; the last ones say most. */
const STEPS = 20;

const showRequestInput = z.object({
  requestId: z.number().int(),
  /** Who reads it, where a job makes the message. */
  memberId: z.number().int().optional(),
});

const counts = z.object({ companies: z.number(), people: z.number() });
const change: z.ZodType<ApprovalChange> = z.object({
  added: counts,
  removed: counts,
  fields: z.array(z.string()),
});

const requester = alias(members, 'requester');
const decider = alias(members, 'decider');

/**
 * A request for approval with the evidence to decide on, and whether the reader may decide. Of a segment that has been
 * changed since, it is what was submitted; what is on it by now is nothing to this request.
 * @throws NotFoundError request_not_found
 */
export async function showRequest(
  ctx: Context,
  input: z.infer<typeof showRequestInput>,
): Promise<ApprovalRequestView> {
  requireInsider(ctx);
  const { requestId, memberId } = showRequestInput.parse(input);
  const { request, requestedBy, decidedBy } = await readRequest(ctx, requestId);
  const [row] = await selectHeaders(ctx, eq(segments.id, request.segmentId));
  if (!row) throw new NotFoundError('request_not_found');
  const header = toHeader(row);
  const settings = await readSettings(ctx);
  const evidence =
    row.segment.version === request.segmentVersion
      ? await currentEvidence(ctx, row)
      : await submittedEvidence(ctx, row, request.submitted);
  const readerId = ctx.actor.kind === 'member' ? ctx.actor.memberId : memberId;
  const whyNot = await refusal(ctx, readerId, request, row.segment);
  return {
    requestId,
    segmentId: header.id,
    segmentNo: header.no,
    segmentVersion: request.segmentVersion,
    counts: { companies: request.companies, people: request.people },
    ...evidence,
    currency: settings.currency,
    requestedBy,
    requestedAt: request.requestedAt,
    status: request.status,
    logged: header.state === 'logged',
    decision:
      decidedBy && request.decidedAt
        ? { by: decidedBy, at: request.decidedAt, comment: request.comment }
        : null,
    change: request.change === null ? null : change.parse(request.change),
    ...(await asked(ctx, requestId)),
    mayDecide: readerId !== undefined && whyNot === null,
    whyNot,
  };
}

type Row = Awaited<ReturnType<typeof selectHeaders>>[number];

/** What a segment holds, and what it costs. */
async function currentEvidence(ctx: Context, row: Row) {
  const header = toHeader(row);
  const lines = await listLines(ctx, header.id, { limit: SAMPLE });
  const steps = await listSteps(ctx, header, STEPS, header.currentStep + 1);
  return {
    description: header.description,
    sample: lines.rows,
    steps: steps.map(({ no, input, changed }) => ({ no, input, changed })),
    date: header.date,
    campaign: await campaignOf(ctx, row.segment.campaignId),
    template: header.template,
    salesperson: header.salesperson,
    unitCost: header.unitCost,
    unitDuration: header.unitDuration,
    cost: header.cost,
    duration: header.duration,
  };
}

async function submittedEvidence(ctx: Context, row: Row, submitted: unknown) {
  const figures = (await readSubmitted(ctx, submitted)) ?? (await currentEvidence(ctx, row));
  return { description: row.segment.description, ...figures, sample: [], steps: [] };
}

async function readRequest(ctx: Context, requestId: number) {
  const [row] = await executor(ctx)
    .select({
      request: approvalRequests,
      requestedBy: { memberId: requester.id, slackUserId: requester.slackUserId },
      decidedBy: { memberId: decider.id, slackUserId: decider.slackUserId },
    })
    .from(approvalRequests)
    .innerJoin(
      requester,
      and(
        eq(requester.workspaceId, approvalRequests.workspaceId),
        eq(requester.id, approvalRequests.requestedBy),
      ),
    )
    .leftJoin(
      decider,
      and(eq(decider.workspaceId, approvalRequests.workspaceId), eq(decider.id, approvalRequests.decidedBy)),
    )
    .where(and(eq(approvalRequests.workspaceId, ctx.workspaceId), eq(approvalRequests.id, requestId)));
  if (!row) throw new NotFoundError('request_not_found');
  return row;
}

async function refusal(
  ctx: Context,
  readerId: number | undefined,
  request: typeof approvalRequests.$inferSelect,
  segment: typeof segments.$inferSelect,
): Promise<ApprovalRequestView['whyNot']> {
  if (request.status === 'voided') return 'request_voided';
  if (request.status !== 'pending') return 'already_decided';
  return readerId === undefined ? null : refusalFor(ctx, readerId, request, segment);
}

/** Who was asked, and whom the question did not reach. */
async function asked(
  ctx: Context,
  requestId: number,
): Promise<{ approvers: PersonRef[]; unreached: ApprovalRequestView['unreached'] }> {
  const posts = await executor(ctx)
    .select({
      memberId: sql<string>`${channelPosts.content}->>'memberId'`,
      slackUserId: channelPosts.channel,
      status: channelPosts.status,
      error: channelPosts.error,
    })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.subject, `request:${requestId}`),
        sql`${channelPosts.content}->>'kind' = 'approval-request'`,
      ),
    )
    .orderBy(channelPosts.id);
  return {
    approvers: posts.map(({ memberId, slackUserId }) => ({ memberId: Number(memberId), slackUserId })),
    unreached: posts
      .filter((one) => one.status === 'failed')
      .map(({ slackUserId, error }) => ({ slackUserId, error: error ?? '' })),
  };
}
