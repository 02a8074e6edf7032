import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { at, type ListKey, liveLines, offered } from './sql.ts';
import { type CallProgress, type FinalOutcome, OUTCOMES } from './types.ts';

const FINAL = OUTCOMES.filter((outcome): outcome is FinalOutcome => outcome !== 'call-back');

const figures = z.object({
  total: z.coerce.number(),
  waiting: z.coerce.number(),
  next_at: z.coerce.date().nullable(),
  kept: z.coerce.number(),
  left: z.coerce.number(),
  done: z.record(z.enum(FINAL), z.coerce.number()),
});

const caller = z.object({ member_id: z.coerce.number(), slack_user_id: z.string(), name: z.string() });

/**
 * How far a call list is. Contacts that have left the segment do not count, those that came later do. A segment that is
 * logged or deleted has no lines any more; there, what was called is what counts.
 */
export async function readProgress(
  ctx: Context,
  list: ListKey,
  segment: Pick<SegmentRow, 'state'>,
): Promise<CallProgress> {
  const closed = segment.state === 'logged' || segment.state === 'deleted';
  const [row] = await executor(ctx).execute(sql`
    select count(*) as total,
      count(*) filter (where state = 'later' and offered) as waiting,
      min(until) filter (where state = 'later' and offered) as next_at,
      count(*) filter (where state in ('free', 'later') and not offered) as kept,
      count(*) filter (where state = 'free' and offered) as left,
      ${doneByOutcome} as done
    from (
      select case when i.state is null or (i.state = 'taken' and i.until < ${at(ctx.now())}) then 'free' else i.state end
        as state, i.until, i.outcome, c.offered
      from (${closed ? calledContacts(ctx, list) : lineContacts(ctx, list)}) c
      left join call_items i on i.workspace_id = ${ctx.workspaceId} and i.call_list_id = ${list.id}
        and i.contact_id = c.id
    ) contact`);
  const { next_at, done, ...counts } = figures.parse(row);
  return { ...counts, done, nextAt: next_at, calling: closed ? [] : await readCallers(ctx, list) };
}

const doneByOutcome: SQL = sql`jsonb_build_object(${sql.join(
  FINAL.map((outcome) => {
    const name = sql.raw(`'${outcome}'`);
    return sql`${name}, count(*) filter (where state = 'done' and outcome = ${name})`;
  }),
  sql`, `,
)})`;

const lineContacts = (ctx: Context, list: ListKey): SQL =>
  sql`select distinct c.id, ${offered(ctx)} as offered from ${liveLines(ctx, list)}`;

const calledContacts = (ctx: Context, list: ListKey): SQL => sql`
  select i.contact_id as id, true as offered from call_items i
  where i.workspace_id = ${ctx.workspaceId} and i.call_list_id = ${list.id} and i.state <> 'taken'`;

async function readCallers(ctx: Context, list: ListKey): Promise<CallProgress['calling']> {
  const rows = await executor(ctx).execute(sql`
    select m.id as member_id, m.slack_user_id, m.name from call_items i
    join members m on m.workspace_id = ${ctx.workspaceId} and m.id = i.member_id
    where i.workspace_id = ${ctx.workspaceId} and i.call_list_id = ${list.id} and i.state = 'taken'
      and i.until >= ${at(ctx.now())} and exists (
        select from segment_lines l where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${list.segmentId}
          and l.contact_id = i.contact_id and l.live)
    order by m.name, m.id`);
  return rows.map((found) => {
    const { member_id, slack_user_id, name } = caller.parse(found);
    return { memberId: member_id, slackUserId: slack_user_id, name };
  });
}
