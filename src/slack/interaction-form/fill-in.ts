import type { TemplateDefaults } from '../../services/interactions/template-defaults.ts';
import type { FormMetadata } from './ids.ts';
import { campaignChoice } from './open.ts';
import type { FormValues } from './values.ts';

type Filled = NonNullable<FormMetadata['filled']>;

/**
 * What the form says once a template is chosen: what it gives, where nobody has chosen or typed anything else since the
 * last one was.
 */
export function filledIn(
  values: FormValues,
  last: Filled | undefined,
  { cost, duration, campaign, campaignResponse }: TemplateDefaults,
): { values: FormValues; filled: Filled } {
  const filled: Filled = { cost, duration: String(duration), ...(campaign ? { campaign: campaign.no } : {}) };
  const isUntouched = (field: 'cost' | 'duration') =>
    values[field] === '' || Number(values[field]) === Number(last?.[field] ?? Number.NaN);
  return {
    values: {
      ...values,
      ...(isUntouched('cost') ? { cost: filled.cost } : {}),
      ...(isUntouched('duration') ? { duration: filled.duration } : {}),
      ...campaignOf(values, last, { campaign, campaignResponse }),
    },
    filled,
  };
}

function campaignOf(
  { campaign: chosen }: FormValues,
  last: Filled | undefined,
  { campaign, campaignResponse }: Pick<TemplateDefaults, 'campaign' | 'campaignResponse'>,
): Partial<FormValues> {
  const isOwn = chosen !== null && chosen.value !== last?.campaign;
  if (isOwn || chosen?.value === campaign?.no) return {};
  return campaign
    ? { campaign: campaignChoice(campaign), response: campaignResponse }
    : { campaign: null, response: false };
}
