import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';
import { holdSeries, reserveNumbers, sqlNumberAt } from '../../core/number-series.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { contactCounts, countColumns, opportunityLines } from './segment-lines.ts';

const written = contactCounts.extend({
  created: z.coerce.number(),
  /** Numbers of the first and the last one; null where none was made. */
  firstNo: z.string().nullable(),
  lastNo: z.string().nullable(),
  /** The last count of the series that was used. */
  lastCount: z.coerce.number().nullable(),
  campaignIds: z.array(z.number().nullable()),
});

type Series = NonNullable<Awaited<ReturnType<typeof holdSeries>>>;

/**
 * Writes the opportunities of a segment's contacts, numbered in line order; numbers that somebody typed are passed over.
 * Counts and writes in one statement, so that both see the same contacts; those that lack something are only counted,
 * and the caller refuses the whole.
 * @throws InvalidError number_series_missing
 */
export async function writeForSegment(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  existing: 'skip' | 'add',
) {
  const { workspaceId } = ctx;
  // Whoever makes an opportunity otherwise holds the series too, and none is typed between the statements.
  const series = await holdSeries(ctx, 'opportunity');
  if (!series) throw new InvalidError('number_series_missing', { series: 'opportunity' });
  const most = segment.companies + segment.people;
  const size = most + (await countTyped(ctx, series, most));
  const createdOn = today({ now: ctx.now(), timeZone: ctx.timeZone });
  const [row] = await ctx.tx.execute(sql`
    with line as materialized (${await opportunityLines(ctx, segment)}),
    chosen as (
      select line.*, row_number() over (order by line_no) as position from line
      where not blocked and salesperson_code is not null and description <> ''
        and ${existing === 'skip' ? sql`not existing` : sql`true`}
    ),
    numbered as materialized (
      select no, count, row_number() over (order by count) as position from (${numbersOf(series, size)}) series
      where not exists (select from opportunities o where o.workspace_id = ${workspaceId} and o.no = series.no)
    ),
    written as (
      insert into opportunities (
        workspace_id, no, description, contact_id, company_id, salesperson_code, campaign_id, segment_id,
        segment_description, created_on, status, created_by, created_at
      )
      select ${workspaceId}::bigint, numbered.no, chosen.description, chosen.contact_id, chosen.company_id,
        chosen.salesperson_code, chosen.campaign_id, ${segment.id}::bigint, chosen.description, ${createdOn}::date,
        'not-started', ${ctx.actor.memberId}::bigint, ${ctx.now().toISOString()}::timestamptz
      from chosen join numbered using (position)
      order by position
      returning no, id, campaign_id
    )
    select ${countColumns},
      (select count(*) from written) as created,
      (select no from written order by id limit 1) as "firstNo",
      (select no from written order by id desc limit 1) as "lastNo",
      (select max(count) from chosen join numbered using (position)) as "lastCount",
      (select coalesce(json_agg(distinct campaign_id), '[]') from written) as "campaignIds"
    from line`);
  const { created, firstNo, lastNo, lastCount, campaignIds, ...counts } = written.parse(row);
  if (lastCount !== null) await reserveNumbers(ctx, 'opportunity', lastCount - series.next + 1);
  return { counts, created, firstNo, lastNo, campaignIds };
}

/** How many of the numbers that so many opportunities need were typed before the series comes to them: nearly always none. */
async function countTyped(ctx: TransactionContext, series: Series, most: number): Promise<number> {
  for (let typed = 0; ; ) {
    const [found] = await ctx.tx.execute(sql`
      select count(*) as typed from (${numbersOf(series, most + typed)}) series
      join opportunities o on o.workspace_id = ${ctx.workspaceId} and o.no = series.no`);
    if (Number(found?.typed) === typed) return typed;
    typed = Number(found?.typed);
  }
}

/** SQL: the next numbers of a series, with their count. */
const numbersOf = (series: Series, size: number): SQL => sql`
  select count, ${sqlNumberAt(series, sql`count`)} as no
  from generate_series(${series.next}::bigint, ${series.next + size - 1}::bigint) count`;
