import { z } from 'zod';
import type { Context } from '../../../core/context.ts';
import { addDays } from '../../../core/dates.ts';
import { NotFoundError } from '../../../core/errors.ts';
import { requireInsider } from '../../../core/permissions.ts';
import { readSettings } from '../../setup/read-settings.ts';
import { type CampaignDigest, digestFigures } from './figures.ts';

const showDigestInput = z.object({ campaignIds: z.array(z.number()), monday: z.iso.date() });

/** How one week went for the campaigns of a channel. */
export interface WeeklyDigest {
  /** First and last day of the week. */
  monday: string;
  sunday: string;
  /** Those for which something was logged. */
  campaigns: CampaignDigest[];
  currency: string;
}

/** @throws NotFoundError campaign_not_found when nothing is left to tell of */
export async function showDigest(
  ctx: Context,
  input: z.input<typeof showDigestInput>,
): Promise<WeeklyDigest> {
  requireInsider(ctx);
  const { campaignIds, monday } = showDigestInput.parse(input);
  const { currency, timeZone } = await readSettings(ctx);
  const campaigns = await digestFigures(ctx, { campaignIds, monday, timeZone });
  if (campaigns.length === 0) throw new NotFoundError('campaign_not_found', { no: '' });
  return { monday, sunday: addDays(monday, 6), campaigns, currency };
}
