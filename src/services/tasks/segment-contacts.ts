import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { hasSegment } from './task-rows.ts';
import type { About } from './write-tasks.ts';

interface Segment {
  id: number;
  no: string;
}

const counts = z.object({ count: z.number(), blocked: z.number() });

/**
 * Whom tasks for a segment are about: everybody on it once, in the order of the lines, but for those whose privacy is
 * blocked, of whom it says how many they are.
 * @throws InvalidError segment_empty, segment_all_blocked
 */
export async function contactsOf(ctx: Context, { id, no }: Segment): Promise<About & { blocked: number }> {
  const { workspaceId } = ctx;
  const contacts = sql`
    select c.id as contact_id, c.company_id, c.privacy_blocked, l.place
    from (
      select l.contact_id, min(l.line_no) as place from segment_lines l
      where l.workspace_id = ${workspaceId} and l.segment_id = ${id} and l.live group by l.contact_id
    ) l join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id`;
  const [row] = await executor(ctx).execute(sql`
    select (count(*) filter (where not privacy_blocked))::integer as count,
      (count(*) filter (where privacy_blocked))::integer as blocked
    from (${contacts}) about`);
  const { count, blocked } = counts.parse(row);
  if (count + blocked === 0) throw new InvalidError('segment_empty', { no });
  if (count === 0) throw new InvalidError('segment_all_blocked', { no });
  return { contacts: sql`select * from (${contacts}) about where not privacy_blocked`, count, blocked };
}

/** How many open tasks a segment has, as its list shows them. */
export async function countOpen(ctx: Context, { id }: Pick<Segment, 'id'>): Promise<number> {
  const [row] = await executor(ctx).execute(sql`
    select count(*)::integer as open from tasks t
    where t.workspace_id = ${ctx.workspaceId} and t.segment_id = ${id} and t.kind = 'organizer'
      and t.closed_on is null and ${hasSegment}`);
  return z.object({ open: z.number() }).parse(row).open;
}
