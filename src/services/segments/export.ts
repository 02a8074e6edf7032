import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { type Context, executor, type MemberContext } from '../../core/context.ts';
import { InvalidError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import {
  contacts,
  interactionLogEntries,
  loggedSegments,
  segmentLines,
  segments,
} from '../../db/schema/index.ts';
import { toCsv } from '../interactions/csv.ts';
import { type ContactCells, contactColumns } from './export-columns.ts';
import { readHeader } from './header.ts';
import type { Counts } from './types.ts';

const exportSegmentInput = z.object({ no: z.string().max(20), requestKey: z.string().max(200).optional() });

/**
 * Sends a segment's contacts as CSV to the person who asks, by direct message: personal data goes to nobody else.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError segment_empty
 */
export async function exportSegment(
  ctx: MemberContext,
  input: z.infer<typeof exportSegmentInput>,
): Promise<{ segmentNo: string; counts: Counts }> {
  requireInsider(ctx);
  const { no, requestKey } = exportSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { id, no: segmentNo, counts } = await readHeader(inner, no);
    if (counts.companies + counts.people === 0) throw new InvalidError('segment_empty', { no: segmentNo });
    await post(inner, {
      key: `segment-csv:${id}:${requestKey ?? randomUUID()}`,
      subject: `segment:${id}`,
      channel: ctx.actor.slackUserId,
      content: { kind: 'segment-csv', segmentId: id },
    });
    await audit(inner, {
      action: 'segment.export',
      subject: 'segment',
      subjectId: segmentNo,
      detail: { counts },
    });
    return { segmentNo, counts };
  });
}

export interface SegmentExport {
  segmentNo: string;
  description: string;
  counts: Counts;
  csv: Buffer;
}

/**
 * A segment's contacts as CSV in line order (`domain.md` §4.7), with headings in the reader's language; of a logged
 * segment, the contacts it was logged with.
 * @throws NotFoundError segment_not_found
 */
export async function segmentCsv(ctx: Context, input: { segmentId: number }): Promise<SegmentExport> {
  requireInsider(ctx);
  const [segment] = await executor(ctx)
    .select()
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, input.segmentId)));
  if (!segment) throw new NotFoundError('segment_not_found', { no: '' });
  return {
    segmentNo: segment.no,
    description: segment.description,
    counts: { companies: segment.companies, people: segment.people },
    csv: await toCsv(ctx.locale, contactColumns, streamContacts(ctx, segment)),
  };
}

/** Rows read at a time. */
const PAGE = 2000;

async function* streamContacts(
  ctx: Context,
  segment: { id: number; state: string },
): AsyncGenerator<ContactCells> {
  for (let after = 0; ; ) {
    const rows: { position: number; contact: ContactCells }[] =
      segment.state === 'logged'
        ? await readLogged(ctx, segment.id, after)
        : await readLines(ctx, segment.id, after);
    for (const { contact } of rows) yield contact;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}

const readLines = (ctx: Context, segmentId: number, after: number) =>
  executor(ctx)
    .select({ position: segmentLines.lineNo, contact: contacts })
    .from(segmentLines)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, segmentLines.workspaceId), eq(contacts.id, segmentLines.contactId)),
    )
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
    .select({ position: interactionLogEntries.id, contact: contacts })
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
    .where(
      and(
        eq(loggedSegments.workspaceId, ctx.workspaceId),
        eq(loggedSegments.segmentId, segmentId),
        gt(interactionLogEntries.id, after),
      ),
    )
    .orderBy(asc(interactionLogEntries.id))
    .limit(PAGE);
