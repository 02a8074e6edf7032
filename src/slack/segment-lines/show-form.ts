import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import type { ConflictError } from '../../core/errors.ts';
import { createDraft } from '../../services/drafts/create-draft.ts';
import { updateDraft } from '../../services/drafts/update-draft.ts';
import { showLine } from '../../services/segments/show-line.ts';
import type { LineView } from '../../services/segments/types.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { button } from '../blocks/index.ts';
import { type FieldReader, fieldChange } from '../segment-header/field-words.ts';
import {
  asText,
  changedFields,
  type FieldValues,
  LINE_FIELDS,
  type LineFormField,
  mergeValues,
  OWN_BLANK,
  valuesOf,
} from '../segment-header/fields.ts';
import { movedOnBlocks } from '../segments/moved-on.ts';
import { words } from '../text.ts';
import { LINE_DRAFT, type LineDraft } from './draft.ts';
import { type Below, reloadLineAction } from './ids.ts';
import { type LineFormModel, lineForm } from './line-form.ts';
import { blankTexts, inheritedValues, ownValues } from './line-values.ts';

export interface KeptLine {
  draftId: number;
  draft: LineDraft;
  /** When the press was made, in ms since 1970; a later one goes before. */
  pressedAt: number;
}

/**
 * The form for a line, as it is opened.
 * @throws NotFoundError segment_not_found, line_not_found
 */
export async function openedForm(
  ctx: MemberContext,
  wanted: { no: string; lineNo: number; below: Below | undefined },
): Promise<ModalView> {
  const { no, lineNo, below } = wanted;
  const shown = await showLine(ctx, { no, lineNo });
  const values = ownValues(shown);
  const draft: LineDraft = {
    no: shown.segmentNo,
    lineNo,
    version: shown.version,
    revision: 1,
    base: values,
    typed: values,
    ...(below ? { below } : {}),
  };
  const draftId = await createDraft(ctx, { kind: LINE_DRAFT, content: draft });
  return formOf(await readerOf(ctx), shown, draftId, draft);
}

const readerOf = async (ctx: MemberContext): Promise<FieldReader> => ({
  locale: ctx.locale,
  currency: (await readSettings(ctx)).currency,
});

const formOf = (
  reader: FieldReader,
  shown: LineView,
  draftId: number,
  { revision, typed: values }: LineDraft,
  notice?: LineFormModel['notice'],
): ModalView =>
  lineForm({
    reader,
    draftId,
    revision,
    line: shown.line,
    values,
    blank: blankTexts(shown),
    inherited: inheritedValues(shown),
    file: {
      attachment: shown.attachment,
      unique: shown.line.own.includes('attachmentId') && shown.attachment !== null,
      possible: shown.line.templateCode !== null,
    },
    notice,
  });

/** The segment was changed while the form stood open: what the person typed stays, the rest is as it is now. */
export async function movedOnForm(
  ctx: MemberContext,
  { draftId, draft, pressedAt }: KeptLine,
  error: ConflictError,
): Promise<ModalView> {
  const shown = await showLine(ctx, { no: draft.no, lineNo: draft.lineNo });
  const reader = await readerOf(ctx);
  const now = ownValues(shown);
  const fresh: LineDraft = {
    ...draft,
    version: shown.version,
    revision: draft.revision + 1,
    base: now,
    typed: mergeValues(LINE_FIELDS, { base: draft.base, typed: draft.typed, now }),
  };
  await updateDraft(ctx, { id: draftId, kind: LINE_DRAFT, pressedAt, content: fresh });
  const inherited = inheritedValues(shown);
  const said = (values: FieldValues<LineFormField>) =>
    valuesOf(LINE_FIELDS, (field) => {
      if (values[field].value === OWN_BLANK) return { value: '' };
      return values[field].value === '' ? inherited[field] : values[field];
    });
  const details = changedFields(LINE_FIELDS, draft.base, now).map((field) =>
    fieldChange(reader, field, said(draft.base)[field], { value: asText(shown.line[field]) }),
  );
  const reload = button(reloadLineAction, { draftId }, words(ctx.locale, 'movedOn.reload'));
  return formOf(reader, shown, draftId, fresh, movedOnBlocks(ctx, error, details, reload));
}

/** The line as it is now; what was typed is thrown away, because the person asked for it. */
export async function reloadedForm(
  ctx: MemberContext,
  { draftId, draft, pressedAt }: KeptLine,
): Promise<ModalView> {
  const shown = await showLine(ctx, { no: draft.no, lineNo: draft.lineNo });
  const now = ownValues(shown);
  const { version } = shown;
  const fresh = { ...draft, version, revision: draft.revision + 1, base: now, typed: now };
  await updateDraft(ctx, { id: draftId, kind: LINE_DRAFT, pressedAt, content: fresh });
  return formOf(await readerOf(ctx), shown, draftId, fresh);
}
