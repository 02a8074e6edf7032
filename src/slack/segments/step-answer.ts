import type { DescribeOptions } from '../../criteria/describe.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { Counts, StepResult } from '../../services/segments/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { join, type Mrkdwn, say, words } from '../text.ts';
import { redoAction, showAction, undoAction } from './ids.ts';
import { resetOffer } from './reset-button.ts';
import { editsOnly, stepWords } from './step-words.ts';

const isNone = ({ companies, people }: Counts) => companies + people === 0;

/** What came and went, and what the segment holds now. */
export function membershipSentences(
  locale: Locale,
  { segmentNo: no, added, removed, now }: Pick<StepResult, 'segmentNo' | 'added' | 'removed' | 'now'>,
): Mrkdwn[] {
  return [
    ...(isNone(added)
      ? []
      : [say(locale, 'segments.did.added', { contacts: contactsAmount(locale, added) })]),
    ...(isNone(removed)
      ? []
      : [say(locale, 'segments.did.removed', { contacts: contactsAmount(locale, removed) })]),
    ...(isNone(added) && isNone(removed) ? [say(locale, 'segments.did.nothing')] : []),
    isNone(now)
      ? say(locale, 'segments.did.empty', { no })
      : say(locale, 'segments.did.now', { no, contacts: contactsAmount(locale, now) }),
  ];
}

/** `Removed 12 contacts (2 companies, 10 people). SM00003 now holds 52 contacts (…).` */
export function stepSentence(locale: Locale, result: StepResult): Mrkdwn {
  const { segmentNo: no, stepNo: step, did, input, voided } = result;
  const sentences = [
    ...(did === 'undo' ? [say(locale, 'segments.did.undone', { step })] : []),
    ...(did === 'redo' ? [say(locale, 'segments.did.redone', { step })] : []),
    ...(editsOnly(input) ? [editSentence(locale, result)] : membershipSentences(locale, result)),
  ];
  const said = join(sentences, ' ');
  return voided ? join([said, say(locale, 'segments.did.voided', { no })]) : said;
}

/** What became of values, where nobody came or went. */
function editSentence(locale: Locale, { did, input }: StepResult): Mrkdwn {
  if (did !== 'step') return say(locale, 'segments.did.valuesBack');
  if (input.kind === 'edit-line') return say(locale, 'segments.did.line', { contact: input.contactNo });
  if (input.kind === 'edit-lines') {
    return say(locale, 'segments.did.lines', {
      problem: words(locale, `segments.step.problem.${input.problem}`),
    });
  }
  return say(locale, 'segments.did.header');
}

/** What a step, undo or redo did, with the way back. */
export function stepAnswer(reader: DescribeOptions, result: StepResult): SlackMessage {
  const { locale } = reader;
  const { segmentNo: no, version, canUndo, canRedo, input } = result;
  const sentence = stepSentence(locale, result);
  return message(sentence, [
    section(sentence),
    context(stepWords(reader, input)),
    ...resetOffer(locale, result),
    actions([
      ...(canUndo ? [button(undoAction, { no, version }, words(locale, 'segments.button.undo'))] : []),
      ...(canRedo ? [button(redoAction, { no, version }, words(locale, 'segments.button.redo'))] : []),
      button(showAction, { no }, words(locale, 'segments.button.show')),
    ]),
  ]);
}
