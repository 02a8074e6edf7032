import type { ModalView } from '@slack/types';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { type ListedLine, MAX_LINES, type MatchedPeople } from '../../services/people-list/match-people.ts';
import { context, fileInput, input, modal, section, textInput } from '../blocks/index.ts';
import { LIMITS } from '../limits.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { foundView, peopleView } from './ids.ts';

/** Endings that the person's computer offers. */
const ENDINGS = ['csv', 'txt'];

/**
 * The form for a list.
 * @param mayRead whether the app may read files
 */
export const peopleModal = (
  locale: Locale,
  metadata: { no: string; channel: string | null },
  mayRead = true,
): ModalView =>
  modal({
    id: peopleView,
    metadata,
    title: words(locale, 'people.title'),
    submit: words(locale, 'people.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input('text', words(locale, 'people.text'), textInput('text', { multiline: true }), {
        optional: true,
        hint: words(locale, 'people.text.hint', { max: LIMITS.textInput.length }),
      }),
      mayRead
        ? input('file', words(locale, 'people.file'), fileInput('file', ENDINGS), {
            optional: true,
            hint: words(locale, 'people.file.hint', { max: MAX_LINES }),
          })
        : context(words(locale, 'people.file.scope', { scope: 'files:read' })),
    ],
  });

/** What was found, before anything is added. */
export function foundModal(locale: Locale, found: MatchedPeople, channel: string | null): ModalView {
  const { segmentNo: no, listId, matched, repeated, ambiguous, unmatched } = found;
  const left = (key: MessageKey, { count, first }: MatchedPeople['ambiguous']) =>
    count === 0 ? [] : [section(join([say(locale, key, { count }), ...firstLines(locale, first, count)]))];
  return modal({
    id: foundView,
    metadata: { no, channel, listId },
    title: words(locale, 'people.title'),
    close: words(locale, matched > 0 ? 'common.cancel' : 'common.close'),
    ...(matched > 0 ? { submit: words(locale, 'people.add') } : {}),
    blocks: [
      section(say(locale, 'people.found', { matched, no })),
      ...(repeated > 0 ? [section(say(locale, 'people.repeated', { count: repeated }))] : []),
      ...left('people.ambiguous', ambiguous),
      ...(ambiguous.count > 0 ? [context(words(locale, 'people.how'))] : []),
      ...left('people.unmatched', unmatched),
      context(words(locale, matched > 0 ? 'people.nothingYet' : 'people.nobody')),
    ],
  });
}

function firstLines(locale: Locale, first: readonly ListedLine[], count: number): Mrkdwn[] {
  const more = count - first.length;
  return [
    ...first.map((one) => md`• ${lineWords(locale, one)}`),
    ...(more > 0 ? [md`• ${say(locale, 'people.more', { count: more })}`] : []),
  ];
}

/** A line, and which contacts it may mean. */
function lineWords(locale: Locale, { line, text, contacts, fits }: ListedLine): Mrkdwn {
  const given = { line: String(line), text: data(text, 80) };
  if (fits.length === 0) return say(locale, 'people.line', given);
  const more = contacts - fits.length;
  const named = fits.map(({ no, companyName }) => data(companyName ? `${no} ${companyName}` : no, 80));
  return say(locale, 'people.line.fits', {
    ...given,
    contacts: join([...named, ...(more > 0 ? [say(locale, 'people.more', { count: more })] : [])], ', '),
  });
}
