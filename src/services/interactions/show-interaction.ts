import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import {
  campaigns,
  contacts,
  interactionComments,
  interactionLogEntries,
  interactionTemplates,
  members,
  opportunities,
} from '../../db/schema/index.ts';
import { type EntryFacts, factColumns, withFacts } from './entry-facts.ts';

/** One interaction as it is told of. */
export interface InteractionView extends EntryFacts {
  canceled: boolean;
  comments: number;
  /** Number of the opportunity that came of it. */
  opportunityNo: string | null;
  by: { slackUserId: string; name: string };
  /** The business date when it was logged, in the zone of whoever did. */
  loggedOn: string;
}

const showInput = z.object({ entryId: z.number().int() });

/**
 * An interaction that counts, or did before it was canceled.
 * @throws NotFoundError interaction_not_found, for postponed ones too
 */
export async function showInteraction(
  ctx: Context,
  input: z.input<typeof showInput>,
): Promise<InteractionView> {
  requireInsider(ctx);
  const { entryId } = showInput.parse(input);
  const entry = interactionLogEntries;
  const [row] = await executor(ctx)
    .select({
      ...factColumns,
      canceled: entry.canceled,
      comments: sql<number>`(
        select count(*)::integer from ${interactionComments}
        where ${interactionComments.workspaceId} = ${entry.workspaceId} and ${interactionComments.entryId} = ${entry.id}
      )`,
      opportunityNo: opportunities.no,
      by: { slackUserId: members.slackUserId, name: members.name },
      timeZone: members.timeZone,
      loggedAt: entry.loggedAt,
    })
    .from(entry)
    .innerJoin(contacts, and(eq(contacts.workspaceId, entry.workspaceId), eq(contacts.id, entry.contactId)))
    .innerJoin(
      interactionTemplates,
      and(
        eq(interactionTemplates.workspaceId, entry.workspaceId),
        eq(interactionTemplates.code, entry.interactionTemplateCode),
      ),
    )
    .innerJoin(members, and(eq(members.workspaceId, entry.workspaceId), eq(members.id, entry.memberId)))
    .leftJoin(
      campaigns,
      and(eq(campaigns.workspaceId, entry.workspaceId), eq(campaigns.id, entry.campaignId)),
    )
    .leftJoin(
      opportunities,
      and(eq(opportunities.workspaceId, entry.workspaceId), eq(opportunities.entryId, entry.id)),
    )
    .where(and(eq(entry.workspaceId, ctx.workspaceId), eq(entry.id, entryId), eq(entry.postponed, false)));
  if (!row) throw new NotFoundError('interaction_not_found');
  const { timeZone, loggedAt, ...told } = row;
  return { ...withFacts(told), loggedOn: today({ now: loggedAt, timeZone }) };
}
