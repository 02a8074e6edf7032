import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import type { ConflictError } from '../../core/errors.ts';
import { updateDraft } from '../../services/drafts/update-draft.ts';
import { readHeader } from '../../services/segments/header.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { button } from '../blocks/index.ts';
import { movedOnBlocks } from '../segments/moved-on.ts';
import { words } from '../text.ts';
import { HEADER_DRAFT, type HeaderDraft } from './draft.ts';
import { fieldChange } from './field-words.ts';
import { changedFields, HEADER_FIELDS, mergeValues } from './fields.ts';
import { headerValues } from './header-values.ts';
import { reloadHeaderAction } from './ids.ts';
import { type HeaderModel, headerModal } from './view.ts';

export interface Kept {
  draftId: number;
  draft: HeaderDraft;
  /** When the press was made, in ms since 1970; a later one goes before. */
  pressedAt: number;
}

/** Keeps a draft, and shows the form with what it holds. */
export async function freshView(
  ctx: MemberContext,
  { draftId, draft, pressedAt }: Kept,
  notice?: HeaderModel['notice'],
): Promise<ModalView> {
  const revision = draft.revision + 1;
  await updateDraft(ctx, { id: draftId, kind: HEADER_DRAFT, pressedAt, content: { ...draft, revision } });
  const { counts } = await readHeader(ctx, draft.no);
  const { no, typed: values } = draft;
  return headerModal({ locale: ctx.locale, draftId, no, revision, values, counts, notice });
}

/** The segment was changed while the form stood open: what the person typed stays, the rest is as it is now. */
export async function movedOnView(
  ctx: MemberContext,
  { draftId, draft, pressedAt }: Kept,
  error: ConflictError,
): Promise<ModalView> {
  const header = await readHeader(ctx, draft.no);
  const { currency } = await readSettings(ctx);
  const now = headerValues(header);
  const typed = mergeValues(HEADER_FIELDS, { base: draft.base, typed: draft.typed, now });
  const reader = { locale: ctx.locale, currency };
  const details = changedFields(HEADER_FIELDS, draft.base, now).map((field) =>
    fieldChange(reader, field, draft.base[field], now[field]),
  );
  const reload = button(reloadHeaderAction, { draftId }, words(ctx.locale, 'movedOn.reload'));
  const fresh = { ...draft, version: header.version, base: now, typed };
  return freshView(ctx, { draftId, draft: fresh, pressedAt }, movedOnBlocks(ctx, error, details, reload));
}

/** The header as it is now; what was typed is thrown away, because the person asked for it. */
export async function reloadedView(ctx: MemberContext, { draft, ...kept }: Kept): Promise<ModalView> {
  const header = await readHeader(ctx, draft.no);
  const now = headerValues(header);
  return freshView(ctx, { ...kept, draft: { ...draft, version: header.version, base: now, typed: now } });
}
