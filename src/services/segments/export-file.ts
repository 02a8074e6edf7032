import { and, asc, eq, gt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import {
  contacts,
  interactionLogEntries,
  loggedSegments,
  segmentLines,
  segments,
} from '../../db/schema/index.ts';
import { toCsv } from '../interactions/csv.ts';
import { type ContactCells, contactColumns } from './export-columns.ts';
import { toXlsx } from './export-xlsx.ts';
import { requirePresent } from './lock-segment.ts';
import type { Counts } from './types.ts';

export interface SegmentExport {
  segmentNo: string;
  description: string;
  counts: Counts;
  format: 'csv' | 'xlsx';
  content: Buffer;
}

/**
 * A segment's contacts as a file in line order (`domain.md` §4.7), with headings in the reader's language; of a logged
 * segment, the contacts it was logged with.
 * @throws NotFoundError segment_not_found, segment_deleted
 */
export async function segmentFileOf(
  ctx: Context,
  input: { segmentId: number; format?: 'csv' | 'xlsx' | undefined },
): Promise<SegmentExport> {
  requireInsider(ctx);
  const { format = 'csv' } = input;
  const [row] = await executor(ctx)
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, input.segmentId)));
  const segment = requirePresent(row, '');
  return {
    segmentNo: segment.no,
    description: segment.description,
    counts: { companies: segment.companies, people: segment.people },
    format,
    content:
      format === 'xlsx'
        ? await toXlsx(ctx.locale, contactColumns, streamContacts(ctx, segment), segment.no)
        : await toCsv(ctx.locale, contactColumns, streamContacts(ctx, segment)),
  };
}

const company = alias(contacts, 'company');
const ofContact = and(eq(company.workspaceId, contacts.workspaceId), eq(company.id, contacts.companyId));

/** Rows read at a time. */
const PAGE = 2000;

async function* streamContacts(
  ctx: Context,
  segment: { id: number; state: string },
): AsyncGenerator<ContactCells> {
  for (let after = 0; ; ) {
    const rows: { position: number; companyNo: string | null; contact: Omit<ContactCells, 'companyNo'> }[] =
      segment.state === 'logged'
        ? await readLogged(ctx, segment.id, after)
        : await readLines(ctx, segment.id, after);
    for (const { contact, companyNo } of rows) yield { ...contact, companyNo };
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}

const readLines = (ctx: Context, segmentId: number, after: number) =>
  executor(ctx)
    .select({ position: segmentLines.lineNo, contact: contacts, companyNo: company.no })
    .from(segmentLines)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, segmentLines.workspaceId), eq(contacts.id, segmentLines.contactId)),
    )
    .leftJoin(company, ofContact)
    .where(
      and(
        eq(segmentLines.workspaceId, ctx.workspaceId),
        eq(segmentLines.segmentId, segmentId),
        eq(segmentLines.live, true),
        gt(segmentLines.lineNo, after),
      ),
    )
    .orderBy(asc(segmentLines.lineNo))
    .limit(PAGE);

const readLogged = (ctx: Context, segmentId: number, after: number) =>
  executor(ctx)
    .select({ position: interactionLogEntries.id, contact: contacts, companyNo: company.no })
    .from(loggedSegments)
    .innerJoin(
      interactionLogEntries,
      and(
        eq(interactionLogEntries.workspaceId, loggedSegments.workspaceId),
        eq(interactionLogEntries.loggedSegmentId, loggedSegments.id),
      ),
    )
    .innerJoin(
      contacts,
      and(
        eq(contacts.workspaceId, interactionLogEntries.workspaceId),
        eq(contacts.id, interactionLogEntries.contactId),
      ),
    )
    .leftJoin(company, ofContact)
    .where(
      and(
        eq(loggedSegments.workspaceId, ctx.workspaceId),
        eq(loggedSegments.segmentId, segmentId),
        gt(interactionLogEntries.id, after),
      ),
    )
    .orderBy(asc(interactionLogEntries.id))
    .limit(PAGE);
