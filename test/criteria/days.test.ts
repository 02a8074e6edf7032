import { describe, expect, test } from 'vitest';
import { parseCriteria } from '../../src/criteria/parse.ts';
import { termsOf } from '../../src/criteria/tree.ts';
import { criteria, READING } from '../support/criteria.ts';

const one = (text: string, reading = READING) => termsOf(criteria(text, reading))[0]?.expression;
const range = (from: string, to: string, words?: string) => ({
  op: 'range',
  from,
  to,
  ...(words && { words }),
});

describe('Days in words, on Monday 23 November 2026', () => {
  test.each<[string, object]>([
    ['2026-10-01', { op: 'eq', value: '2026-10-01' }],
    ['yesterday', { op: 'eq', value: '2026-11-22', words: 'yesterday' }],
    ['"last 30 days"', range('2026-10-24', '2026-11-23', 'last 30 days')],
    ['"de sidste 3 måneder"', range('2026-08-23', '2026-11-23', 'de sidste 3 måneder')],
    ['"this week"', range('2026-11-23', '2026-11-29', 'this week')],
    ['"sidste uge"', range('2026-11-16', '2026-11-22', 'sidste uge')],
    ['"last month"', range('2026-10-01', '2026-10-31', 'last month')],
    ['"dette kvartal"', range('2026-10-01', '2026-12-31', 'dette kvartal')],
    ['"i fjor"', range('2025-01-01', '2025-12-31', 'i fjor')],
    ['2026', range('2026-01-01', '2026-12-31')],
    ['"Q1 2026"', range('2026-01-01', '2026-03-31')],
    ['"2. kvartal 2026"', range('2026-04-01', '2026-06-30')],
    ['"feb 2028"', range('2028-02-01', '2028-02-29')],
    // Criteria ask about what has been: the last one, not the coming one.
    ['december', range('2025-12-01', '2025-12-31', 'december')],
    ['november', range('2026-11-01', '2026-11-30', 'november')],
    ['friday', { op: 'eq', value: '2026-11-20', words: 'friday' }],
    ['"på mandag"', { op: 'eq', value: '2026-11-16', words: 'på mandag' }],
    ['"24 nov"', { op: 'eq', value: '2025-11-24', words: '24 nov' }],
    ['"1 Oct".."31 Oct"', range('2026-10-01', '2026-10-31', '1 Oct..31 Oct')],
    ['"1. okt..31. okt"', range('2026-10-01', '2026-10-31', '1. okt..31. okt')],
    ['"20 Dec".."10 Jan"', range('2025-12-20', '2026-01-10', '20 Dec..10 Jan')],
    ['"1 Oct".."31 Dec"', range('2026-10-01', '2026-12-31', '1 Oct..31 Dec')],
    ['"1 Oct".."31 Oct 2024"', range('2024-10-01', '2024-10-31', '1 Oct..31 Oct 2024')],
    ['"Q1 2026".."Q2 2026"', range('2026-01-01', '2026-06-30')],
    ['<"3 weeks ago"', { op: 'lt', value: '2026-11-02', words: '3 weeks ago' }],
    ['">last month"', { op: 'gt', value: '2026-10-31', words: 'last month' }],
    ['>="last month"', { op: 'range', from: '2026-10-01', words: 'last month' }],
    ['<="i går"', { op: 'range', to: '2026-11-22', words: 'i går' }],
    ['<>today', { op: 'ne', value: '2026-11-23', words: 'today' }],
    ["''", { op: 'blank' }],
    ['""', { op: 'blank' }],
    ['*', { op: 'filled' }],
  ])('%s', (words, expression) => expect(one(`interaction.date:${words}`)).toEqual(expression));

  test('have numbers beside them that are as long as a value may be', () => {
    expect(one('opportunity.value:>=999999999999')).toEqual({ op: 'range', from: '999999999999' });
  });

  test('are those of the zone', () => {
    const late = new Date('2026-11-23T23:30:00Z');
    expect(one('created:today', { ...READING, now: late })).toMatchObject({ value: '2026-11-24' });
    expect(one('created:today', { ...READING, now: late, timeZone: 'America/New_York' })).toMatchObject({
      value: '2026-11-23',
    });
    expect(criteria('created:today').timeZone).toBe('Europe/Copenhagen');
    expect(criteria('interaction.date:today').timeZone).toBeUndefined();
  });

  test('are read in the language of the reader first', () => {
    expect(one('created:1/2', { ...READING, locale: 'da' })).toMatchObject({ value: '2026-02-01' });
    expect(one('created:"last friday"', { ...READING, locale: 'da' })).toMatchObject({ value: '2026-11-20' });
  });
});

describe('Problems with days and numbers', () => {
  test.each<[string, string, string, string?]>([
    ['created:1700-01-01', 'date_out_of_range', '1700-01-01'],
    ['interaction.date:<"1 jan 1700"', 'date_out_of_range', '1 jan 1700'],
    ['created:"Q3 1700"', 'date_out_of_range', 'Q3 1700'],
    ['created:"last 3000 years"', 'date_out_of_range', 'last 3000 years'],
    ['created:"31 Feb 2026"', 'date_not_understood', '31 Feb 2026'],
    ['created:soon', 'date_not_understood', 'soon'],
    ['created:2026-10-31..2026-10-01', 'dates_reversed', '2026-10-31..2026-10-01'],
    ['created:<>"last month"', 'operator_not_here', '<>', '-created:"last month"'],
    ["created:''", 'value_missing', "''"],
    ['created:"1 Oct', 'quote_not_closed', '"1 Oct'],
    ['created:2026..2027..', 'operator_not_here', '..'],
    ['interaction.count:many', 'number_expected', 'many'],
    ['interaction.count:-1', 'number_expected', '-1'],
    ['opportunity.value:>=1000000000000', 'number_expected', '1000000000000'],
    ['logged:5..3', 'never_true', '5..3'],
  ])('%s', (text, code, at, suggestion) => {
    const parsed = parseCriteria(text, READING);
    const [first, ...more] = parsed.ok ? [] : parsed.problems;
    expect(more).toEqual([]);
    expect([first?.code, text.slice(first?.from, first?.to), first?.suggestion]).toEqual([
      code,
      at,
      suggestion,
    ]);
  });
});
