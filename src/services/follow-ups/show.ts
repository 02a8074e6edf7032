import { and, asc, eq, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { channelPosts, followUpProposals, segments } from '../../db/schema/index.ts';
import type { Counts } from '../segments/types.ts';
import { countOutcomes } from './count-outcomes.ts';
import { findLogged } from './find-logged.ts';
import type { FollowUpOutcome } from './outcomes.ts';

/** A proposal as it stands. */
export interface FollowUpProposal {
  id: number;
  entryNo: number;
  segmentNo: string;
  description: string;
  outcome: FollowUpOutcome;
  /** What the segment is to be called; blank: that it follows up on the one logged. */
  wished: string;
  /** How many a follow-up would have today. */
  counts: Counts;
  status: 'waiting' | 'proposed' | 'created' | 'dismissed';
  dueAt: Date;
  /** When it was asked, as the posts have it, the last time last. */
  asked: string[];
  /** The segment that came of it. */
  createdNo: string | null;
}

/** @throws NotFoundError follow_up_not_found */
export async function showProposal(ctx: Context, input: { proposalId: number }): Promise<FollowUpProposal> {
  requireInsider(ctx);
  const [row] = await executor(ctx)
    .select({ proposal: followUpProposals, createdNo: segments.no })
    .from(followUpProposals)
    .leftJoin(
      segments,
      and(
        eq(segments.workspaceId, followUpProposals.workspaceId),
        eq(segments.id, followUpProposals.segmentId),
      ),
    )
    .where(
      and(eq(followUpProposals.workspaceId, ctx.workspaceId), eq(followUpProposals.id, input.proposalId)),
    );
  if (!row) throw new NotFoundError('follow_up_not_found');
  const { id, outcome, status, dueAt, loggedSegmentId, description: wished } = row.proposal;
  const { logged } = await findLogged(ctx, { id: loggedSegmentId });
  const counts = (await countOutcomes(ctx, { loggedSegmentId }))[outcome];
  const { entryNo, segmentNo, description } = logged;
  const { createdNo } = row;
  const asked = await askedAt(ctx, id);
  return { id, entryNo, segmentNo, description, outcome, wished, counts, status, dueAt, asked, createdNo };
}

async function askedAt(ctx: Context, proposalId: number): Promise<string[]> {
  const due = sql<string | null>`${channelPosts.content}->>'due'`;
  const rows = await executor(ctx)
    .select({ due })
    .from(channelPosts)
    .where(
      and(eq(channelPosts.workspaceId, ctx.workspaceId), eq(channelPosts.subject, `follow-up:${proposalId}`)),
    )
    .orderBy(asc(channelPosts.id));
  return rows.flatMap((row) => row.due ?? []);
}
