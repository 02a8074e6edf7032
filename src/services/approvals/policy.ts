import { sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import type { Settings } from '../setup/read-settings.ts';

/**
 * Whether this segment may be logged only when it is approved. Lines may be on a campaign that the header has left
 * (*header only*, `domain.md` §4.1), and are logged for it.
 */
export async function approvalNeeded(
  ctx: Context,
  settings: Pick<Settings, 'approvalPolicy'>,
  segment: { id: number; campaignId: number | null },
): Promise<boolean> {
  if (settings.approvalPolicy !== 'campaign') return settings.approvalPolicy === 'always';
  if (segment.campaignId !== null) return true;
  const [line] = await executor(ctx).execute(sql`
    select from segment_lines
    where workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id} and live
      and own is not null and own ->> 'campaignNo' is not null
    limit 1`);
  return line !== undefined;
}
