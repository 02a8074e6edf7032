import type { Locale } from '../../i18n/translate.ts';
import type { CallProgress, FinalOutcome } from '../../services/call-lists/types.ts';
import { data, dateMention, join, type Mrkdwn, md, say } from '../text.ts';

/** Who reads, and in which zone dates are written for clients that cannot show them. */
export interface CallReader {
  locale: Locale;
  timeZone: string;
}

const CELLS = 20;
/** More callers than this are not named one by one. */
const CALLERS_SHOWN = 5;
const NAME = 60;
/** The good news first. */
const SHOWN: readonly FinalOutcome[] = ['meeting', 'reached', 'not-interested', 'no-answer', 'skipped'];

export const doneOf = ({ done }: CallProgress): number =>
  Object.values(done).reduce((sum, count) => sum + count, 0);

/** Contacts that are called sooner or later. */
export const callable = ({ total, kept }: CallProgress): number => total - kept;

/** `██████░░░░ 34 of 100 done`: an end of the bar is shown only when it is reached. */
export function progressBar(locale: Locale, progress: CallProgress): Mrkdwn {
  const done = doneOf(progress);
  const total = callable(progress);
  const share = total === 0 ? 0 : (done / total) * CELLS;
  const full = share > 0 && share < 1 ? 1 : Math.floor(share);
  const bar = `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`;
  return md`${bar} *${progressWords(locale, progress)}*`;
}

/** `34 of 100 done` */
export const progressWords = (locale: Locale, progress: CallProgress): Mrkdwn =>
  say(locale, 'calls.progress', { done: doneOf(progress), total: callable(progress) });

/** `Meeting 3 · Reached 20 · No answer 11`, and who is to be called back; nothing at the start. */
export function outcomeLines({ locale, timeZone }: CallReader, progress: CallProgress): Mrkdwn[] {
  const counts = SHOWN.filter((outcome) => progress.done[outcome] > 0).map((outcome) =>
    say(locale, `calls.done.${outcome}`, { count: progress.done[outcome] }),
  );
  const { waiting: count, nextAt } = progress;
  return [
    ...(counts.length ? [join(counts, ' · ')] : []),
    ...(count > 0 && nextAt
      ? [say(locale, 'calls.waiting', { count, when: dateMention(nextAt, timeZone) })]
      : []),
  ];
}

/** Who is calling now, and who is not called at all. */
export function asideLines(locale: Locale, progress: CallProgress, besides?: number): Mrkdwn[] {
  const callers = progress.calling.filter(({ memberId }) => memberId !== besides);
  return [
    ...(callers.length ? [say(locale, 'calls.calling', { names: callerNames(locale, callers) })] : []),
    ...(progress.kept > 0 ? [say(locale, 'calls.kept', { count: progress.kept })] : []),
  ];
}

function callerNames(locale: Locale, callers: CallProgress['calling']): Mrkdwn {
  const names = join(
    callers.slice(0, CALLERS_SHOWN).map(({ name }) => data(name, NAME)),
    ', ',
  );
  const more = callers.length - CALLERS_SHOWN;
  return more > 0 ? say(locale, 'calls.calling.more', { names, count: more }) : names;
}

/** Everybody is called, nobody waits or is being called. */
export const isFinished = (progress: CallProgress): boolean =>
  callable(progress) > 0 && doneOf(progress) === callable(progress);
