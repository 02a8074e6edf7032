import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import { searchCodes } from '../../services/setup/search-codes.ts';
import { type Choice, datePicker, externalSelect, input, modal, textInput } from '../blocks/index.ts';
import { clip, words } from '../text.ts';
import { findCampaign, findSalesperson, findTemplate, newView } from './ids.ts';

/** `domain.md` §3.4 */
const MAX_DESCRIPTION = 100;
/** `domain.md` §6 */
const MAX_NUMBER = 20;

/** A code and its name as a choice of a select. */
export const codeChoice = ({ code, description }: { code: string; description: string }): Choice => ({
  value: code,
  text: clip(description ? `${code} · ${description}` : code, 75),
});

export interface NewModalModel {
  locale: Locale;
  /** Today in the member's zone, `YYYY-MM-DD`. */
  today: string;
  salesperson: Choice | undefined;
  /** The campaign it is begun for. */
  campaign?: Choice | undefined;
}

/** The form for a new segment. Its block ids are the fields of `createSegment`'s problems. */
export function newModal({ locale, today: day, salesperson, campaign }: NewModalModel): ModalView {
  const search = words(locale, 'segments.new.code.placeholder');
  return modal({
    id: newView,
    metadata: {},
    title: words(locale, 'segments.new.title'),
    submit: words(locale, 'segments.new.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input(
        'description',
        words(locale, 'segments.new.description'),
        textInput('description', { maxLength: MAX_DESCRIPTION }),
        { hint: words(locale, 'segments.new.description.hint') },
      ),
      input(
        'campaign',
        words(locale, 'segments.new.campaign'),
        externalSelect(findCampaign, {
          placeholder: words(locale, 'segments.new.campaign.placeholder'),
          ...(campaign ? { initial: campaign } : {}),
        }),
        { optional: true },
      ),
      input(
        'template',
        words(locale, 'segments.new.template'),
        externalSelect(findTemplate, { placeholder: search }),
        { optional: true, hint: words(locale, 'segments.new.template.hint') },
      ),
      input(
        'salesperson',
        words(locale, 'segments.new.salesperson'),
        externalSelect(findSalesperson, {
          placeholder: search,
          ...(salesperson ? { initial: salesperson } : {}),
        }),
        { optional: true },
      ),
      input('date', words(locale, 'segments.new.date'), datePicker('date', day), { optional: true }),
      input('no', words(locale, 'segments.new.no'), textInput('no', { maxLength: MAX_NUMBER }), {
        optional: true,
        hint: words(locale, 'segments.new.no.hint'),
      }),
    ],
  });
}

/** Opens the form, with the member's own salesperson, today, and a campaign if it is begun for one, filled in. */
export async function openNewModal(
  ctx: MemberContext,
  openView: (view: ModalView) => Promise<string>,
  campaign?: { no: string; description: string },
): Promise<void> {
  await openView(
    newModal({
      locale: ctx.locale,
      today: today({ now: ctx.now(), timeZone: ctx.timeZone }),
      salesperson: await ownSalesperson(ctx),
      campaign: campaign && codeChoice({ code: campaign.no, description: campaign.description }),
    }),
  );
}

/** The salesperson that the member is, as a choice. */
export async function ownSalesperson(ctx: MemberContext): Promise<Choice | undefined> {
  const { salespersonCode } = ctx.actor;
  if (!salespersonCode) return undefined;
  const found = await searchCodes(ctx, { table: 'salespeople', query: salespersonCode, limit: 10 });
  const own = found.find(({ code }) => code === salespersonCode);
  return own && codeChoice(own);
}
