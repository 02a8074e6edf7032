import type { MemberContext } from '../../core/context.ts';
import { parseWhen } from '../../core/dates/when.ts';
import { parseBusinessDate } from '../../core/dates.ts';
import { type ErrorCode, InvalidError } from '../../core/errors.ts';

type Reader = Pick<MemberContext, 'now' | 'timeZone' | 'locale'>;

/**
 * A day that lies ahead, in words or figures, as the reader's calendar has it; blank is none.
 * @throws InvalidError date_not_understood, date_out_of_range, on that field
 */
export function readComingDay(ctx: Reader, typed: string, field: string): string | null {
  if (typed.trim() === '') return null;
  const { timeZone, locale } = ctx;
  const read = parseBusinessDate(typed, { now: ctx.now(), timeZone, locale });
  if (!read.ok) throw atField(field, read.code);
  return read.date;
}

/**
 * A day that has been: “friday” is the last one.
 * @throws InvalidError date_not_understood, date_out_of_range, on that field
 */
export function readPastDay(ctx: Reader, typed: string, field: string): string {
  const { timeZone, locale } = ctx;
  const read = parseWhen(typed, { now: ctx.now(), timeZone, locale, past: true });
  if (read.ok) return read.date;
  throw atField(field, read.code === 'date_out_of_range' ? read.code : 'date_not_understood');
}

/** An amount as it was typed, with a comma or a point before its cents; blank is none. */
export const readAmount = (typed: string): string | null =>
  typed.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2') || null;

const atField = (field: string, code: ErrorCode) => new InvalidError(code, {}, [{ field, code }]);
