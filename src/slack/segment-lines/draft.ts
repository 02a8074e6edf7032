import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { fieldValue } from '../segment-header/draft.ts';
import { LINE_FIELDS } from '../segment-header/fields.ts';
import { below } from './ids.ts';

export const LINE_DRAFT = 'line';

const values = z.record(z.enum(LINE_FIELDS), fieldValue);

const lineDraft = z.object({
  no: z.string(),
  lineNo: z.number().int(),
  /** The version of the segment that the form was made from. */
  version: z.number().int(),
  /** Grows each time the form is shown anew, so that its inputs start with `typed`. */
  revision: z.number().int(),
  /** What the line had of its own then, and what stands in the form; blank: as the header has it. */
  base: values,
  typed: values,
  /** The list that the form stands on. */
  below: below.optional(),
});
export type LineDraft = z.output<typeof lineDraft>;

/** @throws NotFoundError draft_not_found */
export async function readLineDraft(
  ctx: MemberContext,
  id: number,
): Promise<{ draft: LineDraft; pressedAt: number }> {
  const stored = await readDraft(ctx, { id, kind: LINE_DRAFT });
  const parsed = lineDraft.safeParse(stored.content);
  // Written by an earlier version of the app.
  if (!parsed.success) throw new NotFoundError('draft_not_found');
  return { draft: parsed.data, pressedAt: stored.pressedAt };
}
