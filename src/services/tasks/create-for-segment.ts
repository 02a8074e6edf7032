import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { changeSegment } from '../segments/apply-step.ts';
import { changeInput } from '../segments/step-input.ts';
import { salespersonOf } from './salesperson.ts';
import { contactsOf, countOpen } from './segment-contacts.ts';
import { readTask, taskInput } from './task-input.ts';
import { type Written, writeTasks } from './write-tasks.ts';

const createForSegmentInput = taskInput.extend({
  ...changeInput.shape,
  /** How many open tasks the segment had when the person looked at it; where there are more by now, none are created. */
  expectedOpen: z.number().int().optional(),
});

export interface SegmentTasks extends Written {
  segmentNo: string;
  /** Contacts that were left out because their privacy is blocked. */
  blocked: number;
}

/**
 * Creates tasks for everybody on a segment, each contact once: campaign and salesperson are the header's, else the
 * member's own salesperson (`domain.md` §4.12). The segment itself does not change, so an approval stays. Contacts whose
 * privacy is blocked are left out, because no task can be created for one of them alone either (`domain.md` §3.2).
 * @throws NotFoundError segment_not_found, segment_deleted; ForbiddenError outsider
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on, segment_has_tasks (no, count)
 * @throws InvalidError as `readTask`; segment_empty, segment_all_blocked, task_salesperson_missing
 */
export async function createForSegment(
  ctx: MemberContext,
  input: z.input<typeof createForSegmentInput>,
): Promise<SegmentTasks> {
  const { no, expectedVersion, expectedOpen, requestKey, ...said } = createForSegmentInput.parse(input);
  const read = readTask(ctx, said);
  const change = {
    no,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(requestKey === undefined ? {} : { requestKey }),
  };
  return changeSegment(ctx, change, async (inner, segment) => {
    await allowLong(inner);
    const { blocked, ...about } = await contactsOf(inner, segment);
    // Tasks are no change of the segment, so that its version says nothing of those that somebody else created.
    const count = await countOpen(inner, segment);
    if (expectedOpen !== undefined && count > expectedOpen)
      throw new ConflictError('segment_has_tasks', { no: segment.no, count });
    const written = await writeTasks(
      inner,
      {
        ...said,
        ...read,
        salespersonCode: await salespersonOf(inner, { usual: [segment.salespersonCode] }),
        campaignId: segment.campaignId,
        segmentId: segment.id,
        entryId: null,
      },
      about,
    );
    await audit(inner, {
      action: 'segment.create-tasks',
      subject: 'segment',
      subjectId: segment.no,
      detail: { type: said.type, ...written, blocked },
    });
    return { ...written, segmentNo: segment.no, blocked };
  });
}
