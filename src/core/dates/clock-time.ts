/** `HH:MM` */
export const clockTime = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;

/**
 * A time of day at the end of a text: `14:30`, `14.30`, `kl. 14`, `at 2pm`, `2:30 pm`, `noon`. A number alone is a time
 * only after a word that says so.
 */
const AT_END =
  /(?:^|[ ,t])(?:(?<lead>at|kl\.?|klokken|@) ?)?(?<hours>\d{1,2})(?:(?<separator>[:.])(?<minutes>\d\d))?(?::\d\d)? ?(?<half>am|pm|a\.m\.|p\.m\.)?$/;
const NOON_AT_END = /(?:^|[ ,])(?:at )?(?:noon|midday|middag|kl\.? tolv)$/;

/** @param words in lower case, one space between them */
export function splitTime(words: string): { rest: string; time: string } | undefined {
  const noon = NOON_AT_END.exec(words);
  if (noon) return { rest: restOf(words, noon.index), time: '12:00' };
  const { index, groups } = AT_END.exec(words) ?? {};
  if (index === undefined || !groups) return undefined;
  const { lead, separator, half } = groups;
  if (lead === undefined && separator === undefined && half === undefined) return undefined;
  const hours = Number(groups.hours);
  const minutes = Number(groups.minutes ?? 0);
  const time = half ? onTwelve(hours, minutes, half.startsWith('p')) : onTwentyFour(hours, minutes);
  return time === undefined ? undefined : { rest: restOf(words, index), time };
}

const restOf = (words: string, end: number): string => words.slice(0, end).replace(/[ ,]+$/, '');

const onTwentyFour = (hours: number, minutes: number): string | undefined =>
  hours < 24 && minutes < 60 ? clockTime(hours, minutes) : undefined;

const onTwelve = (hours: number, minutes: number, afternoon: boolean): string | undefined =>
  hours >= 1 && hours <= 12 && minutes < 60
    ? clockTime((hours % 12) + (afternoon ? 12 : 0), minutes)
    : undefined;
