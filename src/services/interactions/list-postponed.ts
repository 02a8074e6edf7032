import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import {
  campaigns,
  contacts,
  interactionComments,
  interactionLogEntries,
  interactionTemplates,
} from '../../db/schema/index.ts';
import { type EntryFacts, factColumns, withFacts } from './entry-facts.ts';

/** A postponed interaction, with everything its form shows. */
export interface PostponedInteraction extends EntryFacts {
  /** Decimal string; minutes. */
  cost: string;
  duration: number;
  comment: string;
  /** It lay ahead when it was put off: its date says when it was to happen, not when it did. */
  planned: boolean;
}

const entry = interactionLogEntries;

const isOwn = (ctx: MemberContext, more?: SQL) =>
  and(
    eq(entry.workspaceId, ctx.workspaceId),
    eq(entry.memberId, ctx.actor.memberId),
    // Not as a value that is passed, so that every plan can use the index of those.
    sql`${entry.postponed}`,
    more,
  );

async function read(ctx: MemberContext, limit: number, more?: SQL): Promise<PostponedInteraction[]> {
  const rows = await executor(ctx)
    .select({
      ...factColumns,
      cost: entry.cost,
      duration: entry.duration,
      comment: interactionComments.comment,
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
    .leftJoin(
      campaigns,
      and(eq(campaigns.workspaceId, entry.workspaceId), eq(campaigns.id, entry.campaignId)),
    )
    .leftJoin(
      interactionComments,
      and(eq(interactionComments.workspaceId, entry.workspaceId), eq(interactionComments.entryId, entry.id)),
    )
    .where(isOwn(ctx, more))
    .orderBy(asc(entry.date), asc(entry.timeOfInteraction), asc(entry.id))
    .limit(limit);
  return rows.map(({ comment, loggedAt, ...row }) => ({
    ...withFacts(row),
    comment: comment ?? '',
    planned: row.date > today({ now: loggedAt, timeZone: ctx.timeZone }),
  }));
}

/** The member's own postponed interactions, the most pressing first; `total` is how many there are. */
export async function listPostponed(
  ctx: MemberContext,
  input: { limit: number },
): Promise<{ interactions: PostponedInteraction[]; total: number }> {
  requireInsider(ctx);
  const [counted] = await executor(ctx).select({ total: count() }).from(entry).where(isOwn(ctx));
  const total = counted?.total ?? 0;
  return { interactions: total === 0 ? [] : await read(ctx, input.limit), total };
}

const readInput = z.object({ entryId: z.number().int() });

/** One of the member's own postponed interactions. @throws NotFoundError interaction_not_found */
export async function readPostponed(
  ctx: MemberContext,
  input: z.input<typeof readInput>,
): Promise<PostponedInteraction> {
  requireInsider(ctx);
  const [found] = await read(ctx, 1, eq(entry.id, readInput.parse(input).entryId));
  if (!found) throw new NotFoundError('interaction_not_found');
  return found;
}
