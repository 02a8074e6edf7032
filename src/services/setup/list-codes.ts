import { asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { CODE_LISTS, listTables } from './code-lists.ts';

const listCodesInput = z.object({
  list: z.enum(CODE_LISTS),
  /** 1-based position of the first row. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(20),
});

export interface CodePage {
  rows: { code: string; description: string }[];
  from: number;
  total: number;
}

/** A page of interaction groups or campaign statuses, by code. @throws ForbiddenError organizers_only */
export async function listCodes(
  ctx: MemberContext,
  input: z.input<typeof listCodesInput>,
): Promise<CodePage> {
  await requireOrganizer(ctx);
  const { list, from, limit } = listCodesInput.parse(input);
  const table = listTables[list];
  const rows = await executor(ctx)
    .select({
      code: table.code,
      description: table.description,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(table)
    .where(eq(table.workspaceId, ctx.workspaceId))
    .orderBy(asc(table.code))
    .limit(limit)
    .offset(from - 1);
  return {
    rows: rows.map(({ code, description }) => ({ code, description })),
    from,
    total: rows[0]?.total ?? 0,
  };
}
