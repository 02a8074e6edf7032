import { describe, expect, test } from 'vitest';
import { clock, dayLabel, formatDateTokens } from '../../src/playground/page/text/dates.ts';
import { fromLocalInput, toLocalInput } from '../../src/playground/page/text/zoned.ts';

const dane = { locale: 'da-DK', tz: 'Europe/Copenhagen' };
const briton = { locale: 'en-GB', tz: 'Europe/London' };
const now = new Date('2026-11-23T12:00:00Z');
const unix = (iso: string) => Date.parse(iso) / 1000;

describe('date tokens follow the reader', () => {
  test('in the reader’s zone and language', () => {
    expect(formatDateTokens(unix('2026-11-20T23:30:00Z'), '{date_num} {time}', dane, now)).toBe(
      '2026-11-21 00.30',
    );
    expect(formatDateTokens(unix('2026-11-20T23:30:00Z'), '{date_long}', briton, now)).toContain('Friday');
  });

  test('pretty dates are near days by name, unknown tokens stay', () => {
    const at = unix('2026-11-22T12:00:00Z');
    expect(formatDateTokens(at, '{date_short_pretty} {what}', briton, now)).toBe('yesterday {what}');
    expect(formatDateTokens(unix('2026-11-01T12:00:00Z'), '{date_short_pretty}', briton, now)).toBe(
      '1 Nov 2026',
    );
    expect(dayLabel(new Date(at * 1000), dane, now)).toBe('I går');
  });

  test('how long ago', () => {
    expect(formatDateTokens(unix('2026-11-23T09:00:00Z'), '{ago}', briton, now)).toBe('3 hours ago');
  });

  test('the clock', () => {
    expect(clock(now, briton)).toBe('12:00');
  });
});

test.each([
  ['2026-11-23T09:30', 'Europe/Copenhagen', '2026-11-23T08:30:00Z'],
  ['2026-07-01T09:30', 'Europe/Copenhagen', '2026-07-01T07:30:00Z'],
  ['2026-10-25T00:30', 'Europe/Copenhagen', '2026-10-24T22:30:00Z'],
  ['2026-07-01T09:30', 'America/St_Johns', '2026-07-01T12:00:00Z'],
])('%s in %s is %s', (local, tz, instant) => {
  expect(fromLocalInput(local, tz)).toBe(unix(instant));
  expect(toLocalInput(unix(instant), tz)).toBe(local);
});
