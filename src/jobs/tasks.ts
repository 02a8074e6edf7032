import type { Logger } from 'pino';
import { z } from 'zod';
import { type Context, inTransaction } from '../core/context.ts';
import type { JobName } from '../core/jobs.ts';
import { deliver as queueDelivery } from '../core/posts.ts';
import type { Database } from '../db/client.ts';
import { giveUpLogging } from '../services/interactions/give-up-logging.ts';
import { logSegment } from '../services/interactions/log-segment.ts';

/** Sends what is due in a channel; says when to go on if anything is left. */
export type Deliver = (
  job: { workspaceId: number; channel: string },
  signal: AbortSignal,
) => Promise<{ again?: Date }>;

export interface TaskTools {
  db: Database;
  now: () => Date;
  log: Logger;
  deliver: Deliver;
  /** Aborted when the app stops: what can be left for later is left. */
  signal: AbortSignal;
}

export interface Attempt {
  jobId: string;
  /** The queue gives the job up if this attempt fails. */
  last: boolean;
}

export type JobTask = (tools: TaskTools, payload: unknown, attempt: Attempt) => Promise<void>;

/** A job's own context: it acts for nobody, and its words have no reader. */
export const jobContext = (
  { db, now }: Pick<TaskTools, 'db' | 'now'>,
  workspaceId: number,
  name: string,
): Context => ({
  db,
  now,
  workspaceId,
  actor: { kind: 'job', name },
  locale: 'en',
  timeZone: 'UTC',
});

const id = z.number().int();

const logSegmentPayload = z.object({ workspaceId: id, runId: id });

/** Logs a segment; the person who asked is told when it failed for good. */
const logSegmentTask: JobTask = async (tools, payload, attempt) => {
  const { workspaceId, runId } = logSegmentPayload.parse(payload);
  const ctx = jobContext(tools, workspaceId, 'log-segment');
  try {
    const result = await logSegment(ctx, { runId });
    tools.log.info({ workspaceId, runId, result }, 'A segment was logged');
  } catch (error) {
    if (attempt.last) await giveUpLogging(ctx, { runId, reference: attempt.jobId });
    throw error;
  }
};

const deliverPostsPayload = z.object({ workspaceId: id, channel: z.string().min(1) });

/** Sends what is due in a channel; what is left is queued for when Slack takes it. */
const deliverPostsTask: JobTask = async (tools, payload) => {
  const job = deliverPostsPayload.parse(payload);
  // A queue that is being stopped hands out a job or two before it hears of it.
  const { again } = tools.signal.aborted ? { again: tools.now() } : await tools.deliver(job, tools.signal);
  if (!again) return;
  await inTransaction(jobContext(tools, job.workspaceId, 'deliver-posts'), (inner) =>
    queueDelivery(inner, job.channel, again),
  );
};

/** What carries out each job. */
export const tasks: Record<JobName, JobTask> = {
  'log-segment': logSegmentTask,
  'deliver-posts': deliverPostsTask,
};
