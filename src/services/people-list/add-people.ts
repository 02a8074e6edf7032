import { and, eq } from 'drizzle-orm';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { peopleLists } from '../../db/schema/index.ts';
import { appendStep, changeSegment } from '../segments/apply-step.ts';
import type { ChangeInput } from '../segments/step-input.ts';
import type { StepResult } from '../segments/types.ts';

/**
 * Adds the contacts of a list that `matchPeople` found, in one step; those that are there already stay as they are.
 * @throws NotFoundError people_list_not_found (also for a list of somebody else), segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 */
export function addPeople(
  ctx: MemberContext,
  { listId, ...change }: ChangeInput & { listId: number },
): Promise<StepResult> {
  return changeSegment(ctx, change, async (inner, segment) => {
    const [list] = await inner.tx
      .select({ count: peopleLists.count })
      .from(peopleLists)
      .where(
        and(
          eq(peopleLists.workspaceId, ctx.workspaceId),
          eq(peopleLists.id, listId),
          eq(peopleLists.memberId, ctx.actor.memberId),
        ),
      );
    if (!list) throw new NotFoundError('people_list_not_found');
    return appendStep(inner, segment, { kind: 'people-list', listId, count: list.count });
  });
}
