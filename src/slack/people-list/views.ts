import type { ModalView } from '@slack/types';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import type { ListedLine, MatchedPeople } from '../../services/people-list/match-people.ts';
import { context, input, modal, section, textInput } from '../blocks/index.ts';
import { data, join, say, words } from '../text.ts';
import { foundView, peopleView } from './ids.ts';

export const peopleModal = (locale: Locale, metadata: { no: string; channel: string | null }): ModalView =>
  modal({
    id: peopleView,
    metadata,
    title: words(locale, 'people.title'),
    submit: words(locale, 'people.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input('text', words(locale, 'people.text'), textInput('text', { multiline: true }), {
        hint: words(locale, 'people.text.hint'),
      }),
    ],
  });

/** What was found, before anything is added. */
export function foundModal(locale: Locale, found: MatchedPeople, channel: string | null): ModalView {
  const { segmentNo: no, listId, matched, repeated, ambiguous, unmatched } = found;
  const left = (key: MessageKey, { count, first }: MatchedPeople['ambiguous']) =>
    count === 0 ? [] : [section(say(locale, key, { count, lines: firstLines(locale, first, count) }))];
  return modal({
    id: foundView,
    metadata: { no, channel, listId },
    title: words(locale, 'people.title'),
    close: words(locale, 'common.cancel'),
    ...(matched > 0 ? { submit: words(locale, 'people.add') } : {}),
    blocks: [
      section(say(locale, 'people.found', { matched, no })),
      ...(repeated > 0 ? [section(say(locale, 'people.repeated', { count: repeated }))] : []),
      ...left('people.ambiguous', ambiguous),
      ...left('people.unmatched', unmatched),
      context(words(locale, matched > 0 ? 'people.nothingYet' : 'people.nobody')),
    ],
  });
}

function firstLines(locale: Locale, first: readonly ListedLine[], count: number) {
  const lines = first.map(({ line, text }) =>
    say(locale, 'people.line', { line: String(line), text: data(text, 80) }),
  );
  return join([...lines, ...(count > first.length ? [data('…')] : [])], ', ');
}
