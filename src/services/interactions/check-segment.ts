import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { approvalRequests } from '../../db/schema/index.ts';
import { differences, fingerprint } from '../approvals/fingerprint.ts';
import { approvalNeeded } from '../approvals/policy.ts';
import { type HeaderValues, readHeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLineValues } from '../segments/read-line-values.ts';
import type { Counts } from '../segments/types.ts';
import { readSettings } from '../setup/read-settings.ts';

/** A segment that may be logged, with what its entries take from elsewhere. */
export interface LoggableContent {
  header: HeaderValues;
  approvalRequestId: number | null;
  counts: Counts;
  /** Lines, thus interactions to be. */
  count: number;
}

/**
 * All rules a segment must meet to be logged (`domain.md` §4.8 steps 1, 4, 7). The caller holds its row.
 * @throws InvalidError approval_missing, description_missing, template_missing, segment_empty, salesperson_missing
 * @throws ConflictError request_voided when it is not what was approved
 */
export async function checkSegment(ctx: TransactionContext, segment: SegmentRow): Promise<LoggableContent> {
  const { no } = segment;
  if (segment.description === '') throw new InvalidError('description_missing', { no });
  const approvalRequestId = await checkApproval(ctx, segment);
  const header = await readHeaderValues(ctx, segment);
  if (header.templateCode === null) throw new InvalidError('template_missing', { no });
  const { companies, people, orphans, untemplated } = await countLines(ctx, segment, header);
  const count = companies + people;
  if (count === 0) throw new InvalidError('segment_empty', { no });
  if (untemplated > 0) throw new InvalidError('template_missing', { no });
  if (orphans > 0) throw new InvalidError('salesperson_missing', { no, count: orphans });
  return { header, approvalRequestId, counts: { companies, people }, count };
}

/** @returns the approval it is logged under; null when none is needed or there is none */
async function checkApproval(ctx: TransactionContext, segment: SegmentRow): Promise<number | null> {
  const [request] = await ctx.tx
    .select()
    .from(approvalRequests)
    .where(
      and(
        eq(approvalRequests.workspaceId, ctx.workspaceId),
        eq(approvalRequests.segmentId, segment.id),
        eq(approvalRequests.status, 'approved'),
      ),
    );
  if (!request) {
    if (!(await approvalNeeded(ctx, await readSettings(ctx), segment))) return null;
    throw new InvalidError('approval_missing', { no: segment.no });
  }
  const changed = differences(request.fingerprint, await fingerprint(ctx, segment));
  if (changed.length > 0 || request.segmentVersion !== segment.version) {
    throw new ConflictError('request_voided', { no: segment.no, changed: changed.join(',') });
  }
  return request.id;
}

const figures = z.object({
  companies: z.coerce.number(),
  people: z.coerce.number(),
  orphans: z.coerce.number(),
  untemplated: z.coerce.number(),
});

/** Orphans: lines that nobody gives a salesperson; untemplated: those without a template of the header's or their own. */
async function countLines(ctx: TransactionContext, segment: SegmentRow, header: HeaderValues) {
  const value = await readLineValues(ctx, segment.id, header);
  const [row] = await ctx.tx.execute(sql`
    select count(*) filter (where l.is_company) as companies,
      count(*) filter (where not l.is_company) as people,
      count(*) filter (where ${value('salespersonCode')} is null) as orphans,
      count(*) filter (where ${value('templateCode')} is null) as untemplated
    from segment_lines l
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
    where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id} and l.live`);
  return figures.parse(row);
}
