import { allowLong, type Context, inTransaction } from '../../core/context.ts';
import { refreshRuns } from '../interactions/refresh-runs.ts';
import { setStatuses } from './status.ts';

/**
 * Ends what was under way: a file that was handed over is out of our hands, one that could not be is in error, and so
 * are e-mails that the server would not take for hours.
 */
export function finishSending(
  ctx: Context,
  input: { loggedSegmentId: number; types: ('email' | 'hard-copy')[]; status: '' | 'error' },
): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    await allowLong(inner);
    await setStatuses(inner, input, input.status);
    await refreshRuns(inner, [input.loggedSegmentId]);
  });
}
