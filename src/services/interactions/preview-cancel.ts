import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { ConflictError, NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { campaignEntries, campaigns, interactionLogEntries, loggedSegments } from '../../db/schema/index.ts';
import {
  requireMayCancelCampaignEntry,
  requireMayCancelEntries,
  requireMayCancelLogged,
} from './may-cancel.ts';
import { countUniqueAttachments } from './unique-attachments.ts';

/** What is to be canceled, or to count again. */
export const cancelTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('logged'), entryNo: z.number().int() }),
  z.object({ kind: z.literal('campaign'), entryNo: z.number().int() }),
  z.object({ kind: z.literal('interactions'), entryIds: z.array(z.number().int()).min(1).max(100) }),
]);
export type CancelTarget = z.infer<typeof cancelTarget>;

export interface CancelPreview {
  target: CancelTarget;
  /** How it is now; of several interactions, how the first one is. */
  canceled: boolean;
  /** Description of the logged segment or campaign entry; blank for interactions. */
  description: string;
  /** Interactions whose state would change, counted up to a limit. */
  interactions: number;
  /** More than were counted. */
  more: boolean;
  campaignEntries: number;
  /** Attachments that nothing else uses; looked for when interactions are chosen one by one. */
  attachments: number;
}

/** Nobody needs more than that to decide, and the question must be asked within 3 seconds. */
const COUNTED = 100_000;

/**
 * What canceling would change, or taking it back where it is canceled: for the question that is asked first. Whatever
 * stands in the way is said already here.
 * @throws NotFoundError, ForbiddenError, ConflictError as the verbs themselves do
 */
export async function previewCancel(ctx: MemberContext, input: CancelTarget): Promise<CancelPreview> {
  requireInsider(ctx);
  const target = cancelTarget.parse(input);
  if (target.kind === 'logged') return ofLogged(ctx, target);
  return target.kind === 'campaign' ? ofCampaignEntry(ctx, target) : ofInteractions(ctx, target);
}

async function ofLogged(
  ctx: MemberContext,
  target: Extract<CancelTarget, { kind: 'logged' }>,
): Promise<CancelPreview> {
  const { entryNo } = target;
  const [logged] = await executor(ctx)
    .select()
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.entryNo, entryNo)));
  if (!logged) throw new NotFoundError('logged_segment_not_found', { no: entryNo });
  await requireMayCancelLogged(ctx, logged.id);
  const { canceled, description } = logged;
  const entries = await executor(ctx).$count(
    campaignEntries,
    and(
      eq(campaignEntries.workspaceId, ctx.workspaceId),
      eq(campaignEntries.loggedSegmentId, logged.id),
      eq(campaignEntries.canceled, canceled),
    ),
  );
  const counted = await count(ctx, canceled, sql`logged_segment_id = ${logged.id}`);
  return { target, canceled, description, ...counted, campaignEntries: entries, attachments: 0 };
}

async function ofCampaignEntry(
  ctx: MemberContext,
  target: Extract<CancelTarget, { kind: 'campaign' }>,
): Promise<CancelPreview> {
  const { entryNo } = target;
  const [found] = await executor(ctx)
    .select({ entry: campaignEntries, logged: loggedSegments })
    .from(campaignEntries)
    .leftJoin(
      loggedSegments,
      and(
        eq(loggedSegments.workspaceId, campaignEntries.workspaceId),
        eq(loggedSegments.id, campaignEntries.loggedSegmentId),
      ),
    )
    .where(and(eq(campaignEntries.workspaceId, ctx.workspaceId), eq(campaignEntries.entryNo, entryNo)));
  if (!found) throw new NotFoundError('campaign_entry_not_found', { no: entryNo });
  const { entry, logged } = found;
  await requireMayCancelCampaignEntry(ctx, entry.id);
  const { canceled, description } = entry;
  if (canceled && logged?.canceled) {
    throw new ConflictError('logged_segment_canceled', { entry: logged.entryNo });
  }
  const counted = await count(ctx, canceled, sql`campaign_entry_id = ${entry.id}`);
  return { target, canceled, description, ...counted, campaignEntries: 1, attachments: 0 };
}

async function ofInteractions(
  ctx: MemberContext,
  target: Extract<CancelTarget, { kind: 'interactions' }>,
): Promise<CancelPreview> {
  const ids = [...new Set(target.entryIds)];
  const entry = interactionLogEntries;
  const rows = await executor(ctx)
    .select({
      id: entry.id,
      canceled: entry.canceled,
      logged: { entryNo: loggedSegments.entryNo, canceled: loggedSegments.canceled },
      campaign: { no: campaigns.no, canceled: campaignEntries.canceled },
    })
    .from(entry)
    .leftJoin(
      loggedSegments,
      and(eq(loggedSegments.workspaceId, entry.workspaceId), eq(loggedSegments.id, entry.loggedSegmentId)),
    )
    .leftJoin(
      campaignEntries,
      and(eq(campaignEntries.workspaceId, entry.workspaceId), eq(campaignEntries.id, entry.campaignEntryId)),
    )
    .leftJoin(
      campaigns,
      and(
        eq(campaigns.workspaceId, campaignEntries.workspaceId),
        eq(campaigns.id, campaignEntries.campaignId),
      ),
    )
    .where(
      // What is still to be completed is deleted instead.
      and(eq(entry.workspaceId, ctx.workspaceId), inArray(entry.id, ids), eq(entry.postponed, false)),
    );
  const first = rows.find(({ id }) => id === ids[0]);
  if (!first || rows.length < ids.length) throw new NotFoundError('interaction_not_found');
  await requireMayCancelEntries(ctx, ids);
  const { canceled } = first;
  if (canceled) {
    const { logged } = rows.find((row) => row.logged?.canceled) ?? {};
    if (logged) throw new ConflictError('logged_segment_canceled', { entry: logged.entryNo });
    const { campaign } = rows.find((row) => row.campaign?.canceled) ?? {};
    if (campaign) throw new ConflictError('campaign_entry_canceled', { no: campaign.no ?? '' });
  }
  return {
    target,
    canceled,
    description: '',
    interactions: rows.filter((row) => row.canceled === canceled).length,
    more: false,
    campaignEntries: 0,
    attachments: canceled ? 0 : await countUniqueAttachments(ctx, ids),
  };
}

async function count(
  ctx: MemberContext,
  canceled: boolean,
  which: SQL,
): Promise<{ interactions: number; more: boolean }> {
  const [row] = await executor(ctx).execute(sql`
    select count(*) as n from (
      select from interaction_log_entries
      where workspace_id = ${ctx.workspaceId} and ${which} and canceled = ${canceled}
      limit ${COUNTED + 1}) counted`);
  const found = Number(row?.n);
  return { interactions: Math.min(found, COUNTED), more: found > COUNTED };
}
