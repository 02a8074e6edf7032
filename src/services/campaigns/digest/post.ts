import { and, eq, lte } from 'drizzle-orm';
import { type Context, inTransaction, type TransactionContext } from '../../../core/context.ts';
import { addDays, today } from '../../../core/dates.ts';
import { post } from '../../../core/posts.ts';
import { campaigns } from '../../../db/schema/index.ts';
import { readSettings } from '../../setup/read-settings.ts';
import { digestFigures } from './figures.ts';
import { mondayAfter, mondayOf } from './schedule.ts';

/**
 * Tells the channels of campaigns whose digest is due how the last week went: one message per channel, and none where
 * nothing was logged. The same statement that finds a digest due puts it off by a week, so that each is told once
 * whoever else looks at the same moment. A week that was missed while nothing ran is not made up for.
 * @returns how many messages are on their way
 */
export async function postDigests(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const settings = await readSettings(inner);
    const { timeZone } = settings;
    const due = await inner.tx
      .update(campaigns)
      .set({ digestAt: mondayAfter(ctx.now(), timeZone) })
      .where(and(eq(campaigns.workspaceId, ctx.workspaceId), lte(campaigns.digestAt, ctx.now())))
      .returning({ id: campaigns.id, channel: campaigns.logChannel });
    const channels = new Map<string, number[]>();
    for (const { id, channel } of due) {
      const where = channel ?? settings.logChannel;
      if (where !== null) channels.set(where, [...(channels.get(where) ?? []), id]);
    }
    const monday = addDays(mondayOf(today({ now: ctx.now(), timeZone })), -7);
    let posted = 0;
    for (const [channel, campaignIds] of channels) {
      if (await postTo(inner, channel, { campaignIds, monday, timeZone })) posted += 1;
    }
    return posted;
  });
}

async function postTo(
  ctx: TransactionContext,
  channel: string,
  week: { campaignIds: number[]; monday: string; timeZone: string },
): Promise<boolean> {
  const { campaignIds, monday } = week;
  if ((await digestFigures(ctx, week)).length === 0) return false;
  const first = Math.min(...campaignIds);
  const made = await post(ctx, {
    key: `campaign-digest:${channel}:${monday}:${first}`,
    subject: `campaign-digest:${first}`,
    channel,
    content: { kind: 'campaign-digest', campaignIds, monday },
  });
  return made !== undefined;
}
