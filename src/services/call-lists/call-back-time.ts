import { TZDate } from '@date-fns/tz';
import type { Context } from '../../core/context.ts';
import { parseWhen } from '../../core/dates/when.ts';
import { type ErrorCode, InvalidError } from '../../core/errors.ts';

/** When a day is said without a time. */
const MORNING = '09:00';

/**
 * Reads when a contact is to be called again, in words and in the member's zone; a day alone means nine in the morning.
 * @throws InvalidError call_time_missing, call_time_not_understood, date_out_of_range, call_time_past; at `when`
 */
export function callBackTime(ctx: Context, text: string): Date {
  if (text.trim() === '') throw atWhen('call_time_missing');
  const { locale, timeZone } = ctx;
  const said = parseWhen(text, { locale, timeZone, now: ctx.now() });
  // What is said of the past, such as “2 hours ago”, is no example here.
  if (!said.ok) {
    throw atWhen(said.code === 'when_not_understood' ? 'call_time_not_understood' : said.code);
  }
  const [year = 0, month = 1, day = 1] = said.date.split('-').map(Number);
  const [hours = 0, minutes = 0] = (said.time ?? MORNING).split(':').map(Number);
  const when = new Date(new TZDate(year, month - 1, day, hours, minutes, timeZone).getTime());
  if (when <= ctx.now()) throw atWhen('call_time_past');
  return when;
}

const atWhen = (code: ErrorCode): InvalidError => new InvalidError(code, {}, [{ field: 'when', code }]);
