import type { Problem as CriteriaProblem } from '../../criteria/problems.ts';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { actions, button, context, message, type SlackMessage, section } from '../blocks/index.ts';
import { code, codeBlock, data, join, type Mrkdwn, say, words } from '../text.ts';
import type { UnknownVerbError } from './command/read-command.ts';
import type { UsageError } from './command/usage.ts';
import type { Verb } from './command/verbs.ts';
import { helpAction, listAction, newAction, showAction } from './ids.ts';

const helpButton = (locale: Locale, verb?: Verb) =>
  button(helpAction, verb ? { verb } : {}, words(locale, 'segments.button.help'));

/** The command was not understood. */
export function usageMessage(locale: Locale, error: UsageError, verb?: Verb): SlackMessage {
  const text = say(locale, error.key, error.params);
  return message(text, [section(text), actions([helpButton(locale, verb)])]);
}

export function unknownVerbMessage(locale: Locale, { word, nearest }: UnknownVerbError): SlackMessage {
  const text = join(
    [
      say(locale, 'segments.mistake.unknownVerb', { word: word.slice(0, 40).replaceAll('`', '') }),
      ...(nearest ? [say(locale, 'segments.mistake.nearestVerb', { verb: nearest })] : []),
    ],
    ' ',
  );
  const buttons = [...(nearest ? [helpButton(locale, nearest)] : []), helpButton(locale)];
  return message(text, [section(text), actions(buttons.slice(0, 1))]);
}

/** No segment has that number: those that may have been meant, as buttons. */
export function segmentNotFoundMessage(
  locale: Locale,
  no: string,
  near: readonly { no: string; description: string }[],
): SlackMessage {
  const text = say(locale, 'segments.notFound', { no });
  const buttons = near.map((segment) =>
    button(showAction, { no: segment.no }, `${segment.no} ${segment.description}`.trim()),
  );
  return message(text, [
    section(near.length ? join([text, say(locale, 'segments.notFound.near')], ' ') : text),
    actions(buttons.length ? buttons : [button(newAction, {}, words(locale, 'segments.button.new'))]),
  ]);
}

/** The verb needs a number and got none. */
export function numberMissingMessage(locale: Locale, verb: Verb): SlackMessage {
  const text = say(locale, 'segments.noMissing', { verb });
  return message(text, [
    section(text),
    actions([
      button(listAction, { scope: 'mine' }, words(locale, 'segments.list.mine')),
      helpButton(locale, verb),
    ]),
  ]);
}

/** How much of the text is shown on each side of a mistake. */
const AROUND = 60;
/** More mistakes than these are not read at once. */
const MAX_SHOWN = 3;

/** The text with a marker below the mistake, where the typed text is long only what is around it. */
export function markedText(text: string, from: number, to: number): string {
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, Math.max(to, from + 1) + AROUND);
  const before = `${start > 0 ? '…' : ''}${text.slice(start, from)}`;
  const after = `${text.slice(from, end)}${end < text.length ? '…' : ''}`;
  const length = Math.max(1, Math.min(to, end) - from);
  // Characters, not UTF-16 units, take a column each.
  const columns = (part: string) => [...part].length;
  const marker = '^'.repeat(columns(text.slice(from, from + length)) || 1);
  return `${before}${after}\n${' '.repeat(columns(before))}${marker}`.replaceAll('\t', ' ');
}

function problemWords(locale: Locale, problem: CriteriaProblem): Mrkdwn {
  const { expected, suggestion } = problem;
  const key: MessageKey = `criteria.problem.${problem.code}`;
  return join(
    [
      say(locale, key, problem.params),
      ...(expected?.length
        ? [say(locale, 'segments.mistake.expected', { expected: join(expected.slice(0, 6).map(code), ', ') })]
        : []),
      ...(suggestion === undefined
        ? []
        : [say(locale, 'segments.mistake.suggestion', { suggestion: code(suggestion) })]),
    ],
    ' ',
  );
}

/** What is wrong with a text of criteria: where, what was expected, what was probably meant. */
export function criteriaMistakeMessage(
  locale: Locale,
  text: string,
  problems: readonly CriteriaProblem[],
  verb: Verb,
): SlackMessage {
  const intro = say(locale, 'segments.mistake.criteria');
  const shown = problems
    .slice(0, MAX_SHOWN)
    .map((problem) =>
      section(
        join([problemWords(locale, problem), codeBlock(markedText(text, problem.from, problem.to), 600)]),
      ),
    );
  const summary = problems[0] ? join([intro, problemWords(locale, problems[0])], ' ') : intro;
  return message(summary, [
    section(intro),
    ...shown,
    ...(problems.length > MAX_SHOWN ? [context(data(`+${problems.length - MAX_SHOWN}`))] : []),
    actions([helpButton(locale, verb)]),
  ]);
}
