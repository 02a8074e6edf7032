import type { MemberContext } from '../../core/context.ts';
import type { ChangeInput } from './step-input.ts';
import type { LineChanges, StepResult } from './types.ts';

/** Edits a line by hand; null when nothing would change. @throws NotFoundError line_not_found */
export function editLine(
  _ctx: MemberContext,
  _input: ChangeInput & { lineNo: number; changes: LineChanges },
): Promise<StepResult | null> {
  throw new Error('Not yet');
}
