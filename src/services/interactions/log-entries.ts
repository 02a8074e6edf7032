import { and, asc, between, desc, eq, gt, lt, ne, type SQL } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts, interactionLogEntries, opportunities } from '../../db/schema/index.ts';
import type { EntryKind, LogEntryRow } from './types.ts';

const entry = interactionLogEntries;

const selectEntries = (ctx: Context, loggedSegmentId: number, condition: SQL | undefined) =>
  executor(ctx)
    .select({
      entryId: entry.id,
      contactNo: contacts.no,
      contactName: contacts.name,
      contactType: contacts.type,
      companyName: contacts.companyName,
      date: entry.date,
      description: entry.description,
      templateCode: entry.interactionTemplateCode,
      cost: entry.cost,
      duration: entry.duration,
      salespersonCode: entry.salespersonCode,
      correspondenceType: entry.correspondenceType,
      evaluation: entry.evaluation,
      attemptFailed: entry.attemptFailed,
      opportunityNo: opportunities.no,
      canceled: entry.canceled,
    })
    .from(entry)
    .innerJoin(contacts, and(eq(contacts.workspaceId, entry.workspaceId), eq(contacts.id, entry.contactId)))
    .leftJoin(
      opportunities,
      and(eq(opportunities.workspaceId, entry.workspaceId), eq(opportunities.entryId, entry.id)),
    )
    .where(and(eq(entry.workspaceId, ctx.workspaceId), eq(entry.loggedSegmentId, loggedSegmentId), condition))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectEntries>>[number];

const toEntry = (row: Row): LogEntryRow => ({
  ...row,
  opportunityNo: row.opportunityNo ?? '',
  companyName: row.contactType === 'company' ? '' : row.companyName,
  correspondenceType:
    row.correspondenceType === 'email' || row.correspondenceType === 'hard-copy'
      ? row.correspondenceType
      : '',
});

/** The interactions of a logged segment from one entry id to another, both included, in entry order. */
export async function logEntries(
  ctx: Context,
  input: { loggedSegmentId: number; firstEntryId: number; lastEntryId: number },
): Promise<LogEntryRow[]> {
  requireInsider(ctx);
  const { loggedSegmentId, firstEntryId, lastEntryId } = input;
  const rows = await selectEntries(
    ctx,
    loggedSegmentId,
    between(entry.id, firstEntryId, lastEntryId),
  ).orderBy(asc(entry.id));
  return rows.map(toEntry);
}

export interface EntryPage {
  /** Entries after this id, or the nearest ones before it. */
  after?: number | undefined;
  before?: number | undefined;
  which?: EntryKind;
  limit: number;
}

const OF_KIND: Record<EntryKind, SQL | undefined> = {
  all: undefined,
  canceled: eq(entry.canceled, true),
  failed: eq(entry.attemptFailed, true),
  evaluated: ne(entry.evaluation, ''),
};

/** A page of the interactions of a logged segment in entry order. */
export async function pageEntries(
  ctx: Context,
  loggedSegmentId: number,
  { after, before, which = 'all', limit }: EntryPage,
): Promise<LogEntryRow[]> {
  const backwards = before !== undefined;
  const rows = await selectEntries(
    ctx,
    loggedSegmentId,
    and(backwards ? lt(entry.id, before) : gt(entry.id, after ?? 0), OF_KIND[which]),
  )
    .orderBy(backwards ? desc(entry.id) : asc(entry.id))
    .limit(limit);
  return (backwards ? rows.reverse() : rows).map(toEntry);
}

/** Rows read at a time: few enough to hold, many enough that the round trips do not matter. */
const STREAM_PAGE = 2000;

/** All interactions of a logged segment in entry order, however many, a page in memory at a time. */
export async function* streamEntries(ctx: Context, loggedSegmentId: number): AsyncGenerator<LogEntryRow> {
  requireInsider(ctx);
  for (let after = 0; ; ) {
    const rows = await pageEntries(ctx, loggedSegmentId, { after, limit: STREAM_PAGE });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < STREAM_PAGE) return;
    after = last.entryId;
  }
}
