import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { OUTCOMES } from '../../services/follow-ups/outcomes.ts';
import type { FollowUpChoices } from '../../services/follow-ups/show-choices.ts';
import { contactsAmount, input, modal, radioButtons, section, textInput } from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import { data, say, words } from '../text.ts';
import { followUpView } from './ids.ts';

/** Asks whom the next round is for, and whether it is for now or for later. */
export function followUpModal(locale: Locale, choices: FollowUpChoices): ModalView {
  const { entryNo, segmentNo: no, description, counts } = choices;
  const some = OUTCOMES.filter(
    (outcome) => outcome === 'all' || counts[outcome].companies + counts[outcome].people > 0,
  );
  const about = say(locale, 'followUp.about', {
    entry: String(entryNo),
    no,
    description: data(description, SHORT),
  });
  const usual = words(locale, 'logging.followUpDescription', { no });
  return modal({
    id: followUpView,
    metadata: { entry: entryNo },
    title: words(locale, 'followUp.title'),
    submit: words(locale, 'followUp.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(about),
      input(
        'outcome',
        words(locale, 'followUp.outcome'),
        radioButtons(
          'outcome',
          some.map((outcome) => ({
            value: outcome,
            text: words(locale, `followUp.outcome.${outcome}`),
            description: contactsAmount(locale, counts[outcome]),
          })),
          'all',
        ),
      ),
      input(
        'description',
        words(locale, 'followUp.description'),
        textInput('description', { maxLength: 100 }),
        {
          optional: true,
          hint: words(locale, 'followUp.description.hint', { usual }),
        },
      ),
      input(
        'when',
        words(locale, 'followUp.when'),
        textInput('when', { maxLength: 60, placeholder: words(locale, 'followUp.when.placeholder') }),
        { optional: true, hint: words(locale, 'followUp.when.hint') },
      ),
    ],
  });
}
