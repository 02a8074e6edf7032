import { and, asc, count, eq, gt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { members, savedCriteria } from '../../db/schema/index.ts';
import { stepInput } from '../segments/step-input.ts';
import type { SavedCriteria, SavedStep } from './types.ts';

const select = (ctx: Context, ...conditions: SQL[]) =>
  executor(ctx)
    .select({ row: savedCriteria, slackUserId: members.slackUserId })
    .from(savedCriteria)
    .innerJoin(
      members,
      and(eq(members.workspaceId, savedCriteria.workspaceId), eq(members.id, savedCriteria.memberId)),
    )
    .where(and(eq(savedCriteria.workspaceId, ctx.workspaceId), ...conditions))
    .orderBy(asc(savedCriteria.code))
    .$dynamic();

type Row = Awaited<ReturnType<typeof select>>[number];

const toSaved = ({ row, slackUserId }: Row): SavedCriteria => ({
  id: row.id,
  code: row.code,
  description: row.description,
  steps: z.array(stepInput).parse(row.steps) as SavedStep[],
  by: { memberId: row.memberId, slackUserId },
  at: row.savedAt,
});

/**
 * Saved criteria by their code, typed as one likes, or by id.
 * @throws NotFoundError saved_criteria_not_found, or by id saved_criteria_deleted
 */
export async function showCriteria(
  ctx: Context,
  wanted: { code: string } | { id: number },
): Promise<SavedCriteria> {
  requireInsider(ctx);
  const code = 'code' in wanted ? wanted.code.normalize('NFC').trim().toUpperCase() : '';
  const [row] = await select(
    ctx,
    'id' in wanted ? eq(savedCriteria.id, wanted.id) : eq(savedCriteria.code, code),
  );
  if (!row) {
    throw code === ''
      ? new NotFoundError('saved_criteria_deleted')
      : new NotFoundError('saved_criteria_not_found', { code });
  }
  return toSaved(row);
}

export interface SavedCriteriaList {
  saved: SavedCriteria[];
  total: number;
  /** Code to ask for the next page with; absent at the end. */
  nextAfter?: string;
}

/** Saved criteria by code. @param input.after the last code of the page before */
export async function listCriteria(
  ctx: Context,
  input: { after?: string | undefined; limit?: number } = {},
): Promise<SavedCriteriaList> {
  requireInsider(ctx);
  const { after, limit = 10 } = input;
  const rows = await select(ctx, ...(after === undefined ? [] : [gt(savedCriteria.code, after)])).limit(
    limit + 1,
  );
  const [total] = await executor(ctx)
    .select({ value: count() })
    .from(savedCriteria)
    .where(eq(savedCriteria.workspaceId, ctx.workspaceId));
  const saved = rows.slice(0, limit).map(toSaved);
  const last = saved.at(-1);
  return {
    saved,
    total: total?.value ?? 0,
    ...(rows.length > limit && last ? { nextAfter: last.code } : {}),
  };
}
