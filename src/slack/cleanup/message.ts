import type { Locale } from '../../i18n/translate.ts';
import type { CleanupCounts, CleanupDays } from '../../services/cleanup/kinds.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { daysWords } from '../interaction-list/days-words.ts';
import { SHORT } from '../interactions/facts.ts';
import { data, join, say } from '../text.ts';

/** Whether the days narrow anything down. */
export const isNarrowed = ({ from, to }: CleanupDays): boolean => from !== undefined || to !== undefined;

/** What was deleted, told to the admin who asked. @param failed reference for what kept it from being done */
export function cleanupMessage(
  locale: Locale,
  { dated, ...did }: CleanupCounts & { dated: CleanupDays },
  failed?: string,
): SlackMessage {
  const done =
    failed === undefined
      ? say(locale, 'cleanup.done', did)
      : say(locale, 'cleanup.failed', { ...did, reference: failed });
  const text = isNarrowed(dated)
    ? join([done, say(locale, 'cleanup.done.dated', { days: daysWords(locale, dated) })], ' ')
    : done;
  return message(text, [section(text)]);
}

/** In the place of a log that was deleted: what it was of, and nothing to press. */
export function logGoneMessage(
  locale: Locale,
  { segmentNo: no, description }: { segmentNo: string; description: string },
): SlackMessage {
  const text = say(locale, 'cleanup.logGone', { no, description: data(description, SHORT) });
  return message(text, [section(text)]);
}
