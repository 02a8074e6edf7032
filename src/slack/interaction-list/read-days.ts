import type { MemberContext } from '../../core/context.ts';
import { type DateRange, readRange } from '../../core/dates/range.ts';
import { formatDate, isBusinessDate, today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';

/**
 * The days that somebody means, in their language and zone; no text is no limit.
 * @param ahead they may all be still to come
 * @throws InvalidError range_not_understood, range_reversed, range_in_future, date_out_of_range
 */
export function readDays(
  { locale, timeZone, now }: MemberContext,
  text: string,
  { ahead = false } = {},
): DateRange {
  if (text.trim() === '') return {};
  const read = readRange(text, { locale, timeZone, now: now() });
  const shown = (date: string) => formatDate(date, locale);
  if (!read.ok) {
    const params = Object.entries(read.params).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'string' && isBusinessDate(value) ? shown(value) : value,
    ]);
    throw new InvalidError(read.code, Object.fromEntries(params));
  }
  const { from } = read.range;
  if (!ahead && from !== undefined && from > today({ now: now(), timeZone })) {
    throw new InvalidError('range_in_future', { from: shown(from) });
  }
  return read.range;
}
