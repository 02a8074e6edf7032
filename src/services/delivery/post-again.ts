import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { deliver } from '../../core/posts.ts';
import { callLists, channelPosts, channelProblems, loggedSegments, logRuns } from '../../db/schema/index.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';
import { refreshTellings } from './channel-problem.ts';
import { refusedPosts } from './refused-posts.ts';

const channelId = z.string().regex(/^[CG][A-Z0-9]+$/);
const postAgainInput = z.object({
  channel: channelId,
  /** Another channel to post it to; left out: the same. */
  to: channelId.optional(),
  requestKey: z.string().optional(),
});

/**
 * Tries anew to post what a channel did not take, as after the app was invited to it. In another channel, whatever was
 * in part posted is posted whole. Whoever is to be told of a problem is told again if it fails again.
 * @returns how many messages and files are waiting for it
 */
export async function postAgain(
  ctx: MemberContext,
  input: z.input<typeof postAgainInput>,
): Promise<{ waiting: number }> {
  requireInsider(ctx);
  const { channel, to = channel, requestKey } = postAgainInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const refused = await inner.tx
      .selectDistinct({ subject: channelPosts.subject })
      .from(channelPosts)
      .where(refusedPosts(inner, channel));
    const subjects = refused.map((row) => row.subject);
    if (subjects.length === 0) return { waiting: 0 };
    const waiting = to === channel ? await again(inner, channel) : await move(inner, channel, to, subjects);
    await deliver(inner, to);
    await forget(inner, channel);
    await refreshRuns(inner, idsOf('logged-segment', subjects));
    await audit(inner, {
      action: 'channel.post-again',
      subject: 'channel',
      subjectId: channel,
      detail: { to, waiting },
    });
    return { waiting };
  });
}

const UNTRIED = { status: 'waiting', error: null, attempts: 0, attemptedAt: null } as const;

async function again(ctx: TransactionContext, channel: string): Promise<number> {
  const rows = await ctx.tx
    .update(channelPosts)
    .set(UNTRIED)
    .where(refusedPosts(ctx, channel))
    .returning({ id: channelPosts.id });
  return rows.length;
}

async function move(
  ctx: TransactionContext,
  channel: string,
  to: string,
  subjects: string[],
): Promise<number> {
  const { tx, workspaceId } = ctx;
  const rows = await tx
    .update(channelPosts)
    .set({
      ...UNTRIED,
      channel: to,
      slackChannel: null,
      slackTs: null,
      slackFileId: null,
      postedRevision: 0,
      postedAt: null,
    })
    .where(
      and(
        eq(channelPosts.workspaceId, workspaceId),
        eq(channelPosts.channel, channel),
        inArray(channelPosts.subject, subjects),
      ),
    )
    .returning({ id: channelPosts.id });
  const logged = idsOf('logged-segment', subjects);
  const moved = await tx
    .update(loggedSegments)
    .set({ channel: to })
    .where(and(eq(loggedSegments.workspaceId, workspaceId), inArray(loggedSegments.id, logged)))
    .returning({ segmentId: loggedSegments.segmentId });
  const segmentIds = moved.map((row) => row.segmentId);
  await tx
    .update(logRuns)
    .set({ channel: to })
    .where(and(eq(logRuns.workspaceId, workspaceId), inArray(logRuns.segmentId, segmentIds)));
  const lists = idsOf('call-list', subjects);
  await tx
    .update(callLists)
    .set({ channel: to })
    .where(and(eq(callLists.workspaceId, workspaceId), inArray(callLists.id, lists)));
  return rows.length;
}

const idsOf = (kind: string, subjects: string[]): number[] =>
  subjects
    .filter((subject) => subject.startsWith(`${kind}:`))
    .map((subject) => Number(subject.split(':')[1]));

/** So that another failure is told of; those who were told see what was done about it. */
async function forget(ctx: TransactionContext, channel: string): Promise<void> {
  const [problem] = await ctx.tx
    .delete(channelProblems)
    .where(and(eq(channelProblems.workspaceId, ctx.workspaceId), eq(channelProblems.channel, channel)))
    .returning({ since: channelProblems.since });
  if (problem) await refreshTellings(ctx, channel, problem.since);
}
