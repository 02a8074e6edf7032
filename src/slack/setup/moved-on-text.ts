import type { KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { ConflictError } from '../../core/errors.ts';
import { findLanguage } from '../../services/setup/find-codes.ts';
import { button } from '../blocks/index.ts';
import { fieldChange } from '../segment-header/field-words.ts';
import * as ofSegment from '../segments/moved-on.ts';
import { words } from '../text.ts';
import { editAction, type Form, type TextOwner, type textView } from './ids.ts';
import { hasMovedOn, movedOnBlocks } from './moved-on.ts';
import { readerOf, textOf } from './show.ts';
import { type TextFormModel, textForm } from './texts.ts';

type Metadata = z.output<typeof textView.metadata>;
type Typed = Record<'subject' | 'description', string>;

/** Whether an error says that the template's text, or the segment, was changed since the form was opened. */
export const textHasMovedOn = (of: TextOwner, error: unknown): error is ConflictError =>
  'template' in of ? hasMovedOn(error) : ofSegment.hasMovedOn(error);

/** What the person typed stays, and a file that was handed in; every other field takes the value that it has now. */
export async function movedOnForm(
  ctx: MemberContext,
  { of, language, base = {}, revision = 1, fileId }: Metadata,
  { chosen, ...typed }: Typed & { chosen: string },
  error: ConflictError,
): Promise<ModalView> {
  const { locale } = ctx;
  const now = await textOf(ctx, of, language);
  const details = language === undefined ? [] : await differences(ctx, now, base);
  const merged = (field: keyof Typed) =>
    now.text && typed[field] === (base[field] ?? '') ? now.text[field] : typed[field];
  const { code, description } = now.language ?? (await findLanguage(ctx, language ?? chosen));
  const reload: Form = { edit: 'text', of: now.of, language, revision: revision + 2 };
  return textForm(locale, {
    ...now,
    language: { code, description },
    revision: revision + 1,
    fileId,
    typed: { subject: merged('subject'), description: merged('description') },
    notice: notice(ctx, error, details, reload),
  });
}

/** The text as it is now, instead of taking it away; null where it is gone already. */
export async function movedOnDelete(
  ctx: MemberContext,
  { of, language, revision = 1 }: { of: TextOwner; language: string; revision?: number | undefined },
  error: ConflictError,
): Promise<ModalView | null> {
  const now = await textOf(ctx, of, language);
  if (!now.text) return null;
  return textForm(ctx.locale, {
    ...now,
    revision: revision + 1,
    notice: ofSegment.movedOnBlocks(ctx, error, []),
  });
}

function notice(ctx: MemberContext, error: ConflictError, details: string[], reload: Form): KnownBlock[] {
  if (hasMovedOn(error)) return movedOnBlocks(ctx, error, details, reload);
  const again = button(editAction, reload, words(ctx.locale, 'movedOn.reload'));
  return ofSegment.movedOnBlocks(ctx, error, details, again);
}

/** What is different now from what the form began with. */
async function differences(
  ctx: MemberContext,
  { text }: TextFormModel,
  base: Record<string, string>,
): Promise<string[]> {
  const { locale } = ctx;
  if (!text) return [words(locale, 'setup.texts.gone')];
  const reader = await readerOf(ctx);
  const details = (['subject', 'description'] as const)
    .filter((field) => text[field] !== (base[field] ?? ''))
    .map((field) => fieldChange(reader, field, { value: base[field] ?? '' }, { value: text[field] }));
  const [before, after] = [base.file ?? '', text.attachment?.fileName ?? ''].map(
    (name) => name || words(locale, 'field.none'),
  );
  if (before === after) return details;
  const field = words(locale, 'setup.file');
  return [...details, words(locale, 'field.change', { field, before: before ?? '', after: after ?? '' })];
}
