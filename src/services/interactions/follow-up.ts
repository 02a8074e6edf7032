import type { TransactionContext } from '../../core/context.ts';
import { writeFollowUp } from '../follow-ups/write.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import type { LogRun } from './log-segment.ts';
import { readRequester } from './requester.ts';
import type { Logged } from './write-entries.ts';

/** Creates the next round with everybody who was just logged, on behalf of whoever asked for the logging. */
export async function followUp(
  ctx: TransactionContext,
  { run, segment, logged }: { run: LogRun; segment: SegmentRow; logged: Logged },
): Promise<{ no: string }> {
  const requester = await readRequester(ctx, run.requestedBy);
  return writeFollowUp({ ...ctx, ...requester }, { logged, segment, outcome: 'all' });
}
