import { and, eq } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { post } from '../../core/posts.ts';
import { interactionLogEntries } from '../../db/schema/index.ts';
import { refreshCampaign } from '../campaigns/refresh.ts';
import { joinTarget } from '../campaigns/targets/join-target.ts';
import { manualCampaignEntry } from './manual-campaign-entry.ts';
import type { ResolvedInteraction } from './resolve-interaction.ts';
import { usualChannel } from './usual-channel.ts';

export interface LoggedInteraction {
  entryId: number;
  /** Slack channel where it is told of; null: nowhere. */
  channel: string | null;
}

/** What an interaction that counts brings with it: its campaign's entry, and the line in the channel. */
export async function finishInteraction(
  ctx: MemberContext & TransactionContext,
  entryId: number,
  values: ResolvedInteraction,
  { action, quiet }: { action: 'interaction.create' | 'interaction.resume'; quiet: boolean },
): Promise<LoggedInteraction> {
  const { campaignId, attemptFailed, interactionTemplateCode: template } = values;
  if (campaignId !== null) {
    const campaignEntryId = await manualCampaignEntry(ctx, campaignId, {
      date: values.date,
      salespersonCode: values.salespersonCode,
    });
    await ctx.tx
      .update(interactionLogEntries)
      .set({ campaignEntryId })
      .where(
        and(eq(interactionLogEntries.workspaceId, ctx.workspaceId), eq(interactionLogEntries.id, entryId)),
      );
    await joinTarget(ctx, { campaignId, entryId });
    await refreshCampaign(ctx, campaignId);
  }
  const detail = { template, attemptFailed, ...(campaignId === null ? {} : { campaignId }) };
  await audit(ctx, { action, subject: 'interaction', subjectId: entryId, detail });
  const channel = quiet ? null : await usualChannel(ctx, campaignId);
  if (channel !== null) {
    const subject = `interaction:${entryId}` as const;
    await post(ctx, { key: subject, subject, channel, content: { kind: 'interaction', entryId } });
  }
  return { entryId, channel };
}
