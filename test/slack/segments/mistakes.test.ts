import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateMessage } from '../../../src/playground/block-kit/index.ts';
import { UnknownVerbError } from '../../../src/slack/segments/command/read-command.ts';
import {
  criteriaMistakeMessage,
  markedText,
  numberMissingMessage,
  segmentNotFoundMessage,
  unknownVerbMessage,
} from '../../../src/slack/segments/mistakes.ts';

describe('a mistake in criteria', () => {
  it('is marked where it is', () => {
    expect(markedText('country:DK contry:SE', 11, 17)).toBe('country:DK contry:SE\n           ^^^^^^');
  });

  it('counts letters, not code units, and marks the end of the text too', () => {
    expect(markedText('name:😀 x:1', 8, 9)).toBe('name:😀 x:1\n       ^');
    expect(markedText('name:', 5, 5)).toBe('name:\n     ^');
  });

  it('shows only what is around it in a long text', () => {
    const text = `${'a'.repeat(500)} bad ${'b'.repeat(500)}`;
    const [line = '', marker = ''] = markedText(text, 501, 504).split('\n');
    expect(line.length).toBeLessThan(140);
    expect(line.slice(marker.indexOf('^'), marker.lastIndexOf('^') + 1)).toBe('bad');
  });

  it('can be anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.nat(3000),
        fc.nat(3000),
        (text, a, b) => {
          const from = Math.min(a, b, text.length);
          const to = Math.max(a, b);
          const problem = {
            code: 'unknown_field' as const,
            from,
            to,
            params: { field: text },
            suggestion: text,
          };
          const message = criteriaMistakeMessage('en', text, [problem, problem, problem, problem], 'add');
          expect(validateMessage(message)).toEqual([]);
        },
      ),
    );
  });
});

describe('what cannot be found', () => {
  it('offers the nearest verb', () => {
    const message = unknownVerbMessage('en', new UnknownVerbError('shwo'));
    expect(validateMessage(message)).toEqual([]);
    expect(message.text).toContain('Did you mean `/segment show`?');
  });

  it('shows an odd verb without letting it break out', () => {
    const message = unknownVerbMessage('en', new UnknownVerbError('`<!channel>`'));
    expect(message.text).toContain('`/segment &lt;!channel&gt;`');
  });

  it('offers up to five near segments as buttons with ids of their own', () => {
    const near = Array.from({ length: 5 }, (_, n) => ({ no: `SM0000${n}`, description: 'x'.repeat(100) }));
    const message = segmentNotFoundMessage('en', 'SM7', near);
    expect(validateMessage(message)).toEqual([]);
    const [, row] = message.blocks;
    expect(row?.type === 'actions' && row.elements.length).toBe(5);
    expect(validateMessage(segmentNotFoundMessage('da', 'SM7', []))).toEqual([]);
    expect(validateMessage(numberMissingMessage('da', 'add'))).toEqual([]);
  });
});
