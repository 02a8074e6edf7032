import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { findSalesperson, firstChoosable } from '../setup/find-codes.ts';

/**
 * Who is to do it: the one that was chosen, else the first of those it may fall to who is not blocked, the member's own
 * last.
 * @throws InvalidError salesperson_not_found, task_salesperson_missing, on field `salesperson`
 */
export async function salespersonOf(
  ctx: MemberContext,
  { chosen, usual = [] }: { chosen?: string | null | undefined; usual?: (string | null)[] },
): Promise<string> {
  if (chosen) return (await findSalesperson(ctx, chosen)).code;
  const found = await firstChoosable(ctx, [...usual, ctx.actor.salespersonCode]);
  if (found !== undefined) return found;
  throw new InvalidError('task_salesperson_missing', {}, [
    { field: 'salesperson', code: 'task_salesperson_missing' },
  ]);
}
