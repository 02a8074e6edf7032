import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { headerChanges } from './field-input.ts';
import { readHeaderValues } from './header-values.ts';
import { resolveHeader } from './resolve-header.ts';
import { changeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

const updateHeaderInput = changeInput.extend({
  /** Only what the person changed: a value that the header has already is no change. */
  changes: headerChanges,
  /** `keep`: the header only, the lines stay as they are. */
  lines: z.enum(['follow', 'keep']),
});

/**
 * Changes header fields as one step that can be undone (`domain.md` §4.1). Lines follow where they have no value of
 * their own; lines of another template are never touched, unless the template itself changes, which fills the
 * template's fields of all lines anew. Null when nothing would change; then there is no step.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError as `resolveHeader`
 */
export async function updateHeader(
  ctx: MemberContext,
  input: z.input<typeof updateHeaderInput>,
): Promise<StepResult | null> {
  const { changes: wanted, lines, ...change } = updateHeaderInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const before = await readHeaderValues(inner, segment);
    const { changes, fields } = await resolveHeader(inner, segment.no, before, wanted);
    return fields.length === 0 ? null : appendStep(inner, segment, { kind: 'header', changes, lines });
  });
}
