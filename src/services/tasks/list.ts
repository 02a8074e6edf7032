import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findContact } from '../contacts/find-contact.ts';
import { findSegment } from '../segments/find-segment.ts';
import { openTasksOf } from './next-task.ts';
import { hasSegment, pageTasks } from './task-rows.ts';
import type { TaskRow } from './types.ts';

/** Whose open tasks: the member's own, everybody's, a contact's (a company's people's too), a segment's. */
export const taskScope = z.object({
  kind: z.enum(['mine', 'all', 'contact', 'segment']),
  /** Number of the contact or segment. */
  key: z.string().max(20).default(''),
});
export type TaskScope = z.output<typeof taskScope>;

const listTasksInput = z.object({
  scope: taskScope.default({ kind: 'mine', key: '' }),
  /** 1-based position of the first one. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(8),
});

export interface TaskList {
  /** What a contact or segment is called. */
  name: string;
  tasks: TaskRow[];
  total: number;
  /** Dated before today in the member's zone. */
  overdue: number;
  /** The segment is logged, and its tasks have no segment any more. */
  logged: boolean;
}

/**
 * Open tasks by date, the earliest first.
 * @throws NotFoundError contact_not_found, segment_not_found, segment_deleted
 */
export async function listTasks(
  ctx: MemberContext,
  input: z.input<typeof listTasksInput> = {},
): Promise<TaskList> {
  requireInsider(ctx);
  const { scope, from, limit } = listTasksInput.parse(input);
  const { name, meant, logged = false } = await scoped(ctx, scope);
  const open = sql`t.workspace_id = ${ctx.workspaceId} and t.kind = 'organizer' and t.closed_on is null and ${meant}`;
  const day = today({ now: ctx.now(), timeZone: ctx.timeZone });
  const [row] = await executor(ctx).execute(sql`
    select count(*)::integer as total, count(*) filter (where t.date < ${day}::date)::integer as overdue
    from tasks t where ${open}`);
  const { total, overdue } = z.object({ total: z.number(), overdue: z.number() }).parse(row);
  const tasks = total ? await pageTasks(ctx, open, { from, limit }) : [];
  return { name, tasks, total, overdue, logged };
}

interface Scoped {
  name: string;
  meant: SQL;
  logged?: boolean;
}

async function scoped(ctx: MemberContext, { kind, key }: TaskScope): Promise<Scoped> {
  switch (kind) {
    case 'mine':
      return { name: '', meant: sql`t.salesperson_code = ${ctx.actor.salespersonCode ?? ''}` };
    case 'all':
      return { name: '', meant: sql`true` };
    case 'segment': {
      const { id, description, state } = await findSegment(ctx, key);
      const meant = sql`t.segment_id = ${id} and ${hasSegment}`;
      return { name: description, meant, logged: state === 'logged' };
    }
    case 'contact': {
      const contact = await findContact(ctx, key);
      return {
        name: contact.name,
        // Of a meeting with several, the attendees' say whom it is about.
        meant: sql`t.id in (
          select coalesce(a.organizer_id, a.id) from tasks a where ${openTasksOf(ctx, contact)})`,
      };
    }
  }
}
