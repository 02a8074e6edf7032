import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, inTransaction } from '../../core/context.ts';
import { deliver } from '../../core/posts.ts';

const channels = z.array(z.object({ channel: z.string() }));

/**
 * Queues a delivery for every channel with something due and no job for it, as when a job failed too often to be
 * tried again.
 * @returns how many channels
 */
export function requeuePosts(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const found = await inner.tx.execute(sql`
      select distinct p.channel from channel_posts p
      where p.workspace_id = ${ctx.workspaceId} and p.posted_revision < p.revision and p.status <> 'failed'
        and (p.not_before is null or p.not_before <= ${ctx.now().toISOString()}::timestamptz)
        and not exists (
          select from graphile_worker.jobs j
          where j.key = 'deliver:' || p.workspace_id || ':' || p.channel and j.attempts < j.max_attempts
        )`);
    const stranded = channels.parse(found);
    for (const { channel } of stranded) await deliver(inner, channel);
    return stranded.length;
  });
}
