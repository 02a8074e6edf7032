/** Who reads: dates and numbers follow that person, as in Slack. */
export interface Reader {
  locale: string;
  tz: string;
}

const DAY_MS = 86_400_000;

export function tsToDate(ts: string): Date {
  return new Date(Number.parseFloat(ts) * 1000);
}

export function clock(at: Date, reader: Reader): string {
  return at.toLocaleTimeString(reader.locale, { timeZone: reader.tz, timeStyle: 'short' });
}

export function dayKey(at: Date, reader: Reader): string {
  return at.toLocaleDateString('en-CA', { timeZone: reader.tz });
}

export function dayLabel(at: Date, reader: Reader, now = new Date()): string {
  const near = nearDay(at, reader, now);
  if (near) return capital(near);
  const options = { timeZone: reader.tz, weekday: 'long', day: 'numeric', month: 'long' } as const;
  return capital(at.toLocaleDateString(reader.locale, options));
}

/** Fills Slack's date tokens, such as `{date_short_pretty} {time}`. */
export function formatDateTokens(unix: number, format: string, reader: Reader, now = new Date()): string {
  const at = new Date(unix * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => dateToken(at, token, reader, now) ?? whole);
}

function dateToken(at: Date, token: string, reader: Reader, now: Date): string | undefined {
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(at);
  const date = (options: Intl.DateTimeFormatOptions) => show({ year: 'numeric', day: 'numeric', ...options });
  switch (token) {
    case 'date_num':
      return dayKey(at, reader);
    case 'date_slash':
      return date({ month: '2-digit', day: '2-digit' });
    case 'date':
      return date({ month: 'long' });
    case 'date_short':
      return date({ month: 'short' });
    case 'date_long':
      return date({ month: 'long', weekday: 'long' });
    case 'date_pretty':
    case 'date_short_pretty':
    case 'date_long_pretty':
      return nearDay(at, reader, now) ?? dateToken(at, token.replace('_pretty', ''), reader, now);
    case 'day_divider_pretty':
      return nearDay(at, reader, now) ?? dateToken(at, 'date_long', reader, now);
    case 'time':
      return clock(at, reader);
    case 'time_secs':
      return show({ timeStyle: 'medium' });
    case 'ago':
      return ago(at, reader, now);
    default:
      return undefined;
  }
}

function nearDay(at: Date, reader: Reader, now: Date): string | undefined {
  const days = (Date.parse(dayKey(at, reader)) - Date.parse(dayKey(now, reader))) / DAY_MS;
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
}

export function ago(at: Date, reader: Reader, now = new Date()): string {
  const format = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : format.format(seconds, 'second');
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
