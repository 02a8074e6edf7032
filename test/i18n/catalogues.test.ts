import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { da } from '../../src/i18n/da/index.ts';
import { en } from '../../src/i18n/en/index.ts';

interface Node {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Node[] }>;
}

/** Kinds of nodes in a parsed message, as the parser numbers them. */
const LITERAL = 0;
const POUND = 7;

/** What a message is given, with how it is used: `count:plural`. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (nodes: Node[]) => {
    for (const node of nodes) {
      if (node.type !== LITERAL && node.type !== POUND) found.add(`${String(node.value)}:${node.type}`);
      for (const option of Object.values(node.options ?? {})) walk(option.value);
    }
  };
  const format = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true });
  walk(format.getAst() as unknown as Node[]);
  return [...found].sort();
}

const keys = Object.keys(en) as (keyof typeof en)[];

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(da).sort()).toEqual([...keys].sort());
  });

  it('take the same placeholders', () => {
    const different = keys.filter(
      (key) => JSON.stringify(placeholders(en[key])) !== JSON.stringify(placeholders(da[key])),
    );
    expect(different).toEqual([]);
  });

  it('have the same kinds of choices', () => {
    const choices = (message: string) =>
      [...message.matchAll(/(\w+), (plural|select),/g)].map(([all]) => all).sort();
    expect(keys.filter((key) => choices(en[key]).join() !== choices(da[key]).join())).toEqual([]);
  });

  it.each([
    ['en', en],
    ['da', da],
  ] as const)('%s: hold no bare &, < or >, which mean something in Slack', (_, catalogue) => {
    const bare = keys.filter((key) => /&(?!amp;|lt;|gt;)|[<>]/.test(catalogue[key]));
    expect(bare).toEqual([]);
  });

  it('are not left in English', () => {
    const same = keys.filter((key) => en[key] === da[key] && /[a-z]{4,} [a-z]{4,}/i.test(en[key]));
    expect(same).toEqual([]);
  });
});
