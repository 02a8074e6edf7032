import { inTransaction, type MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import { findProblems } from './find-problems.ts';
import type { LogProblem } from './types.ts';

export interface LoggingCheck {
  /** The version of the segment that was looked at. */
  version: number;
  /** Whether there is anybody to send attachments to, and whether they would be sent. */
  send: { possible: boolean; on: boolean };
  /** Empty: it can be logged. */
  problems: LogProblem[];
}

/**
 * What stands in the way of logging a segment, told before it is asked for.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged
 */
export function checkLogging(
  ctx: MemberContext,
  input: { no: string; sendAttachments?: boolean | undefined },
): Promise<LoggingCheck> {
  requireInsider(ctx);
  return inTransaction(ctx, async (inner) => {
    const segment = await findSegment(inner, input.no);
    const { no, state, version } = segment;
    if (state === 'logged') throw new ConflictError('segment_logged', { no });
    if (state === 'logging') throw new ConflictError('segment_being_logged', { no });
    const { problems, send } = await findProblems(inner, segment, input.sendAttachments);
    return { version, problems, send };
  });
}
