import { and, eq, lt } from 'drizzle-orm';
import type { Context } from '../core/context.ts';
import { drafts, handledRequests, peopleLists } from '../db/schema/index.ts';
import { tellEndedTurns } from '../services/call-lists/tell-ended-turns.ts';
import { postDigests } from '../services/campaigns/digest/post.ts';
import { requeuePosts } from '../services/delivery/requeue-stranded.ts';
import { DRAFT_DAYS } from '../services/drafts/draft.ts';
import { requeueRuns } from '../services/interactions/queue-run.ts';
import { listWorkspaces } from '../services/setup/list-workspaces.ts';
import { jobContext, type TaskTools } from './tasks.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Slack repeats a request for minutes at most. */
const HANDLED_DAYS = 2;

/**
 * Clears away what nobody will ask for again, queues anew what has no job although there is something to do, posts the
 * digests of campaigns that are due, and tells whose turns at call lists have run out.
 */
export async function maintain(tools: Pick<TaskTools, 'db' | 'now' | 'log' | 'mayPost'>): Promise<void> {
  for (const workspace of await listWorkspaces(tools.db)) {
    const ctx = jobContext(tools, workspace.id, 'maintenance');
    await forget(ctx);
    const mayPost = (await tools.mayPost?.(workspace.id)) ?? true;
    const posts = mayPost ? await requeuePosts(ctx) : 0;
    const runs = await requeueRuns(ctx);
    if (posts + runs > 0) {
      tools.log.warn({ workspaceId: workspace.id, posts, runs }, 'Work without a job was queued again');
    }
    await postDigests(ctx);
    await tellEndedTurns(ctx);
  }
}

async function forget(ctx: Context): Promise<void> {
  const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await ctx.db
    .delete(handledRequests)
    .where(
      and(eq(handledRequests.workspaceId, ctx.workspaceId), lt(handledRequests.at, daysAgo(HANDLED_DAYS))),
    );
  await ctx.db
    .delete(drafts)
    .where(and(eq(drafts.workspaceId, ctx.workspaceId), lt(drafts.changedAt, daysAgo(DRAFT_DAYS))));
  await ctx.db
    .delete(peopleLists)
    .where(
      and(
        eq(peopleLists.workspaceId, ctx.workspaceId),
        eq(peopleLists.used, false),
        lt(peopleLists.createdAt, daysAgo(DRAFT_DAYS)),
      ),
    );
}
