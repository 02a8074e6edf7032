import type { Problem } from '../../criteria/problems.ts';
import type { Locale } from '../../i18n/translate.ts';
import { clip, oneLine, words } from '../text.ts';

/** More does not fit below a field. */
const MAX = 300;

/** What is wrong with a text of criteria, in plain words: the first mistake, with what it says there. */
export function mistakeWords(locale: Locale, text: string, problem: Problem): string {
  const { code, params, expected, suggestion, from, to } = problem;
  const place = oneLine(text.slice(from, Math.max(to, from + 1)));
  const sentences = [
    words(locale, `criteria.problem.${code}`, params),
    ...(expected?.length
      ? [words(locale, 'segments.mistake.expected', { expected: expected.slice(0, 6).join(', ') })]
      : []),
    ...(suggestion === undefined ? [] : [words(locale, 'segments.mistake.suggestion', { suggestion })]),
  ];
  return clip(`${place ? `“${clip(place, 40)}”: ` : ''}${sentences.join(' ')}`, MAX);
}
