import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { drafts } from '../../db/schema/index.ts';

/** Drafts nobody has touched for so long are thrown away. */
export const DRAFT_DAYS = 2;

/** What a draft's row holds: the content, and when the press that wrote it happened, in ms since 1970. */
export const storedDraft = z.object({ pressedAt: z.number(), content: z.unknown() });

export interface DraftKey {
  id: number;
  /** Which modal it belongs to. */
  kind: string;
}

/** A person's own drafts only: another's is as good as absent. */
export const ownDraft = (ctx: MemberContext, key: DraftKey): SQL | undefined =>
  and(
    eq(drafts.workspaceId, ctx.workspaceId),
    eq(drafts.memberId, ctx.actor.memberId),
    eq(drafts.id, key.id),
    eq(drafts.kind, key.kind),
  );

/** When the press that wrote a draft happened. */
export const pressedAt = sql`(${drafts.data} ->> 'pressedAt')::numeric`;
