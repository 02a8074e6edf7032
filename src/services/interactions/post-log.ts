import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { post, refreshPosts } from '../../core/posts.ts';
import type { LogRun } from './log-segment.ts';
import type { Logged } from './write-entries.ts';

/** Entries in one message of the thread; 40 short lines stay well under Slack's limit per message. */
const PER_MESSAGE = 40;
/** Up to here every entry is listed: 25 messages, half a minute at Slack's one message a second per channel. */
const LISTED_WHOLE = 1000;
/** Of longer logs only the start is listed, and the CSV has all: 100,000 entries would take 40 minutes. */
const LISTED_START = 200;

/** How many entries of a logged segment are listed in its thread. */
export const listedEntries = (count: number): number => (count <= LISTED_WHOLE ? count : LISTED_START);

const batches = z.array(z.object({ first: z.coerce.number(), last: z.coerce.number() }));

/** Writes down what is posted: the message in the channel, the entries in its thread, the CSV, and the outcome. */
export async function postLog(
  ctx: TransactionContext,
  { run, logged, count }: { run: LogRun; logged: Logged; count: number },
): Promise<void> {
  const { id: loggedSegmentId } = logged;
  const subject = `logged-segment:${loggedSegmentId}` as const;
  const { channel } = run;
  const parentId = await post(ctx, {
    key: subject,
    subject,
    channel,
    content: { kind: 'logged-segment', loggedSegmentId },
  });
  if (parentId === undefined)
    throw new Error(`The post of logged segment ${loggedSegmentId} exists already.`);
  for (const { first, last } of await entryBatches(ctx, loggedSegmentId, count)) {
    await post(ctx, {
      key: `log-entries:${loggedSegmentId}:${first}`,
      subject,
      channel,
      parentId,
      content: { kind: 'log-entries', loggedSegmentId, firstEntryId: first, lastEntryId: last },
    });
  }
  await post(ctx, {
    key: `log-csv:${loggedSegmentId}`,
    subject,
    channel,
    parentId,
    content: { kind: 'log-csv', loggedSegmentId },
  });
  await refreshPosts(ctx, `run:${run.id}`);
}

async function entryBatches(ctx: TransactionContext, loggedSegmentId: number, count: number) {
  const rows = await ctx.tx.execute(sql`
    select min(id) as first, max(id) as last
    from (
      select id, (row_number() over (order by id) - 1) / ${PER_MESSAGE}::bigint as batch
      from interaction_log_entries
      where workspace_id = ${ctx.workspaceId} and logged_segment_id = ${loggedSegmentId}
      order by id limit ${listedEntries(count)}
    ) listed
    group by batch order by batch`);
  return batches.parse(rows);
}
