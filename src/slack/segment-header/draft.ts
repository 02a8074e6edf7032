import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { type FieldValue, HEADER_FIELDS } from './fields.ts';

export const HEADER_DRAFT = 'header';

export const fieldValue = z
  .object({ value: z.string(), name: z.string().optional() })
  .transform(({ value, name }): FieldValue => ({ value, ...(name === undefined ? {} : { name }) }));
const values = z.record(z.enum(HEADER_FIELDS), fieldValue);

const headerDraft = z.object({
  no: z.string(),
  /** The version of the segment that the form was made from. */
  version: z.number().int(),
  /** Grows each time the form is shown anew, so that its inputs start with `typed`. */
  revision: z.number().int(),
  /** What the header held then, and what stands in the form. */
  base: values,
  typed: values,
  /** Where the person began, to be told there what was done. */
  channel: z.string().nullable(),
  responseUrl: z.string().nullable(),
});
export type HeaderDraft = z.infer<typeof headerDraft>;

/** @throws NotFoundError draft_not_found */
export async function readHeaderDraft(
  ctx: MemberContext,
  id: number,
): Promise<{ draft: HeaderDraft; pressedAt: number }> {
  const stored = await readDraft(ctx, { id, kind: HEADER_DRAFT });
  const parsed = headerDraft.safeParse(stored.content);
  // Written by an earlier version of the app.
  if (!parsed.success) throw new NotFoundError('draft_not_found');
  return { draft: parsed.data, pressedAt: stored.pressedAt };
}
