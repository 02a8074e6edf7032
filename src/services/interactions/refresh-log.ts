import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { deliver, NOT_GIVEN_UP, post, refreshPosts } from '../../core/posts.ts';

const parents = z.array(z.object({ id: z.coerce.number(), channel: z.string(), csv_shared: z.boolean() }));

/**
 * Brings what the channel shows of a logged segment up to date after some of its interactions were canceled or count
 * again. The parent message says how many are canceled. Of the thread, only the messages that show one of `entryIds`
 * are edited, and those that were edited for such a reason before: Slack takes one edit a second per channel, and a
 * thread of 25 would keep everything else waiting to say in each line what the parent says once. The CSV stays as it
 * is; a note under it says that it is no longer what counts. A log that the channel refused stays so as a whole, until
 * somebody posts it again: a parent alone would promise a thread.
 */
export async function refreshLog(
  ctx: TransactionContext,
  loggedSegmentId: number,
  entryIds: number[] = [],
): Promise<void> {
  const { tx, workspaceId } = ctx;
  const subject = `logged-segment:${loggedSegmentId}` as const;
  const [parent] = parents.parse(
    await tx.execute(sql`
      select p.id, p.channel, exists (
        select from channel_posts c
        where c.workspace_id = ${workspaceId} and c.key = ${`log-csv:${loggedSegmentId}`} and c.posted_revision > 0
      ) as csv_shared
      from channel_posts p where p.workspace_id = ${workspaceId} and p.key = ${subject}`),
  );
  if (!parent) return;
  const kind = sql`content->>'kind'`;
  const shown = sql`exists (
    select from unnest(${sql.param(entryIds)}::bigint[]) as entry (id)
    where entry.id between (content->>'firstEntryId')::bigint and (content->>'lastEntryId')::bigint)`;
  await refreshPosts(ctx, subject, {
    only: sql`status <> 'failed' and (${kind} in ('logged-segment', 'log-note')
      or ${kind} = 'log-entries' and (revision > 1 or ${shown}))`,
  });
  if (!parent.csv_shared) return;
  await post(ctx, {
    key: `log-note:${loggedSegmentId}`,
    subject,
    channel: parent.channel,
    parentId: parent.id,
    content: { kind: 'log-note', loggedSegmentId },
  });
}

/** Brings messages that show one interaction each up to date; one that was given up is not tried again for that. */
export async function refreshSingles(ctx: TransactionContext, entryIds: number[]): Promise<void> {
  const due = await ctx.tx.execute(sql`
    update channel_posts set revision = revision + 1, status = 'waiting'
    where workspace_id = ${ctx.workspaceId} and ${NOT_GIVEN_UP}
      and subject in (select 'interaction:' || e.id from unnest(${sql.param(entryIds)}::bigint[]) e (id))
    returning channel`);
  for (const channel of new Set(due.map((row) => String(row.channel)))) await deliver(ctx, channel);
}
