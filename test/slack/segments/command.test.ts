import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADD_FLAGS, REMOVE_FLAGS, takeFlags } from '../../../src/slack/segments/command/flags.ts';
import { readHeaderFields } from '../../../src/slack/segments/command/header-fields.ts';
import { readCommand } from '../../../src/slack/segments/command/read-command.ts';
import { tokenize } from '../../../src/slack/segments/command/tokens.ts';
import { findVerb, nearestVerb, VERBS } from '../../../src/slack/segments/command/verbs.ts';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('words', () => {
  it('are held together by straight and curly quotes', () => {
    expect(texts('new "Autumn call" campaign:CP1001')).toEqual(['new', 'Autumn call', 'campaign:CP1001']);
    expect(texts('date:“next friday” x')).toEqual(['date:next friday', 'x']);
    expect(texts('„Ny liste” »a b«')).toEqual(['Ny liste', 'a b']);
  });

  it('may have apostrophes', () => {
    expect(texts("Hans' liste d'Angelo")).toEqual(["Hans'", 'liste', "d'Angelo"]);
  });

  it('are found where they stand, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '"', '“', 'ø', '\t', ':') }), (text) => {
        let end = 0;
        for (const { from, to } of tokenize(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(end, from).trim()).toBe('');
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});

describe('verbs', () => {
  it('are understood in English and Danish, in any case and form of letters', () => {
    expect(['Ny', 'VIS', 'tæl', 'tilføj', 'afgræns', 'fortryd', 'gentag', 'hjælp'].map(findVerb)).toEqual([
      'new',
      'show',
      'count',
      'add',
      'refine',
      'undo',
      'redo',
      'help',
    ]);
    // An å that is an a with a ring.
    expect(findVerb('må\u030algrupper'.replace('å\u030a', 'a\u030a'))).toBe('list');
  });

  it('that are mistyped have a nearest one', () => {
    expect(nearestVerb('shwo')).toBe('show');
    expect(nearestVerb('tilfoj')).toBe('add');
    expect(nearestVerb('supercalifragilistic')).toBeUndefined();
  });
});

describe('commands', () => {
  it('have a verb, a number and the rest as it was typed', () => {
    expect(readCommand('  add  sm00001  name:"A  B" --expand-companies ')).toEqual({
      verb: 'add',
      no: 'SM00001',
      rest: 'name:"A  B" --expand-companies',
    });
    expect(readCommand('')).toEqual({ verb: 'list', no: '', rest: '' });
    expect(readCommand('count country:DK')).toEqual({ verb: 'count', no: '', rest: 'country:DK' });
  });

  it('without a number are noticed', () => {
    expect(readCommand('add country:DK').no).toBe('');
    expect(readCommand('reduce —entire-companies').no).toBe('');
    expect(readCommand('show').no).toBe('');
  });

  it('that are unknown or too long are refused', () => {
    expect(() => readCommand('shwo SM1')).toThrow('unknown verb');
    expect(() => readCommand(`count ${'x'.repeat(10_000)}`)).toThrow('segments.mistake.tooLong');
  });

  it('never fail otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VERBS), fc.string({ unit: 'binary', maxLength: 100 }), (verb, rest) => {
        expect(readCommand(`${verb} ${rest}`).verb).toBe(verb);
      }),
    );
  });
});

describe('flags', () => {
  it('are taken out wherever they stand, with either kind of dash', () => {
    const taken = takeFlags('—expand-companies country:DK --Ignore-Exclusion', ADD_FLAGS);
    expect(taken.criteria).toBe('country:DK');
    expect([...taken.flags]).toEqual(['expand-companies', 'ignore-exclusion']);
  });

  it('inside quotes are text', () => {
    const text = `name:"a --expand-companies b" city:'x --y z' owner:O'Brien`;
    expect(takeFlags(text, ADD_FLAGS)).toEqual({ criteria: text, flags: new Set() });
  });

  it('after an apostrophe are flags', () => {
    expect(takeFlags("name:Hans' --allow-existing", ADD_FLAGS).flags.size).toBe(1);
  });

  it.each([
    ['--expand-company', 'segments.mistake.unknownFlag'],
    ['--entire-companies', 'segments.mistake.flagNotHere'],
  ])('that do not fit are refused: %s', (flag, key) => {
    expect(() => takeFlags(`country:DK ${flag}`, ADD_FLAGS)).toThrow(key);
  });

  it('belong to their verbs', () => {
    expect(takeFlags('--entire-companies', REMOVE_FLAGS)).toEqual({
      criteria: '',
      flags: new Set(['entire-companies']),
    });
  });
});

describe('the fields of a new segment', () => {
  it('stand anywhere, the rest is the description', () => {
    expect(readHeaderFields('"Autumn call" campaign:CP1001 template:BUS date:"next friday"')).toEqual({
      description: 'Autumn call',
      campaign: 'CP1001',
      template: 'BUS',
      date: 'next friday',
    });
    expect(readHeaderFields('Efterår kampagne:CP1001 opkald sælger:JO dato:24.12.2026')).toEqual({
      description: 'Efterår opkald',
      campaign: 'CP1001',
      salesperson: 'JO',
      date: '24.12.2026',
    });
  });

  it('are text in quotes, and where a colon is only a colon', () => {
    expect(readHeaderFields('"template:BUS is ours"').description).toBe('template:BUS is ours');
    expect(readHeaderFields('Møde: efterår re:union').description).toBe('Møde: efterår re:union');
  });

  it.each([
    ['x campain:CP1', 'segments.mistake.unknownField'],
    ['x campaign:', 'segments.mistake.fieldEmpty'],
    ['x date:today date:tomorrow', 'segments.mistake.fieldTwice'],
  ])('that are wrong are refused: %s', (text, key) => {
    expect(() => readHeaderFields(text)).toThrow(key);
  });
});
