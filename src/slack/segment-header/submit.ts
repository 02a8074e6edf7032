import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { consumeDraft } from '../../services/drafts/consume-draft.ts';
import { updateDraft } from '../../services/drafts/update-draft.ts';
import { previewHeader } from '../../services/segments/preview-header.ts';
import type { HeaderPreview, StepResult } from '../../services/segments/types.ts';
import { updateHeader } from '../../services/segments/update-header.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import type { SlackHost } from '../host.ts';
import type { ViewRequest, ViewResult } from '../listener.ts';
import { hasMovedOn } from '../segments/moved-on.ts';
import { tellStep } from '../segments/tell-step.ts';
import { HEADER_DRAFT, readHeaderDraft } from './draft.ts';
import { asText, changedFields, type Field, HEADER_FIELDS, type HeaderFormField } from './fields.ts';
import { type Kept, movedOnView } from './fresh-view.ts';
import { headerChanges } from './header-values.ts';
import { questionModal } from './question-view.ts';
import { typedValues } from './typed-values.ts';

type Request = ViewRequest<{ draftId: number; no: string }>;

/** Saves the form, or asks first what becomes of the lines that the change touches. */
export async function submitHeader(host: SlackHost, request: Request): Promise<ViewResult> {
  const { ctx, view } = request;
  const { draftId } = request.metadata;
  const stored = await readHeaderDraft(ctx, draftId);
  const draft = { ...stored.draft, typed: typedValues(HEADER_FIELDS, view) };
  const kept = { draftId, draft, pressedAt: stored.pressedAt };
  const changed = changedFields(HEADER_FIELDS, draft.base, draft.typed);
  if (changed.length === 0) return undefined;
  const preview = await previewHeader(ctx, { no: draft.no, changes: headerChanges(changed, draft.typed) });
  const asks = preview.newLanguage !== null || preview.changes.some(({ follow }) => follow > 0);
  // A form that is out of date is told so by the save itself.
  if (!asks || preview.version !== draft.version) return save(host, request, kept, 'follow');
  await updateDraft(ctx, { id: draftId, kind: HEADER_DRAFT, pressedAt: stored.pressedAt, content: draft });
  return { update: await question(ctx, kept, preview) };
}

/** Without lines there is nothing to ask of them. */
const answer = z.object({ lines: z.enum(['follow', 'keep']).default('follow') });

/** Saves the header after the question. */
export async function submitQuestion(host: SlackHost, request: Request): Promise<ViewResult> {
  const { ctx, form } = request;
  const { draftId } = request.metadata;
  const kept = { draftId, ...(await readHeaderDraft(ctx, draftId)) };
  return save(host, request, kept, answer.parse(form).lines);
}

async function question(ctx: MemberContext, { draftId, draft }: Kept, preview: HeaderPreview) {
  const { currency } = await readSettings(ctx);
  const { base, typed, no } = draft;
  const known = (field: Field): field is HeaderFormField => HEADER_FIELDS.some((one) => one === field);
  return questionModal({
    reader: { locale: ctx.locale, currency },
    draftId,
    no,
    changes: preview.changes,
    newLanguage:
      preview.newLanguage === null
        ? undefined
        : { language: typed.languageCode, subject: typed.subject.value },
    named: (field, value) => {
      const candidates = known(field) ? [base[field], typed[field]] : [];
      return candidates.find((one) => one.value === asText(value)) ?? { value };
    },
  });
}

async function save(
  host: SlackHost,
  request: Request,
  kept: Kept,
  lines: 'follow' | 'keep',
): Promise<ViewResult> {
  const { ctx, view } = request;
  const { draftId, draft } = kept;
  const changed = changedFields(HEADER_FIELDS, draft.base, draft.typed);
  let result: StepResult | null;
  try {
    result = await updateHeader(ctx, {
      no: draft.no,
      expectedVersion: draft.version,
      requestKey: `header:${view.id}:${draft.version}`,
      changes: headerChanges(changed, draft.typed),
      lines,
    });
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    return { update: await movedOnView(ctx, kept, error) };
  }
  if (result && (await consumeDraft(ctx, { id: draftId, kind: HEADER_DRAFT }))) {
    await tellStep(host, request, result, draft);
  }
  return undefined;
}
