import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { TASK_PRIORITIES, TASK_STATUSES, TASK_TYPES } from './task-input.ts';
import type { TaskRow } from './types.ts';

const named = z.object({ no: z.string(), description: z.string() });

export const taskRow = z.object({
  id: z.coerce.number(),
  no: z.string(),
  type: z.enum(TASK_TYPES),
  description: z.string(),
  date: z.string(),
  priority: z.enum(TASK_PRIORITIES),
  status: z.enum(TASK_STATUSES),
  canceled: z.boolean(),
  closedOn: z.string().nullable(),
  salesperson: z.object({ code: z.string(), description: z.string() }),
  contact: z
    .object({
      no: z.string(),
      name: z.string(),
      type: z.enum(['company', 'person']),
      companyName: z.string(),
      city: z.string(),
    })
    .nullable(),
  attendees: z.coerce.number(),
  campaign: named.nullable(),
  segmentNo: z.string().nullable(),
  version: z.coerce.number(),
}) satisfies z.ZodType<TaskRow>;

/**
 * Whether the segment of a task `t` is still its own. A contact that is taken off a segment loses it (`domain.md` §3.5);
 * that is looked up and not stored, so that undo and redo of the segment's steps bring it back exactly. A meeting with
 * several keeps it: it belongs to no single line.
 */
export const hasSegment = sql`t.segment_id is not null and (t.contact_id is null or exists (
  select from segment_lines l where l.workspace_id = t.workspace_id and l.segment_id = t.segment_id
    and l.contact_id = t.contact_id and l.live))`;

/** The columns of `taskRow` for a task `t`. */
export const taskColumns = sql`
  t.id, t.no, t.type, t.description, t.date::text as date, t.priority, t.status, t.canceled,
  t.closed_on::text as "closedOn", t.version,
  json_build_object('code', p.code, 'description', p.description) as salesperson,
  case when c.id is not null then json_build_object('no', c.no, 'name', c.name, 'type', c.type, 'city', c.city,
    'companyName', case c.type when 'company' then '' else c.company_name end) end as contact,
  (select count(*) from tasks a where a.workspace_id = t.workspace_id and a.organizer_id = t.id) as attendees,
  case when k.id is not null then json_build_object('no', k.no, 'description', k.description) end as campaign,
  case when ${hasSegment} then s.no end as "segmentNo"`;

/** What `taskColumns` are taken from, beside `t`. */
export const taskNames = sql`
  join salespeople p on p.workspace_id = t.workspace_id and p.code = t.salesperson_code
  left join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
  left join campaigns k on k.workspace_id = t.workspace_id and k.id = t.campaign_id
  left join segments s on s.workspace_id = t.workspace_id and s.id = t.segment_id`;

/** A page of the tasks `t` that meet a condition, by date; the names are looked up for what is on the page only. */
export async function pageTasks(
  ctx: Context,
  condition: SQL,
  { from, limit }: { from: number; limit: number },
): Promise<TaskRow[]> {
  const rows = await executor(ctx).execute(sql`
    select ${taskColumns}
    from (
      select * from tasks t where ${condition} order by t.date, t.id limit ${limit} offset ${from - 1}
    ) t ${taskNames}
    order by t.date, t.id`);
  return z.array(taskRow).parse([...rows]);
}
