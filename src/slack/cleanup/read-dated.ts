import type { MemberContext } from '../../core/context.ts';
import { readPeriod } from '../../core/dates/period.ts';
import type { DateRange } from '../../core/dates/range.ts';
import { formatDate, today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';
import type { CleanupKind } from '../../services/cleanup/kinds.ts';
import { readDays } from '../interaction-list/read-days.ts';

/**
 * The days that somebody means, in their language and zone; no text is no limit. Of what is given as a whole, such as
 * "this year", the days that are still to come are left out; an end that was named may not lie ahead. Only tasks are dated
 * ahead, so that where nothing else is chosen all days are good.
 * @throws InvalidError at the field `dated`: range_not_understood, range_reversed, range_in_future,
 * range_ends_in_future, date_out_of_range
 */
export function readDated(ctx: MemberContext, text: string, kinds: readonly CleanupKind[]): DateRange {
  const ahead = kinds.every((kind) => kind === 'tasks');
  const range = atField(() => readDays(ctx, text, { ahead }));
  if (ahead) return range;
  const reading = { now: ctx.now(), timeZone: ctx.timeZone, locale: ctx.locale };
  const current = today(reading);
  if (range.to === undefined || range.to <= current) return range;
  if (readPeriod(text, reading).ok) return { ...range, to: current };
  const params = { to: formatDate(range.to, ctx.locale) };
  throw new InvalidError('range_ends_in_future', params, [{ field: 'dated', code: 'range_ends_in_future' }]);
}

function atField<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    throw new InvalidError(error.code, error.params, [{ field: 'dated', code: error.code }]);
  }
}
