import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { changeSegment } from '../segments/apply-step.ts';
import { changeInput } from '../segments/step-input.ts';
import { salespersonOf } from './salesperson.ts';
import { readTask, taskInput } from './task-input.ts';
import { type About, type Written, writeTasks } from './write-tasks.ts';

const createForSegmentInput = taskInput.extend(changeInput.shape);

/**
 * Creates tasks for everybody on a segment, each contact once: campaign and salesperson are the header's, else the
 * member's own salesperson (`domain.md` §4.12). The segment itself does not change, so an approval stays. Contacts whose
 * privacy is blocked are not left out, as nowhere else when a segment is dealt with as a whole (`domain.md` §3.2).
 * @throws NotFoundError segment_not_found, segment_deleted; ForbiddenError outsider
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError as `readTask`; segment_empty, task_salesperson_missing
 */
export async function createForSegment(
  ctx: MemberContext,
  input: z.input<typeof createForSegmentInput>,
): Promise<Written & { segmentNo: string }> {
  const { no, expectedVersion, requestKey, ...said } = createForSegmentInput.parse(input);
  const read = readTask(ctx, said);
  const change = {
    no,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    ...(requestKey === undefined ? {} : { requestKey }),
  };
  return changeSegment(ctx, change, async (inner, segment) => {
    await allowLong(inner);
    const about = await contactsOf(inner, segment.id);
    if (about.count === 0) throw new InvalidError('segment_empty', { no: segment.no });
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
      detail: { type: said.type, ...written },
    });
    return { ...written, segmentNo: segment.no };
  });
}

/** Everybody on a segment once, in the order of the lines. */
export async function contactsOf(ctx: TransactionContext, segmentId: number): Promise<About> {
  const live = sql`l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segmentId} and l.live`;
  const [row] = await ctx.tx.execute(
    sql`select count(distinct l.contact_id)::integer as count from segment_lines l where ${live}`,
  );
  return {
    contacts: sql`
      select c.id as contact_id, c.company_id, l.place
      from (select l.contact_id, min(l.line_no) as place from segment_lines l where ${live} group by l.contact_id) l
      join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id`,
    count: Number(row?.count ?? 0),
  };
}
