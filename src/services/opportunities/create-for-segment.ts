import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { allowLong, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';
import { holdSeries, type ReservedNumbers, reserveNumbers } from '../../core/number-series.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { lockSegment, requireChangeable, type SegmentRow } from '../segments/lock-segment.ts';
import { refreshCampaigns } from './refresh.ts';
import { opportunityLines, type SegmentLinesCount } from './segment-lines.ts';

const createForSegmentInput = z.object({
  segmentNo: z.string().max(20),
  /** What happens with contacts that have an opportunity from this segment already. */
  existing: z.enum(['skip', 'add']).default('skip'),
  /** The version the person looked at; a segment that moved on since makes nothing. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

export interface OpportunitiesCreated {
  segmentNo: string;
  created: number;
  /** Contacts that had one already, and those whose privacy is blocked: both left out. */
  skipped: number;
  blocked: number;
  /** Numbers of the first and the last one; null where none was made. */
  firstNo: string | null;
  lastNo: string | null;
}

/**
 * Creates an opportunity, Not Started, for each line of a segment that has a contact (`domain.md` §4.12). Business Central
 * doubles them when it runs twice, and does not look at privacy; here contacts that have one are skipped unless it is
 * wished otherwise, and those who are blocked are left out. All or nothing, in one statement however many.
 * @throws ForbiddenError outsider
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError segment_empty, description_missing, opportunity_salespeople_missing (no, count)
 */
export async function createForSegment(
  ctx: MemberContext,
  input: z.input<typeof createForSegmentInput>,
): Promise<OpportunitiesCreated> {
  requireInsider(ctx);
  const { segmentNo, existing, expectedVersion, requestKey } = createForSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    await allowLong(inner);
    // Two who do it at once: the second waits here, and sees what the first made.
    const segment = await lockSegment(inner, segmentNo);
    await requireChangeable(inner, segment, expectedVersion);
    const { rows, counts } = await opportunityLines(inner, segment);
    requireReady(segment.no, counts, existing);
    const skipped = existing === 'skip' ? counts.existing : 0;
    const count = counts.contacts - counts.blocked - skipped;
    const kept = existing === 'skip' ? sql`not blocked and not existing` : sql`not blocked`;
    const lines = sql`select * from (${rows}) line where ${kept}`;
    const made = count === 0 ? NOTHING : await write(inner, segment, { lines, count });
    if (made.created !== count) throw new Error(`${made.created} opportunities were made of ${count} lines.`);
    const did = { created: made.created, skipped, blocked: counts.blocked };
    const { firstNo, lastNo } = made;
    await audit(inner, {
      action: 'opportunity.create-for-segment',
      subject: 'segment',
      subjectId: segment.no,
      detail: { ...did, firstNo, lastNo },
    });
    await refreshCampaigns(inner, made.campaignIds);
    return { segmentNo: segment.no, ...did, firstNo, lastNo };
  });
}

function requireReady(
  no: string,
  { contacts, untitled, orphans, newOrphans }: SegmentLinesCount,
  existing: 'skip' | 'add',
): void {
  if (contacts === 0) throw new InvalidError('segment_empty', { no });
  if (untitled > 0) throw new InvalidError('description_missing', { no });
  const count = existing === 'skip' ? newOrphans : orphans;
  if (count > 0) throw new InvalidError('opportunity_salespeople_missing', { no, count });
}

interface Made {
  created: number;
  firstNo: string | null;
  lastNo: string | null;
  campaignIds: (number | null)[];
}
const NOTHING: Made = { created: 0, firstNo: null, lastNo: null, campaignIds: [] };

/** As many numbers as there are lines, in line order; those that somebody typed are passed over. */
async function write(
  ctx: MemberContext & TransactionContext,
  segment: SegmentRow,
  { lines, count }: { lines: SQL; count: number },
): Promise<Made> {
  const { workspaceId } = ctx;
  // Whoever types a number holds the series too, so that none is typed between the two statements.
  await holdSeries(ctx, 'opportunity');
  const typed = await countTyped(ctx);
  const numbers = await reserveNumbers(ctx, 'opportunity', count + typed);
  const createdOn = today({ now: ctx.now(), timeZone: ctx.timeZone });
  const rows = await ctx.tx.execute(sql`
    with written as (
      insert into opportunities (
        workspace_id, no, description, contact_id, company_id, salesperson_code, campaign_id, segment_id,
        segment_description, created_on, status, created_by, created_at
      )
      select ${workspaceId}::bigint, numbered.no, line.description, line.contact_id, line.company_id,
        line.salesperson_code, line.campaign_id, ${segment.id}::bigint, line.description, ${createdOn}::date,
        'not-started', ${ctx.actor.memberId}::bigint, ${ctx.now().toISOString()}::timestamptz
      from (select l.*, row_number() over (order by l.line_no) as position from (${lines}) l) line
      join (${freeNumbers(workspaceId, numbers)}) numbered using (position)
      order by position
      returning no, id, campaign_id
    )
    select campaign_id, count(*) as created,
      (array_agg(no order by id))[1] as first, (array_agg(no order by id desc))[1] as last, min(id) as first_id
    from written group by campaign_id order by first_id`);
  return summed(z.array(campaignMade).parse([...rows]));
}

const campaignMade = z.object({
  campaign_id: z.coerce.number().nullable(),
  created: z.coerce.number(),
  first: z.string(),
  last: z.string(),
});

function summed(made: z.infer<typeof campaignMade>[]): Made {
  const lasts = made.map(({ last }) => last);
  return {
    created: made.reduce((sum, { created }) => sum + created, 0),
    firstNo: made[0]?.first ?? null,
    // Longer numbers come later; of the same length, text order is that of numbers.
    lastNo: lasts.sort((one, other) => one.length - other.length || (one < other ? -1 : 1)).at(-1) ?? null,
    campaignIds: made.map(({ campaign_id }) => campaign_id),
  };
}

/** Numbers of the series that were typed before it comes to them: nearly always none. */
async function countTyped(ctx: TransactionContext): Promise<number> {
  const [found] = await ctx.tx.execute(sql`
    select count(o.no) as typed
    from number_series s
    left join opportunities o on o.workspace_id = s.workspace_id and starts_with(o.no, s.prefix)
      and substr(o.no, length(s.prefix) + 1) ~ '^[0-9]{1,15}$'
      and substr(o.no, length(s.prefix) + 1)::bigint >= s.next
    where s.workspace_id = ${ctx.workspaceId} and s.series = 'opportunity'`);
  return Number(found?.typed ?? 0);
}

const freeNumbers = (workspaceId: number, { prefix, digits, first, last }: ReservedNumbers): SQL => sql`
  select no, row_number() over (order by count) as position
  from (
    select count, ${prefix}::text || lpad(count::text, greatest(${digits}::integer, length(count::text)), '0') as no
    from generate_series(${first}::bigint, ${last}::bigint) count
  ) series
  where not exists (select from opportunities o where o.workspace_id = ${workspaceId} and o.no = series.no)`;
