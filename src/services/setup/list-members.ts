import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { members, salespeople } from '../../db/schema/index.ts';

const listMembersInput = z.object({
  /** 1-based position of the first row. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(20),
});

export interface MemberRow {
  memberId: number;
  slackUserId: string;
  name: string;
  salesperson: { code: string; name: string } | null;
}

export interface MemberPage {
  rows: MemberRow[];
  from: number;
  total: number;
}

/** Members who have used the app, by name, and which salesperson each is. @throws ForbiddenError admins_only */
export async function listMembers(
  ctx: MemberContext,
  input: z.input<typeof listMembersInput>,
): Promise<MemberPage> {
  requireAdmin(ctx);
  const { from, limit } = listMembersInput.parse(input);
  const rows = await select(ctx)
    .orderBy(asc(members.name), asc(members.id))
    .limit(limit)
    .offset(from - 1);
  return { rows: rows.map(toRow), from, total: rows[0]?.total ?? 0 };
}

/** One of them. @throws ForbiddenError admins_only @throws NotFoundError member_not_found */
export async function showMember(ctx: MemberContext, memberId: number): Promise<MemberRow> {
  requireAdmin(ctx);
  const [row] = await select(ctx, memberId);
  if (!row) throw new NotFoundError('member_not_found');
  return toRow(row);
}

const select = (ctx: MemberContext, memberId?: number) =>
  executor(ctx)
    .select({
      memberId: members.id,
      slackUserId: members.slackUserId,
      name: members.name,
      code: members.salespersonCode,
      salesperson: salespeople.description,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(members)
    .leftJoin(
      salespeople,
      and(eq(salespeople.workspaceId, members.workspaceId), eq(salespeople.code, members.salespersonCode)),
    )
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.deactivated, false),
        eq(members.outsider, false),
        memberId === undefined ? undefined : eq(members.id, memberId),
      ),
    )
    .$dynamic();

const toRow = ({
  memberId,
  slackUserId,
  name,
  code,
  salesperson,
}: Awaited<ReturnType<typeof select>>[number]): MemberRow => ({
  memberId,
  slackUserId,
  name,
  salesperson: code === null ? null : { code, name: salesperson ?? '' },
});
