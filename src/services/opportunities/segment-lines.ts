import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { readHeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLineValues } from '../segments/read-line-values.ts';
import { firstChoosable } from '../setup/find-codes.ts';

/** How many opportunities a segment's lines would make. */
export interface SegmentLinesCount {
  /** Lines with a contact. */
  contacts: number;
  /** Of these: left out because the contact's privacy is blocked. */
  blocked: number;
  /** Of the others: those whose contact has an opportunity from this segment already. */
  existing: number;
  /** Of those not blocked: lines that have no salesperson who can be chosen; all of them, and those without an opportunity. */
  orphans: number;
  newOrphans: number;
  /** Of those not blocked: lines without a description. */
  untitled: number;
}

export interface OpportunityLines {
  /** SQL: a line of what becomes an opportunity of each contact, as `line_no`, `contact_id`, …; blocked ones too. */
  rows: SQL;
  counts: SegmentLinesCount;
}

const counts = z.object({
  contacts: z.coerce.number(),
  blocked: z.coerce.number(),
  existing: z.coerce.number(),
  orphans: z.coerce.number(),
  newOrphans: z.coerce.number(),
  untitled: z.coerce.number(),
});

/**
 * What the lines of a segment say that an opportunity takes over, each from the header or of its own (`domain.md`
 * §4.12). A salesperson who is blocked is passed over for the member's own.
 */
export async function opportunityLines(ctx: MemberContext, segment: SegmentRow): Promise<OpportunityLines> {
  const { workspaceId } = ctx;
  const value = await readLineValues(ctx, segment.id, await readHeaderValues(ctx, segment));
  const own = await firstChoosable(ctx, [ctx.actor.salespersonCode]);
  const rows = sql`
    select l.line_no, c.id as contact_id, c.company_id, c.privacy_blocked as blocked,
      coalesce(${value('description')}, '') as description, cp.id as campaign_id,
      coalesce(sp.code, ${own ?? null}::text) as salesperson_code,
      c.id in (
        select o.contact_id from opportunities o
        where o.workspace_id = ${workspaceId} and o.segment_id = ${segment.id}
      ) as existing
    from segment_lines l
    join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
    left join salespeople sp
      on sp.workspace_id = ${workspaceId} and sp.code = ${value('salespersonCode')} and not sp.blocked
    left join campaigns cp on cp.workspace_id = ${workspaceId} and cp.no = ${value('campaignNo')}
    where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live`;
  const [found] = await executor(ctx).execute(sql`
    select count(*) as contacts,
      count(*) filter (where blocked) as blocked,
      count(*) filter (where not blocked and existing) as existing,
      count(*) filter (where not blocked and salesperson_code is null) as orphans,
      count(*) filter (where not blocked and not existing and salesperson_code is null) as "newOrphans",
      count(*) filter (where not blocked and description = '') as untitled
    from (${rows}) line`);
  return { rows, counts: counts.parse(found) };
}
