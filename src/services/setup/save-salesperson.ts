import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { members } from '../../db/schema/index.ts';
import { findSalesperson } from './find-codes.ts';

const saveSalespersonInput = z.object({ salespersonCode: z.string().nullable() });

/**
 * Says which salesperson the member is (`domain.md` §3.8, User Setup): the default for new segments.
 * @throws InvalidError salesperson_not_found, on field `salesperson`
 */
export async function saveSalesperson(
  ctx: MemberContext,
  input: z.infer<typeof saveSalespersonInput>,
): Promise<void> {
  requireInsider(ctx);
  const { salespersonCode } = saveSalespersonInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const code = salespersonCode ? (await findSalesperson(inner, salespersonCode)).code : null;
    await inner.tx
      .update(members)
      .set({ salespersonCode: code })
      .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, ctx.actor.memberId)));
    await audit(inner, {
      action: 'member.salesperson',
      subject: 'member',
      subjectId: ctx.actor.memberId,
      detail: { before: ctx.actor.salespersonCode, after: code },
    });
  });
}
