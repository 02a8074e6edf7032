import { expect, it } from 'vitest';
import type { TemplateDefaults } from '../../../src/services/interactions/template-defaults.ts';
import { filledIn } from '../../../src/slack/interaction-form/fill-in.ts';
import { campaignChoice } from '../../../src/slack/interaction-form/open.ts';
import { BLANK, type FormValues } from '../../../src/slack/interaction-form/values.ts';

const fair = { no: 'CP1001', description: 'Autumn fair' };
const spring = { no: 'CP1002', description: 'Spring' };
const template = (
  campaign: TemplateDefaults['campaign'],
  more: Partial<TemplateDefaults> = {},
): TemplateDefaults => ({
  cost: '8.00',
  duration: 30,
  campaign,
  campaignResponse: campaign !== null,
  ...more,
});

/** Chooses one template after the other; what the person changes in between. */
function choose(first: TemplateDefaults, second: TemplateDefaults, change: Partial<FormValues> = {}) {
  const { values, filled } = filledIn(BLANK, undefined, first);
  return filledIn({ ...values, ...change }, filled, second).values;
}

it('takes away the campaign of the template before, with its response', () => {
  expect(choose(template(fair), template(null))).toMatchObject({ campaign: null, response: false });
  expect(choose(template(fair), template(spring))).toMatchObject({ campaign: campaignChoice(spring) });
});

it('leaves what somebody chose', () => {
  const own = { campaign: campaignChoice(spring), response: true };
  expect(choose(template(fair), template(null), own)).toMatchObject(own);
  expect(choose(template(null), template(fair), own)).toMatchObject(own);
  expect(choose(template(fair), template(fair), { response: false })).toMatchObject({
    campaign: campaignChoice(fair),
    response: false,
  });
  const typed = { cost: '9', duration: '45' };
  expect(choose(template(null), template(null, { cost: '2.00' }), typed)).toMatchObject(typed);
  expect(choose(template(null), template(null, { cost: '2.00', duration: 5 }))).toMatchObject({
    cost: '2.00',
    duration: '5',
  });
});

it('keeps a response that was ticked before a template without a campaign was chosen', () => {
  const ticked = { ...BLANK, response: true };
  expect(filledIn(ticked, undefined, template(null)).values).toMatchObject({
    campaign: null,
    response: true,
  });
});
