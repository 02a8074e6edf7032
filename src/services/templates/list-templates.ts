import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { interactionGroups, interactionTemplates } from '../../db/schema/index.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';

const listInput = z.object({
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(20),
});

export interface TemplateRow {
  code: string;
  description: string;
  group: string;
  unitCost: string;
  unitDuration: number;
}

/** A page of interaction templates, by code. @throws ForbiddenError organizers_only */
export async function listTemplates(
  ctx: MemberContext,
  input: z.input<typeof listInput>,
): Promise<{ rows: TemplateRow[]; from: number; total: number }> {
  await requireOrganizer(ctx);
  const { from, limit } = listInput.parse(input);
  const { code, description, unitCost, unitDuration } = interactionTemplates;
  const rows = await executor(ctx)
    .select({
      code,
      description,
      group: interactionGroups.description,
      unitCost,
      unitDuration,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(interactionTemplates)
    .innerJoin(
      interactionGroups,
      and(
        eq(interactionGroups.workspaceId, interactionTemplates.workspaceId),
        eq(interactionGroups.code, interactionTemplates.interactionGroupCode),
      ),
    )
    .where(eq(interactionTemplates.workspaceId, ctx.workspaceId))
    .orderBy(asc(code))
    .limit(limit)
    .offset(from - 1);
  return { rows: rows.map(({ total: _, ...row }) => row), from, total: rows[0]?.total ?? 0 };
}
