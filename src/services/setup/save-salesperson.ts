import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { InvalidError, NotFoundError } from '../../core/errors.ts';
import { requireAdmin, requireInsider } from '../../core/permissions.ts';
import { campaigns, members } from '../../db/schema/index.ts';
import { findSalesperson } from './find-codes.ts';

const saveSalespersonInput = z.object({ salespersonCode: z.string().nullable() });

/**
 * Says which salesperson the member is (`domain.md` §3.8, User Setup): the default for new segments. Whoever is the
 * salesperson of a campaign owns it and may approve for it, so such a code, or one that a colleague has, comes from
 * an admin.
 * @throws InvalidError salesperson_not_found, salesperson_taken (code), on field `salesperson`
 */
export async function saveSalesperson(
  ctx: MemberContext,
  input: z.infer<typeof saveSalespersonInput>,
): Promise<void> {
  requireInsider(ctx);
  const { salespersonCode } = saveSalespersonInput.parse(input);
  const { memberId, isAdmin, salespersonCode: before } = ctx.actor;
  await inTransaction(ctx, async (inner) => {
    const code = salespersonCode ? (await findSalesperson(inner, salespersonCode)).code : null;
    if (code !== null && code !== before && !isAdmin && (await hasAuthority(inner, code, memberId))) {
      throw new InvalidError('salesperson_taken', { code }, [
        { field: 'salesperson', code: 'salesperson_taken', params: { code } },
      ]);
    }
    await write(inner, memberId, code);
  });
}

const assignInput = saveSalespersonInput.extend({ memberId: z.number().int() });

/**
 * Says which salesperson somebody is.
 * @throws ForbiddenError admins_only
 * @throws NotFoundError member_not_found
 * @throws InvalidError salesperson_not_found, on field `salesperson`
 */
export async function assignSalesperson(
  ctx: MemberContext,
  input: z.infer<typeof assignInput>,
): Promise<void> {
  requireAdmin(ctx);
  const { memberId, salespersonCode } = assignInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    await write(
      inner,
      memberId,
      salespersonCode ? (await findSalesperson(inner, salespersonCode)).code : null,
    );
  });
}

async function write(ctx: TransactionContext, memberId: number, after: string | null): Promise<void> {
  const ofMember = and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId));
  const [member] = await ctx.tx
    .select({ before: members.salespersonCode })
    .from(members)
    .where(ofMember)
    .for('update');
  if (!member) throw new NotFoundError('member_not_found');
  const { before } = member;
  if (before === after) return;
  await ctx.tx.update(members).set({ salespersonCode: after }).where(ofMember);
  await audit(ctx, {
    action: 'member.salesperson',
    subject: 'member',
    subjectId: memberId,
    detail: { before, after },
  });
}

/** Whether the code owns a campaign, or is that of another member in good standing. */
async function hasAuthority(ctx: TransactionContext, code: string, memberId: number): Promise<boolean> {
  const { tx, workspaceId } = ctx;
  const owned = tx
    .select({ one: sql`1` })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.salespersonCode, code)));
  const taken = tx
    .select({ one: sql`1` })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.salespersonCode, code),
        ne(members.id, memberId),
        eq(members.deactivated, false),
        eq(members.outsider, false),
      ),
    );
  const [found] = await tx.execute<{ found: boolean }>(
    sql`select exists (${owned}) or exists (${taken}) as found`,
  );
  return found?.found ?? false;
}
