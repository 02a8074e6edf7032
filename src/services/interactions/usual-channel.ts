import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { campaigns } from '../../db/schema/index.ts';
import { readSettings } from '../setup/read-settings.ts';

/**
 * The Slack channel where segments of a campaign are logged: the campaign's own, else the workspace's.
 * @param campaignId null for a segment without a campaign
 * @returns a channel id, or null when neither names one
 */
export async function usualChannel(ctx: Context, campaignId: number | null): Promise<string | null> {
  const { logChannel } = await readSettings(ctx);
  if (campaignId === null) return logChannel;
  const [campaign] = await executor(ctx)
    .select({ logChannel: campaigns.logChannel })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return campaign?.logChannel ?? logChannel;
}
