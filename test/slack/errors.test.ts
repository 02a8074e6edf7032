import { describe, expect, it } from 'vitest';
import { InvalidError } from '../../src/core/errors.ts';
import { describeAppError } from '../../src/slack/errors.ts';

const CODES = ['opportunity_campaign_dates', 'campaign_out_of_dates'] as const;

describe.each(CODES)('The dates of a campaign stand as people write them: %s', (code) => {
  it.each([
    [
      '2026-10-01',
      '2026-12-18',
      'runs from 1 Oct 2026 to 18 Dec 2026,',
      'løber fra 1. okt. 2026 til 18. dec. 2026,',
    ],
    ['open', '2026-12-18', 'runs until 18 Dec 2026,', 'løber til 18. dec. 2026,'],
    ['2026-10-01', 'open', 'runs from 1 Oct 2026,', 'løber fra 1. okt. 2026,'],
  ])('%s to %s', (from, to, english, danish) => {
    const params = { no: 'CP1001', from, to };
    const error = new InvalidError(code, params, [{ field: 'campaign', code, params }]);
    const [en, da] = (['en', 'da'] as const).map((locale) => describeAppError(locale, error));
    for (const said of [en?.text.markup, en?.fields[0]?.text]) expect(said).toContain(`CP1001 ${english}`);
    for (const said of [da?.text.markup, da?.fields[0]?.text]) expect(said).toContain(`CP1001 ${danish}`);
  });
});
