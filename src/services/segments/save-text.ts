import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { addAttachment, newFile } from '../attachments/add-attachment.ts';
import { fieldError } from '../setup/code-input.ts';
import { findLanguage } from '../setup/find-codes.ts';
import { appendStep, changeSegment } from './apply-step.ts';
import { checkFields } from './field-input.ts';
import { readHeaderValues } from './header-values.ts';
import { resolveHeader } from './resolve-header.ts';
import { changeInput } from './step-input.ts';
import type { HeaderChanges, StepResult } from './types.ts';

const saveTextInput = changeInput.extend({
  languageCode: z.string(),
  /** Refuses a language that there is a text in, instead of writing over it. */
  isNew: z.boolean().default(false),
  description: z.string().trim(),
  subject: z.string().trim(),
  /** A new file in place of what there was. */
  file: newFile.optional(),
  removeFile: z.boolean().default(false),
});
const removeTextInput = changeInput.extend({ languageCode: z.string() });

/**
 * Says what a segment says and encloses in a language, as one step that can be undone (`domain.md` §5). The first
 * language becomes the default. Lines follow where they have nothing of their own. Null when nothing would change.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError template_missing; at the field: unknown_code, text_exists (language), too_long, file_too_big, file_empty
 */
export async function saveSegmentText(
  ctx: MemberContext,
  input: z.input<typeof saveTextInput>,
): Promise<StepResult | null> {
  const { languageCode, description, subject, file, removeFile, isNew, ...change } =
    saveTextInput.parse(input);
  checkFields({ description, subject });
  return changeSegment(ctx, change, async (inner, segment) => {
    if (segment.interactionTemplateCode === null)
      throw new InvalidError('template_missing', { no: segment.no });
    const { code } = await findLanguage(inner, languageCode);
    if (isNew && code in segment.languages) throw fieldError('language', 'text_exists', { language: code });
    const before = segment.languages[code]?.attachmentId ?? null;
    const kept = removeFile ? null : before;
    const attachmentId = file ? (await addAttachment(inner, file)).id : kept;
    return step(inner, segment, {
      languages: { [code]: { description, subject, attachmentId } },
      ...(segment.languageCode === null ? { languageCode: code } : {}),
    });
  });
}

/**
 * Takes a language from a segment; when it was the default, another one becomes it. Null when it is gone already.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export function removeSegmentText(
  ctx: MemberContext,
  input: z.input<typeof removeTextInput>,
): Promise<StepResult | null> {
  const { languageCode, ...change } = removeTextInput.parse(input);
  return changeSegment(ctx, change, (inner, segment) =>
    languageCode in segment.languages
      ? step(inner, segment, { languages: { [languageCode]: null } })
      : Promise.resolve(null),
  );
}

type Change = Parameters<Parameters<typeof changeSegment>[2]>;

async function step(inner: Change[0], segment: Change[1], wanted: HeaderChanges): Promise<StepResult | null> {
  const before = await readHeaderValues(inner, segment);
  const { changes, fields } = await resolveHeader(inner, segment.no, before, wanted);
  if (fields.length === 0) return null;
  return appendStep(inner, segment, { kind: 'header', changes, lines: 'follow' });
}
