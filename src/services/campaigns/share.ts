import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { type PostContent, post } from '../../core/posts.ts';
import { retireCard } from '../delivery/retire-card.ts';
import { lockCampaign } from './find-campaign.ts';

const shareCampaignInput = z.object({
  no: z.string().max(20),
  /** Slack channel id. */
  channel: z.string().min(1).max(30),
  requestKey: z.string().max(200).optional(),
});

/**
 * Posts a campaign's card to a channel, where it is kept up to date. A channel has one such card per campaign: shared
 * again, it comes at the end of the channel, and the one before says so.
 * @throws NotFoundError campaign_not_found
 */
export async function shareCampaign(
  ctx: MemberContext,
  input: z.input<typeof shareCampaignInput>,
): Promise<{ no: string; channel: string }> {
  requireInsider(ctx);
  const { no: typed, channel, requestKey } = shareCampaignInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    // Held, so that whoever changes or deletes the campaign now finds the card.
    const { id, no } = await lockCampaign(inner, typed);
    const key = `campaign:${id}:${channel}`;
    const content: PostContent = { kind: 'campaign-card', campaignId: id, memberId: ctx.actor.memberId };
    await retireCard(inner, key, { subject: `campaign-moved:${id}`, content: { ...content, moved: true } });
    await post(inner, { key, subject: `campaign:${id}`, channel, content });
    await audit(inner, { action: 'campaign.share', subject: 'campaign', subjectId: no, detail: { channel } });
    return { no, channel };
  });
}
