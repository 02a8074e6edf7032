import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_REASON } from '../../services/opportunities/fields.ts';
import type { OpportunityCard } from '../../services/opportunities/types.ts';
import { input, modal, numberInput, section, textInput } from '../blocks/index.ts';
import { type Form, typedText } from '../listener.ts';
import { MAX_COST } from '../segment-header/field-input.ts';
import { data, say, words } from '../text.ts';
import { contactWords, SHORT } from './facts.ts';
import { MAX_DAY } from './form.ts';
import { closeView } from './ids.ts';
import { readAmount, readPastDay } from './read-fields.ts';

/** Asks when and why an opportunity was won or lost, and what it came to. @param notice what stands above the fields */
export function closeForm(
  locale: Locale,
  card: OpportunityCard,
  outcome: 'won' | 'lost',
  notice: readonly KnownBlock[] = [],
): ModalView {
  const { no, version, currency, estimatedValue } = card;
  return modal({
    id: closeView,
    metadata: { no, version, outcome },
    title: words(locale, `opportunities.close.${outcome}`, { no }),
    submit: words(locale, 'opportunities.close.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      section(
        say(locale, 'opportunities.close.about', {
          no,
          description: data(card.description, SHORT),
          contact: contactWords(card),
        }),
      ),
      ...(outcome === 'won'
        ? [
            input(
              'value',
              words(locale, 'opportunities.close.value', { currency }),
              numberInput('value', { initial: estimatedValue ?? '', decimals: true, max: MAX_COST }),
            ),
          ]
        : []),
      input(
        'date',
        words(locale, 'opportunities.close.date'),
        textInput('date', { initial: locale === 'da' ? 'i dag' : 'today', maxLength: MAX_DAY }),
        { hint: words(locale, 'opportunities.close.date.hint') },
      ),
      input(
        'reason',
        words(locale, 'opportunities.close.reason'),
        textInput('reason', { multiline: true, maxLength: MAX_REASON }),
      ),
    ],
  });
}

const filledIn = z.object({ value: typedText, date: typedText, reason: typedText });

/**
 * What was filled in, as the service takes it.
 * @throws InvalidError date_not_understood, date_out_of_range, on `date`
 */
export function readCloseForm(ctx: MemberContext, form: Form) {
  const { value, date, reason } = filledIn.parse(form);
  return { value: readAmount(value), date: readPastDay(ctx, date, 'date'), reason };
}
