import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { type CleanupCounts, type CleanupDays, cleanupDays } from './kinds.ts';

const report = z.object({
  loggedSegments: z.coerce.number(),
  campaignEntries: z.coerce.number(),
  interactions: z.coerce.number(),
  tasks: z.coerce.number(),
  dated: cleanupDays.nullable(),
});

/** What a run has deleted, over all its attempts, and of which days that was. */
export async function cleanupReport(
  ctx: Context,
  { runId }: { runId: string },
): Promise<CleanupCounts & { dated: CleanupDays }> {
  const [row] = await executor(ctx).execute(sql`
    select coalesce(sum((detail->>'loggedSegments')::bigint), 0) as "loggedSegments",
      coalesce(sum((detail->>'campaignEntries')::bigint), 0) as "campaignEntries",
      coalesce(sum((detail->>'interactions')::bigint), 0) as interactions,
      coalesce(sum((detail->>'tasks')::bigint), 0) as tasks,
      (array_agg(detail->'dated') filter (where action = 'cleanup.request'))[1] as dated
    from audit_log
    where workspace_id = ${ctx.workspaceId} and action in ('cleanup.batch', 'cleanup.request')
      and subject = 'cleanup' and subject_id = ${runId}`);
  const { dated, ...counts } = report.parse(row);
  return { ...counts, dated: dated ?? {} };
}
