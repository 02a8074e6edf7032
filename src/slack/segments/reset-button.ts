import type { SectionBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { resetOffered } from '../../services/segments/reset-steps.ts';
import type { StepResult } from '../../services/segments/types.ts';
import { button, section } from '../blocks/index.ts';
import { say, words } from '../text.ts';
import { resetAction } from './ids.ts';

/** The button that forgets all steps, and asks before it does. */
export const resetButton = (locale: Locale, of: { no: string; version: number }, steps: number) => {
  const text = words(locale, 'reset.button');
  return button(resetAction, of, text, {
    label: `${text} ${of.no}`,
    confirm: {
      title: words(locale, 'reset.title', { no: of.no }),
      text: words(locale, 'reset.text', { steps }),
      confirm: text,
      deny: words(locale, 'reset.keep'),
    },
  });
};

/** Asks whether the steps should go too, where the last contact went (`domain.md` §3.5); not pressing keeps them. */
export function resetOffer(locale: Locale, result: StepResult): SectionBlock[] {
  if (!resetOffered(result)) return [];
  const { segmentNo: no, version, stepNo, did } = result;
  const steps = did === 'undo' ? stepNo - 1 : stepNo;
  return [
    section(say(locale, 'reset.offer', { steps }), {
      accessory: resetButton(locale, { no, version }, steps),
    }),
  ];
}
