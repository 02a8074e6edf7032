import { type SQL, sql } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { numberAt, type ReservedNumbers, reserveNumbers, sqlNumberAt } from '../../core/number-series.ts';
import { tellGiven } from './tell-given.ts';
import type { TaskPriority, TaskType } from './types.ts';

/** What tasks that are written together have in common. */
export interface NewTask {
  type: TaskType;
  description: string;
  date: string;
  priority: TaskPriority;
  salespersonCode: string;
  campaignId: number | null;
  segmentId: number | null;
  entryId: number | null;
}

/** Whom they are about: a select with the columns `contact_id`, `company_id` and `place`, and how many it gives. */
export interface About {
  contacts: SQL;
  count: number;
}

export const NOBODY: About = {
  contacts: sql`select null::bigint as contact_id, null::bigint as company_id, null::bigint as place where false`,
  count: 0,
};

export interface Written {
  /** How many are to be done. */
  tasks: number;
  contacts: number;
  /** Numbers of the first and last of those. */
  first: string;
  last: string;
}

/**
 * Writes tasks in one statement, however many: for each contact one that is to be done and one that says the contact
 * is part of it; of a meeting with several one that is to be done, with all of them as attendees (`domain.md` §4.12).
 * Their salesperson is told, unless it is the member.
 * @throws InvalidError number_series_missing
 */
export async function writeTasks(
  ctx: MemberContext & TransactionContext,
  task: NewTask,
  { contacts, count }: About,
): Promise<Written> {
  const together = count === 0 || (task.type === 'meeting' && count > 1);
  const organizers = together ? 1 : count;
  const numbers = await reserveNumbers(ctx, 'task', organizers + count);
  const columns =
    sql.raw(`workspace_id, kind, type, description, date, priority, salesperson_code, campaign_id,
    segment_id, entry_id, created_by, created_at, no, contact_id, company_id, organizer_id`);
  const values = (kind: 'organizer' | 'contact-attendee') => sql`${ctx.workspaceId}::bigint, ${kind}::text,
    ${task.type}::text, ${task.description}::text, ${task.date}::date, ${task.priority}::text,
    ${task.salespersonCode}::text, ${task.campaignId}::bigint, ${task.segmentId}::bigint, ${task.entryId}::bigint,
    ${ctx.actor.memberId}::bigint, ${ctx.now().toISOString()}::timestamptz`;
  const toDo = together
    ? sql`select ${values('organizer')}, ${placed(numbers, sql`1`)}, null::bigint, null::bigint, null::bigint`
    : sql`select ${values('organizer')}, ${placed(numbers, sql`n`)}, contact_id, company_id, null::bigint from chosen`;
  const written = await ctx.tx.execute(sql`
    with chosen as (
      select contact_id, company_id, row_number() over (order by place, contact_id) as n from (${contacts}) about
    ), organizers as (
      insert into tasks (${columns}) ${toDo} returning id, contact_id
    )
    insert into tasks (${columns})
    select ${values('contact-attendee')}, ${placed(numbers, sql`${organizers}::bigint + c.n`)}, c.contact_id, c.company_id,
      o.id
    from chosen c join organizers o on ${together ? sql`true` : sql`o.contact_id = c.contact_id`}`);
  // Of those who were counted, somebody was blocked in the same moment.
  if (written.count !== count)
    throw new Error(`Tasks for ${written.count} of ${count} contacts were written.`);
  const first = numberAt(numbers, numbers.first);
  const last = numberAt(numbers, numbers.first + organizers - 1);
  const { salespersonCode } = task;
  await tellGiven(ctx, { no: first, version: 1, tasks: organizers, salespersonCode });
  return { tasks: organizers, contacts: count, first, last };
}

/** SQL: the number at a 1-based place of those that were reserved. */
const placed = (numbers: ReservedNumbers, place: SQL): SQL =>
  sqlNumberAt(numbers, sql`${numbers.first}::bigint - 1 + ${place}`);
