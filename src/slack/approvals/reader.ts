import type { Context } from '../../core/context.ts';
import type { CodeNames } from '../../criteria/describe.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { ApprovalRequestView } from '../../services/approvals/types.ts';
import { stepNames } from '../criteria/step-names.ts';

/** Who reads about a request, and what the codes in its criteria are called. */
export interface RequestReader {
  locale: Locale;
  /** IANA */
  timeZone: string;
  names: CodeNames;
}

/** The reader of a request, with the names of the codes in its steps. */
export async function readerOf(ctx: Context, view: ApprovalRequestView): Promise<RequestReader> {
  const { locale, timeZone } = ctx;
  const names = await stepNames(
    ctx,
    view.steps.map(({ input }) => input),
  );
  return { locale, timeZone, names };
}
