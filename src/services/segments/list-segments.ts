import { and, count, desc, eq, lt, notInArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { segments } from '../../db/schema/index.ts';
import { selectHeaders, toHeader } from './header.ts';
import type { SegmentHeader } from './types.ts';

const cursor = z.object({ changedAt: z.iso.datetime(), id: z.number().int() });

const listSegmentsInput = z.object({
  /** `mine`: those the member created. */
  scope: z.enum(['mine', 'all']).default('all'),
  /** Those of one campaign only. */
  campaignId: z.number().int().optional(),
  /** Where the page before ended. */
  cursor: cursor.optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface SegmentList {
  segments: SegmentHeader[];
  total: number;
  next?: z.infer<typeof cursor>;
}

/** The segments being worked on, the last changed first; logged ones have a list of their own. */
export async function listSegments(
  ctx: MemberContext,
  input: z.input<typeof listSegmentsInput> = {},
): Promise<SegmentList> {
  requireInsider(ctx);
  const { scope, campaignId, cursor: after, limit } = listSegmentsInput.parse(input);
  const wanted = and(
    notInArray(segments.state, ['logged', 'deleted']),
    scope === 'mine' ? eq(segments.createdBy, ctx.actor.memberId) : undefined,
    campaignId === undefined ? undefined : eq(segments.campaignId, campaignId),
  );
  const before = after && new Date(after.changedAt);
  const rows = await selectHeaders(
    ctx,
    wanted,
    before &&
      or(lt(segments.changedAt, before), and(eq(segments.changedAt, before), lt(segments.id, after.id))),
  )
    .orderBy(desc(segments.changedAt), desc(segments.id))
    .limit(limit + 1);
  const [total] = await executor(ctx)
    .select({ value: count() })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), wanted));
  const page = rows.slice(0, limit).map(toHeader);
  const last = page.at(-1);
  return {
    segments: page,
    total: total?.value ?? 0,
    ...(rows.length > limit && last
      ? { next: { changedAt: last.changedAt.toISOString(), id: last.id } }
      : {}),
  };
}
