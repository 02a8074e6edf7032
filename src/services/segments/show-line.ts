import type { MemberContext } from '../../core/context.ts';
import type { LineView } from './types.ts';

/** One line for its form. @throws NotFoundError segment_not_found, line_not_found */
export function showLine(_ctx: MemberContext, _input: { no: string; lineNo: number }): Promise<LineView> {
  throw new Error('Not yet');
}
