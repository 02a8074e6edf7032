import type { MemberContext } from '../../core/context.ts';
import type { LineCursor, LinePage } from './types.ts';

/** A page of a segment's lines. */
export function searchLines(
  _ctx: MemberContext,
  _input: {
    no: string;
    query?: string;
    filter?: 'edited' | 'company-only' | 'without-email';
    sort?: 'line' | 'name' | 'company';
    after?: LineCursor;
    limit?: number;
  },
): Promise<LinePage> {
  throw new Error('Not yet');
}
