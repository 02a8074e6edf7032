import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, timesMoney } from '../../src/core/money.ts';

describe('money', () => {
  it.each([
    ['8.00', 128, '1024.00'],
    ['0.10', 3, '0.30'],
    ['0.01', 7, '0.07'],
    ['12', 2, '24.00'],
    ['1234567.89', 1_000_000, '1234567890000.00'],
    ['5.50', 0, '0.00'],
  ])('%s × %d = %s', (unit, count, total) => {
    expect(timesMoney(unit, count)).toBe(total);
  });

  it('is exact for every number of cents', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(1_000_000), (cents, count) => {
        const unit = (cents / 100).toFixed(2);
        expect(
          timesMoney(unit, count)
            .replace('.', '')
            .replace(/^0+(?=\d)/, ''),
        ).toBe(String(cents * count));
      }),
    );
  });

  it('is written as the reader writes it', () => {
    expect(formatMoney('en', '1024.00', 'GBP')).toBe('£1,024.00');
    expect(formatMoney('da', '1024.00', 'DKK').replace(/\s/g, ' ')).toBe('1.024,00 kr.');
  });
});
