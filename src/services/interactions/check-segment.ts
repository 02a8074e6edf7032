import type { TransactionContext } from '../../core/context.ts';
import type { HeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import type { Counts } from '../segments/types.ts';
import { findProblems } from './find-problems.ts';
import { NotLoggableError } from './not-loggable.ts';

/** A segment that may be logged, with what its entries take from elsewhere. */
export interface LoggableContent {
  header: HeaderValues;
  approvalRequestId: number | null;
  counts: Counts;
  /** Lines, thus interactions to be. */
  count: number;
  /** Whether attachments are sent. */
  send: boolean;
}

/**
 * All rules a segment must meet to be logged. The caller holds its row.
 * @throws NotLoggableError with everything that stands in the way
 */
export async function checkSegment(
  ctx: TransactionContext,
  segment: SegmentRow,
  sendAttachments: boolean,
): Promise<LoggableContent> {
  const found = await findProblems(ctx, segment, sendAttachments);
  const { header, counts, approvalRequestId, changed, problems, send } = found;
  if (problems.length > 0) {
    throw new NotLoggableError(problems, { no: segment.no, changed: changed.join(',') });
  }
  return { header, approvalRequestId, counts, count: counts.companies + counts.people, send: send.on };
}
