import type { Context, MemberContext } from '../../core/context.ts';
import { mayOrganize } from '../../services/campaigns/may-organize.ts';
import { showCampaign } from '../../services/campaigns/show.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { movedCard } from '../segments/shared-card.ts';
import { type CardModel, campaignPost } from './card.ts';

/** A campaign's card for a person. @throws NotFoundError campaign_not_found */
export async function loadCard(ctx: MemberContext, no: string): Promise<CardModel> {
  const card = await showCampaign(ctx, { no });
  const { locale, timeZone } = ctx;
  return { locale, timeZone, card, mayOrganize: await mayOrganize(ctx, card.id) };
}

/** A campaign's card for a channel; of one that was shared again what is left. @throws NotFoundError campaign_not_found */
export async function loadPost(
  ctx: Context,
  { campaignId, moved }: { campaignId: number; moved?: true | undefined },
): Promise<SlackMessage> {
  const { locale, timeZone } = ctx;
  const card = await showCampaign(ctx, { id: campaignId });
  return moved ? movedCard(locale, card) : campaignPost({ locale, timeZone, card });
}
