import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { once } from '../../core/once.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { codeTaken, newCode, newDescription } from './code-input.ts';
import { CODE_LISTS, type CodeListName, listTables } from './code-lists.ts';

const saveCodeInput = z.object({
  list: z.enum(CODE_LISTS),
  /** `add` refuses a code that is there; `change` gives one another description. */
  how: z.enum(['add', 'change']),
  code: z.string(),
  description: z.string(),
  /** The description that the person looked at; what has another one by now is not changed. */
  expected: z.string().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Adds an interaction group or a campaign status, or describes one anew (`domain.md` §3.7, §3.8). A code stays as it
 * is: what was logged refers to it.
 * @throws ForbiddenError organizers_only
 * @throws InvalidError set_up_code_invalid, set_up_code_taken (field code), name_missing, too_long (field description)
 * @throws NotFoundError code_not_found
 * @throws ConflictError set_up_moved_on (with who changed it and when)
 */
export async function saveCode(ctx: MemberContext, input: z.input<typeof saveCodeInput>): Promise<void> {
  await requireOrganizer(ctx);
  const { list, how, expected, requestKey, ...typed } = saveCodeInput.parse(input);
  const code = how === 'add' ? newCode(typed.code) : typed.code;
  const description = newDescription(typed.description);
  await once(ctx, requestKey, async (inner) => {
    const row = { list, code, description };
    const changed = how === 'add' ? await add(inner, row) : await change(inner, row, expected);
    if (!changed) return;
    await audit(inner, { action: `${list}.${how}`, subject: list, subjectId: code, detail: { description } });
  });
}

interface Row {
  list: CodeListName;
  code: string;
  description: string;
}

async function add(ctx: TransactionContext, { list, code, description }: Row): Promise<boolean> {
  const table = listTables[list];
  const written = await ctx.tx
    .insert(table)
    .values({ workspaceId: ctx.workspaceId, code, description })
    .onConflictDoNothing()
    .returning({ code: table.code });
  if (written.length === 0) throw codeTaken(code);
  return true;
}

async function change(
  ctx: TransactionContext,
  { list, code, description }: Row,
  expected: string | undefined,
): Promise<boolean> {
  const table = listTables[list];
  const here = and(eq(table.workspaceId, ctx.workspaceId), eq(table.code, code));
  const [found] = await ctx.tx
    .select({ description: table.description })
    .from(table)
    .where(here)
    .for('update');
  if (!found) throw new NotFoundError('code_not_found', { code });
  if (found.description === description) return false;
  if (expected !== undefined && expected !== found.description) {
    const actions = [`${list}.add`, `${list}.change`];
    throw await movedOn(ctx, 'set_up_moved_on', { no: code, subject: list, actions });
  }
  await ctx.tx.update(table).set({ description }).where(here);
  return true;
}
