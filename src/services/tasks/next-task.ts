import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';

interface Contact {
  id: number;
  type: 'company' | 'person';
}

/** Open tasks `a` of a contact, the attendees' among them; a company's are those of its people too (`domain.md` §3.1). */
export const openTasksOf = (ctx: Context, { id, type }: Contact): SQL =>
  sql`a.workspace_id = ${ctx.workspaceId} and a.closed_on is null
    and ${type === 'company' ? sql`a.company_id` : sql`a.contact_id`} = ${id}`;

/** A contact's open tasks in figures. */
export interface NextTask {
  open: number;
  /** The date of the earliest; null where there is none. */
  date: string | null;
}

const figures = z.object({ open: z.number(), date: z.string().nullable() });

/** The next task date of a contact, worked out when it is read (`domain.md` §3.1). */
export async function nextTask(ctx: Context, contact: Contact): Promise<NextTask> {
  const [row] = await executor(ctx).execute(sql`
    select count(distinct coalesce(a.organizer_id, a.id))::integer as open, min(a.date)::text as date
    from tasks a where ${openTasksOf(ctx, contact)}`);
  return figures.parse(row);
}
