import { sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';
import { enqueue } from '../../core/jobs.ts';

/** A job that fails this often has tried for some two hours; then what is left counts as not sent. */
const ATTEMPTS = 10;

export interface Sending {
  loggedSegmentId: number;
  /** Who gets what no mail server sends. */
  memberId: number;
  /** Tells one time of sending from another. */
  round: string;
}

const queueOf = (ctx: Context, loggedSegmentId: number) => `${ctx.workspaceId}:sending:${loggedSegmentId}`;

/** Has a job send what is under way of a logged segment; one job at a time, so that nothing is sent by two. */
export const queueSending = (ctx: TransactionContext, sending: Sending): Promise<void> =>
  enqueue(
    ctx.tx,
    'send-attachments',
    { workspaceId: ctx.workspaceId, ...sending },
    {
      queue: queueOf(ctx, sending.loggedSegmentId),
      key: `sending:${ctx.workspaceId}:${sending.loggedSegmentId}:${sending.round}`,
      maxAttempts: ATTEMPTS,
    },
  );

/** Whether a job still sends what is under way of a logged segment, or a list is still to be handed over. */
export async function isSending(ctx: Context, loggedSegmentId: number): Promise<boolean> {
  const [row] = await executor(ctx).execute<{ sending: boolean }>(sql`
    select exists (
      select from graphile_worker.jobs
      where queue_name = ${queueOf(ctx, loggedSegmentId)} and (attempts < max_attempts or locked_at is not null)
    ) or exists (
      select from channel_posts
      where workspace_id = ${ctx.workspaceId} and subject = ${`log-attachments:${loggedSegmentId}`}
        and status = 'waiting'
    ) as sending`);
  return row?.sending === true;
}
