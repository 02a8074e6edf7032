import type { Logger } from 'pino';
import { z } from 'zod';
import { type Context, inTransaction } from '../core/context.ts';
import type { JobName } from '../core/jobs.ts';
import { deliverLater, deliver as queueDelivery } from '../core/posts.ts';
import type { Database } from '../db/client.ts';
import { cleanUp, giveUpCleaning } from '../services/cleanup/clean-up.ts';
import { proposeFollowUp } from '../services/follow-ups/propose.ts';
import { giveUpLogging } from '../services/interactions/give-up-logging.ts';
import { logSegment } from '../services/interactions/log-segment.ts';
import { refreshRuns } from '../services/interactions/refresh-runs.ts';
import { finishSending } from '../services/sending/finish.ts';
import { handedTypes, handOver } from '../services/sending/hand-over.ts';
import { type SendMail, sendMails } from '../services/sending/send-mails.ts';

/** Sends what is due in a channel; says when to go on if anything of it is left. */
export type Deliver = (
  job: { workspaceId: number; channel: string },
  signal: AbortSignal,
) => Promise<{ again?: Date }>;

export interface TaskTools {
  db: Database;
  now: () => Date;
  log: Logger;
  deliver: Deliver;
  /** Whether Slack takes posts of a workspace; left out: it does. */
  mayPost?: (workspaceId: number) => Promise<boolean>;
  /** Absent where there is no mail server. */
  sendMail?: SendMail | undefined;
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

const sendAttachmentsPayload = z.object({
  workspaceId: id,
  loggedSegmentId: id,
  memberId: id,
  round: z.string(),
});

/** Sends e-mails if there is a mail server, and hands over what a person has to send. */
const sendAttachmentsTask: JobTask = async (tools, payload, attempt) => {
  const { workspaceId, ...sending } = sendAttachmentsPayload.parse(payload);
  const ctx = jobContext(tools, workspaceId, 'send-attachments');
  const { sendMail: send, signal } = tools;
  const { loggedSegmentId } = sending;
  let left = handedTypes(true);
  const giveUp = () => finishSending(ctx, { loggedSegmentId, types: left, status: 'error' });
  try {
    await handOver(ctx, { ...sending, emails: send === undefined });
    if (!send) return;
    left = ['email'];
    const { later } = await sendMails(ctx, { loggedSegmentId, send, signal });
    if (later > 0) throw new Error(`The mail server put off ${later} e-mails.`);
  } catch (error) {
    if (attempt.last) await giveUp();
    throw error;
  } finally {
    await inTransaction(ctx, (inner) => refreshRuns(inner, [loggedSegmentId]));
  }
};

const proposeFollowUpPayload = z.object({ workspaceId: id, proposalId: id });

/** Proposes a follow-up to whoever wished to be reminded of it. */
const proposeFollowUpTask: JobTask = async (tools, payload) => {
  const { workspaceId, proposalId } = proposeFollowUpPayload.parse(payload);
  await proposeFollowUp(jobContext(tools, workspaceId, 'propose-follow-up'), { proposalId });
};

const workspacePayload = z.looseObject({ workspaceId: id });

/** Clears away what is canceled; its own service knows the rest of the payload. */
const cleanUpTask: JobTask = async (tools, payload, attempt) => {
  const { workspaceId, ...run } = workspacePayload.parse(payload);
  const ctx = jobContext(tools, workspaceId, 'clean-up');
  try {
    await cleanUp(ctx, run);
  } catch (error) {
    if (attempt.last) await giveUpCleaning(ctx, run, attempt.jobId);
    throw error;
  }
};

const deliverPostsPayload = z.object({ workspaceId: id, channel: z.string().min(1) });

/** Sends what is due in a channel; what is left is queued for when Slack takes it, or when it is due. */
const deliverPostsTask: JobTask = async (tools, payload) => {
  const job = deliverPostsPayload.parse(payload);
  // A queue that is being stopped hands out a job or two before it hears of it.
  const { again } = tools.signal.aborted ? { again: tools.now() } : await tools.deliver(job, tools.signal);
  await inTransaction(jobContext(tools, job.workspaceId, 'deliver-posts'), (inner) =>
    again ? queueDelivery(inner, job.channel, again) : deliverLater(inner, job.channel),
  );
};

/** Something that waited is due: the channel has its turn, unless Slack wants it left alone. */
const deliverLaterTask: JobTask = async (tools, payload) => {
  const { workspaceId, channel } = deliverPostsPayload.parse(payload);
  await inTransaction(jobContext(tools, workspaceId, 'deliver-later'), (inner) =>
    queueDelivery(inner, channel),
  );
};

/** What carries out each job. */
export const tasks: Record<JobName, JobTask> = {
  'log-segment': logSegmentTask,
  'send-attachments': sendAttachmentsTask,
  'propose-follow-up': proposeFollowUpTask,
  'clean-up': cleanUpTask,
  'deliver-posts': deliverPostsTask,
  'deliver-later': deliverLaterTask,
};
