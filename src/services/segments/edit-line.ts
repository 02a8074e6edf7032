import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { addAttachment, newFile } from '../attachments/add-attachment.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { lineChanges } from './field-input.ts';
import { readHeaderValues } from './header-values.ts';
import { resolveLine } from './resolve-line.ts';
import { changeInput } from './step-input.ts';
import type { StepResult } from './types.ts';

const editLineInput = changeInput.extend({
  lineNo: z.number().int().min(1),
  changes: lineChanges,
  /** A file for this line alone. */
  file: newFile.optional(),
});

/**
 * Edits a line by hand as one step that can be undone (`domain.md` §3.5). A value that the header gives as well makes
 * the line follow again. Null when nothing would change; then there is no step.
 * @throws NotFoundError segment_not_found, line_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError as `resolveLine`; file_too_big, file_empty on field `file`
 */
export async function editLine(
  ctx: MemberContext,
  input: z.input<typeof editLineInput>,
): Promise<StepResult | null> {
  const { lineNo, changes: typed, file, ...change } = editLineInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    const wanted = file ? { ...typed, attachmentId: (await addAttachment(inner, file)).id } : typed;
    const header = await readHeaderValues(inner, segment);
    const { line, changes } = await resolveLine(inner, segment, header, { lineNo, changes: wanted });
    if (Object.keys(changes).length === 0) return null;
    return appendStep(inner, segment, { kind: 'edit-line', lineNo, contactNo: line.contactNo, changes });
  });
}
