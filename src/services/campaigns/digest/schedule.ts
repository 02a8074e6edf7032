import { TZDate } from '@date-fns/tz';
import type { Context } from '../../../core/context.ts';
import { addDays, today } from '../../../core/dates.ts';
import { readSettings } from '../../setup/read-settings.ts';

/** When people start their week. */
const HOUR = 9;

/** The Monday of the week that a business date lies in. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

const mondayMorning = (monday: string, timeZone: string): Date => {
  const [year = 0, month = 1, day = 1] = monday.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, day, HOUR, 0, 0, timeZone).getTime());
};

/** The first Monday at 9 o'clock on the wall in that zone after a moment, whatever its clocks do in between. */
export function mondayAfter(now: Date, timeZone: string): Date {
  const monday = mondayOf(today({ now, timeZone }));
  const here = mondayMorning(monday, timeZone);
  return here > now ? here : mondayMorning(addDays(monday, 7), timeZone);
}

/** When a campaign's channel is next told how the week went, in the workspace's zone. */
export const nextDigest = async (ctx: Context): Promise<Date> =>
  mondayAfter(ctx.now(), (await readSettings(ctx)).timeZone);
