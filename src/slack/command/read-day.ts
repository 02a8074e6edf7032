import type { MemberContext } from '../../core/context.ts';
import { parseBusinessDate } from '../../core/dates.ts';
import { UsageError } from '../segments/command/usage.ts';

/** A business date as it was typed in a command. @throws UsageError */
export function readDay(ctx: MemberContext, text: string): string {
  const { locale, timeZone } = ctx;
  const read = parseBusinessDate(text, { now: ctx.now(), timeZone, locale });
  if (!read.ok) throw new UsageError('segments.mistake.date', { text });
  return read.date;
}
