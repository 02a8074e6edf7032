import type { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { changeInput } from './step-input.ts';
import type { HeaderChanges, StepResult } from './types.ts';

/** Changes header fields as one step; null when nothing would change. */
export function updateHeader(
  _ctx: MemberContext,
  _input: z.input<typeof changeInput> & { changes: HeaderChanges; lines: 'follow' | 'keep' },
): Promise<StepResult | null> {
  throw new Error('Not yet');
}
