import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import { type PostContent, post } from '../../core/posts.ts';
import { deleteEntries } from './delete-entries.ts';
import {
  CLEANUP_KINDS,
  type CleanupCounts,
  type CleanupDays,
  type CleanupKind,
  type Confirmed,
} from './kinds.ts';
import { readConfirmed } from './read-confirmed.ts';
import { tellLogGone } from './tell-gone.ts';
import { cleared } from './which.ts';

const cleanUpInput = z.object({
  runId: z.string(),
  slackUserId: z.string(),
  memberId: z.number().int(),
});
type Run = z.infer<typeof cleanUpInput>;

/** Interactions or tasks deleted in one transaction. */
const BATCH = 1000;

/**
 * Clears away what was canceled when it was confirmed and still is, a batch per transaction, each with its count in the
 * audit log; run again after it was killed, it goes on with what is left and reports all of it. Logged segments leave
 * their interactions and campaign entries behind, canceled and without the link; campaign entries take their interactions
 * along, and tasks their attendees' (`domain.md` §4.11).
 */
export async function cleanUp(ctx: Context, input: unknown): Promise<void> {
  const run = cleanUpInput.parse(input);
  const { runId } = run;
  const { kinds, dated, confirmed } = await readConfirmed(ctx, runId);
  for (const kind of CLEANUP_KINDS.filter((one) => kinds.includes(one))) {
    while (await batch(ctx, { runId, kind, which: { dated, confirmed } }));
  }
  await tell(ctx, run, { kind: 'cleanup', runId: run.runId });
}

/** Tells the admin who asked that a clean-up failed again and again, and what it has done so far. */
export async function giveUpCleaning(ctx: Context, input: unknown, reference: string): Promise<void> {
  const run = cleanUpInput.parse(input);
  await tell(ctx, run, { kind: 'cleanup', runId: run.runId, failed: reference });
}

const tell = (ctx: Context, { runId, slackUserId, memberId }: Run, content: PostContent) =>
  inTransaction(ctx, (inner) =>
    post(inner, { key: `cleanup:${runId}`, subject: `member:${memberId}`, channel: slackUserId, content }),
  );

interface Which {
  dated: CleanupDays;
  confirmed: Confirmed;
}

const BATCHES: Record<
  CleanupKind,
  (ctx: TransactionContext, which: Which) => Promise<Partial<CleanupCounts>>
> = {
  loggedSegments: deleteLoggedSegment,
  campaignEntries: deleteCampaignEntry,
  interactions: async (ctx, { dated, confirmed }) => ({
    interactions: await deleteEntries(
      ctx,
      sql`select e.id from interaction_log_entries e where ${cleared(ctx.workspaceId, dated, confirmed).interactions}
        order by e.id limit ${BATCH} for update`,
    ),
  }),
  tasks: deleteTasks,
};

/** @returns whether there was anything to delete */
const batch = (
  ctx: Context,
  { runId, kind, which }: { runId: string; kind: CleanupKind; which: Which },
): Promise<boolean> =>
  inTransaction(ctx, async (inner) => {
    await allowLong(inner);
    const did = await BATCHES[kind](inner, which);
    if (!Object.values(did).some((count) => count > 0)) return false;
    await audit(inner, { action: 'cleanup.batch', subject: 'cleanup', subjectId: runId, detail: did });
    return true;
  });

async function deleteLoggedSegment(
  ctx: TransactionContext,
  { dated, confirmed }: Which,
): Promise<Partial<CleanupCounts>> {
  const { tx, workspaceId } = ctx;
  const [logged] = await tx.execute(sql`
    select g.id, g.segment_id, g.segment_no from logged_segments g where ${cleared(workspaceId, dated, confirmed).loggedSegments}
    order by g.id limit 1 for update`);
  if (!logged) return {};
  const id = Number(logged.id);
  await tellLogGone(ctx, { id, segmentId: Number(logged.segment_id) });
  await tx.execute(sql`
    update interaction_log_entries set logged_segment_id = null
    where workspace_id = ${workspaceId} and logged_segment_id = ${id}`);
  await tx.execute(sql`
    update campaign_entries
    set logged_segment_id = null, segment_no = coalesce(nullif(segment_no, ''), ${String(logged.segment_no)})
    where workspace_id = ${workspaceId} and logged_segment_id = ${id}`);
  await tx.execute(sql`delete from logged_segments where workspace_id = ${workspaceId} and id = ${id}`);
  return { loggedSegments: 1 };
}

async function deleteCampaignEntry(
  ctx: TransactionContext,
  { dated, confirmed }: Which,
): Promise<Partial<CleanupCounts>> {
  const { tx, workspaceId } = ctx;
  const [entry] = await tx.execute(sql`
    select ce.id from campaign_entries ce where ${cleared(workspaceId, dated, confirmed).campaignEntries}
    order by ce.id limit 1 for update of ce`);
  if (!entry) return {};
  const id = Number(entry.id);
  const interactions = await deleteEntries(
    ctx,
    sql`select id from interaction_log_entries
      where workspace_id = ${workspaceId} and campaign_entry_id = ${id} and canceled for update`,
  );
  await tx.execute(sql`delete from campaign_entries where workspace_id = ${workspaceId} and id = ${id}`);
  return { campaignEntries: 1, interactions };
}

/** Their attendees' go with them. */
async function deleteTasks(
  ctx: TransactionContext,
  { dated, confirmed }: Which,
): Promise<Partial<CleanupCounts>> {
  const gone = await ctx.tx.execute(sql`
    delete from tasks where workspace_id = ${ctx.workspaceId} and id in (
      select t.id from tasks t where ${cleared(ctx.workspaceId, dated, confirmed).tasks} order by t.id limit ${BATCH} for update
    ) returning id`);
  return { tasks: gone.length };
}
