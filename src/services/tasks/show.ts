import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findTaskId } from './find-task.ts';
import { taskColumns, taskNames, taskRow } from './task-rows.ts';
import type { TaskCard } from './types.ts';

/** Attendees that are named. */
const NAMED = 5;

const card = taskRow.extend({
  attendeeNames: z.array(z.string()),
  privacyBlocked: z.boolean(),
  createdBy: z.object({ slackUserId: z.string() }),
});

/** A task for its card; the number of an attendee's shows what is to be done. @throws NotFoundError task_not_found */
export async function showTask(ctx: Context, { no }: { no: string }): Promise<TaskCard> {
  requireInsider(ctx);
  const id = await findTaskId(ctx, no);
  if (id === undefined) throw new NotFoundError('task_not_found', { no: asNumber(no) });
  const [row] = await executor(ctx).execute(sql`
    select ${taskColumns}, coalesce(c.privacy_blocked, false) as "privacyBlocked",
      json_build_object('slackUserId', m.slack_user_id) as "createdBy",
      array(
        select n.name from tasks a
        join contacts n on n.workspace_id = a.workspace_id and n.id = a.contact_id
        where a.workspace_id = t.workspace_id and a.organizer_id = t.id
        order by a.id limit ${NAMED}
      ) as "attendeeNames"
    from tasks t ${taskNames}
    join members m on m.workspace_id = t.workspace_id and m.id = t.created_by
    where t.workspace_id = ${ctx.workspaceId} and t.id = ${id}`);
  return card.parse(row);
}
