import { and, asc, count, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { contacts, interactionLogEntries as entry } from '../../db/schema/index.ts';
import { isSending } from './queue.ts';

/** What became of an interaction that was under way; one that is not any more stays as it is. */
export async function setStatus(ctx: Context, id: number, status: '' | 'error'): Promise<void> {
  await executor(ctx)
    .update(entry)
    .set({ deliveryStatus: status })
    .where(
      and(eq(entry.workspaceId, ctx.workspaceId), eq(entry.id, id), eq(entry.deliveryStatus, 'in-progress')),
    );
}

interface OfType {
  loggedSegmentId: number;
  types: ('email' | 'hard-copy')[];
}

/**
 * The same of all interactions of a type. What was canceled meanwhile counts as not sent, so that it can be sent if
 * that is taken back.
 */
export async function setStatuses(
  ctx: Context,
  { loggedSegmentId, types }: OfType,
  status: '' | 'error',
): Promise<void> {
  await executor(ctx)
    .update(entry)
    .set({ deliveryStatus: sql`case when ${entry.canceled} then 'error' else ${status} end` })
    .where(allUnderWay(ctx, { loggedSegmentId, types }));
}

/** What was canceled before its turn is not sent. */
export async function passOverCanceled(ctx: Context, wanted: OfType): Promise<void> {
  await executor(ctx)
    .update(entry)
    .set({ deliveryStatus: 'error' })
    .where(and(allUnderWay(ctx, wanted), eq(entry.canceled, true)));
}

const allUnderWay = (ctx: Context, { loggedSegmentId, types }: OfType) =>
  and(
    eq(entry.workspaceId, ctx.workspaceId),
    eq(entry.loggedSegmentId, loggedSegmentId),
    eq(entry.deliveryStatus, 'in-progress'),
    inArray(entry.correspondenceType, types),
  );

export interface SendingState {
  /** By e-mail, or handed over to a person. */
  sent: number;
  underWay: number;
  failed: number;
  /** Names of the first contacts that it failed for. */
  unreached: string[];
}

const NAMED = 10;

/** What could not be sent, where nothing is at work any more: it may have ended before it could say so. */
export const UNSENT: ('error' | 'in-progress')[] = ['error', 'in-progress'];

/** How far the sending of a logged segment's attachments is, of what is not canceled; reads all its interactions. */
export async function sendingState(ctx: Context, loggedSegmentId: number): Promise<SendingState> {
  const rows = await executor(ctx)
    .select({ status: entry.deliveryStatus, value: count() })
    .from(entry)
    .where(sendable(ctx, loggedSegmentId))
    .groupBy(entry.deliveryStatus);
  const of = (status: string) => rows.find((row) => row.status === status)?.value ?? 0;
  const going = of('in-progress') > 0 && (await isSending(ctx, loggedSegmentId));
  const underWay = going ? of('in-progress') : 0;
  const failed = of('error') + of('in-progress') - underWay;
  const unreached = failed > 0 ? await namesOf(ctx, loggedSegmentId, going ? ['error'] : UNSENT) : [];
  return { sent: of(''), underWay, failed, unreached };
}

/** Interactions of a logged segment with something to send that is still to be sent. */
export const sendable = (ctx: Context, loggedSegmentId: number) =>
  and(
    eq(entry.workspaceId, ctx.workspaceId),
    eq(entry.loggedSegmentId, loggedSegmentId),
    isNotNull(entry.attachmentId),
    ne(entry.correspondenceType, ''),
    eq(entry.canceled, false),
  );

async function namesOf(ctx: Context, loggedSegmentId: number, statuses: typeof UNSENT): Promise<string[]> {
  const rows = await executor(ctx)
    .select({ name: contacts.name })
    .from(entry)
    .innerJoin(contacts, and(eq(contacts.workspaceId, entry.workspaceId), eq(contacts.id, entry.contactId)))
    .where(and(sendable(ctx, loggedSegmentId), inArray(entry.deliveryStatus, statuses)))
    .orderBy(asc(entry.id))
    .limit(NAMED);
  return rows.map(({ name }) => name);
}
