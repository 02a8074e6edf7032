import { count, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { loggedSegments } from '../../db/schema/index.ts';
import { readSettings } from '../setup/read-settings.ts';
import { selectLogged, toSummary } from './logged-rows.ts';
import type { LoggedSegmentSummary } from './types.ts';

const listLoggedInput = z.object({
  /** Entries before this entry number: where the page before ended. */
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

export interface LoggedSegmentList {
  loggedSegments: LoggedSegmentSummary[];
  total: number;
  /** Entry number to ask for the next page with; absent at the end. */
  nextBefore?: number;
}

/** Logged segments, the last one first. */
export async function listLogged(
  ctx: MemberContext,
  input: z.input<typeof listLoggedInput> = {},
): Promise<LoggedSegmentList> {
  requireInsider(ctx);
  const { before, limit } = listLoggedInput.parse(input);
  const { currency } = await readSettings(ctx);
  const rows = await selectLogged(ctx, before === undefined ? undefined : lt(loggedSegments.entryNo, before))
    .orderBy(desc(loggedSegments.entryNo))
    .limit(limit + 1);
  const [total] = await executor(ctx)
    .select({ value: count() })
    .from(loggedSegments)
    .where(eq(loggedSegments.workspaceId, ctx.workspaceId));
  const page = rows.slice(0, limit).map((row) => toSummary(row, currency));
  const last = page.at(-1);
  return {
    loggedSegments: page,
    total: total?.value ?? 0,
    ...(rows.length > limit && last ? { nextBefore: last.entryNo } : {}),
  };
}
