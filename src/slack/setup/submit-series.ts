import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { saveSeries } from '../../services/setup/series.ts';
import { typedText, type ViewRequest, type ViewResult } from '../listener.ts';
import { say, words } from '../text.ts';
import type { seriesView } from './ids.ts';
import { hasMovedOn, movedOnBlocks } from './moved-on.ts';
import {
  SERIES_FIELDS,
  type SeriesField,
  type SeriesValues,
  seriesForm,
  seriesValues,
} from './series-form.ts';
import { seriesOf, showPage } from './show.ts';

const ticked = z
  .array(z.string())
  .nullish()
  .transform((chosen) => ((chosen ?? []).includes('yes') ? 'yes' : 'no'));
const fields = z.object({ prefix: typedText, digits: typedText, next: typedText, manualAllowed: ticked });

type Metadata = z.output<typeof seriesView.metadata>;

/** Saves a number series; one that somebody changed meanwhile is shown with what was typed. */
export async function submitSeries(request: ViewRequest<Metadata>): Promise<ViewResult> {
  const { ctx, form, metadata, requestKey } = request;
  const { series, version, base } = metadata;
  const typed = fields.parse(form);
  try {
    await saveSeries(ctx, {
      series,
      prefix: typed.prefix,
      digits: Number(typed.digits),
      // Numbers that were drawn while the form was open are nobody's change.
      ...(typed.next === base?.next ? {} : { next: Number(typed.next) }),
      manualAllowed: typed.manualAllowed === 'yes',
      ...(version === undefined ? {} : { expectedVersion: version }),
      requestKey,
    });
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    return { update: await movedOnForm(ctx, metadata, typed, error) };
  }
  return { update: await showPage(ctx, { to: 'series' }, say(ctx.locale, 'setup.saved')) };
}

/** What the person typed stays, every other field takes the value that it has now. */
async function movedOnForm(
  ctx: MemberContext,
  { series, base = {}, revision = 1 }: Metadata,
  typed: SeriesValues,
  error: ConflictError,
): Promise<ModalView> {
  const { locale } = ctx;
  const row = await seriesOf(ctx, series);
  const now = seriesValues(row);
  const merged = { ...typed };
  for (const field of SERIES_FIELDS) if (typed[field] === base[field]) merged[field] = now[field];
  const details = SERIES_FIELDS.filter((field) => base[field] !== now[field]).map((field) =>
    words(locale, 'field.change', {
      field: words(locale, LABELS[field]),
      before: valueWords(locale, field, base[field] ?? ''),
      after: valueWords(locale, field, now[field]),
    }),
  );
  const no = `${words(locale, 'setup.series.one')} (${words(locale, `setup.series.${series}`)})`;
  const named = new ConflictError(error.code, { ...error.params, no });
  const notice = movedOnBlocks(ctx, named, details, { edit: 'series', series, revision: revision + 2 });
  return seriesForm(locale, row, { revision: revision + 1, typed: merged, notice });
}

const LABELS = {
  prefix: 'setup.series.prefix',
  digits: 'setup.series.digits',
  next: 'setup.series.nextNumber',
  manualAllowed: 'setup.series.manual',
} as const satisfies Record<SeriesField, MessageKey>;

function valueWords(locale: Locale, field: SeriesField, value: string): string {
  if (field === 'manualAllowed') return words(locale, value === 'yes' ? 'field.yes' : 'field.no');
  return value || words(locale, 'field.none');
}
