import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { campaigns } from '../../db/schema/index.ts';
import { requireOrganizer } from './may-organize.ts';

export interface CampaignChannel {
  no: string;
  description: string;
  /** Slack channel id; null: the workspace's. */
  channel: string | null;
}

const listInput = z.object({
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(20),
});

/**
 * Where the segments of each campaign are logged, a page at a time, by number.
 * @throws ForbiddenError organizers_only
 */
export async function listCampaignChannels(
  ctx: MemberContext,
  input: z.input<typeof listInput>,
): Promise<{ rows: CampaignChannel[]; from: number; total: number }> {
  await requireOrganizer(ctx);
  const { from, limit } = listInput.parse(input);
  const rows = await executor(ctx)
    .select({
      no: campaigns.no,
      description: campaigns.description,
      channel: campaigns.logChannel,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, ctx.workspaceId))
    .orderBy(asc(campaigns.no))
    .limit(limit)
    .offset(from - 1);
  return { rows: rows.map(({ total: _, ...row }) => row), from, total: rows[0]?.total ?? 0 };
}
