import type { MemberContext } from '../../core/context.ts';
import type { HeaderChanges, HeaderPreview } from './types.ts';

/** What a change of the header would mean for the lines. */
export function previewHeader(
  _ctx: MemberContext,
  _input: { no: string; changes: HeaderChanges },
): Promise<HeaderPreview> {
  throw new Error('Not yet');
}
