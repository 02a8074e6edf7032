import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { readHeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLineValues } from '../segments/read-line-values.ts';
import { firstChoosable } from '../setup/find-codes.ts';

/** How many opportunities a segment's contacts would make. */
export const contactCounts = z.object({
  contacts: z.coerce.number(),
  /** Of these: left out because their privacy is blocked. */
  blocked: z.coerce.number(),
  /** Of the others: those who have an opportunity from this segment already. */
  existing: z.coerce.number(),
  /** Of those not blocked: without a salesperson who can be chosen; all of them, and those without an opportunity. */
  orphans: z.coerce.number(),
  newOrphans: z.coerce.number(),
  /** Of those not blocked: without a description. */
  untitled: z.coerce.number(),
});
export type ContactCounts = z.output<typeof contactCounts>;

/** SQL: the columns of `contactCounts`, over what `opportunityLines` selects. */
export const countColumns = sql`
  count(*) as contacts,
  count(*) filter (where blocked) as blocked,
  count(*) filter (where not blocked and existing) as existing,
  count(*) filter (where not blocked and salesperson_code is null) as orphans,
  count(*) filter (where not blocked and not existing and salesperson_code is null) as "newOrphans",
  count(*) filter (where not blocked and description = '') as untitled`;

/**
 * SQL: of each contact of a segment what an opportunity takes over, blocked ones too: `line_no`, `contact_id`, …; what
 * its first line says, from the header or of its own. A salesperson who is blocked is passed over for the member's own.
 */
export async function opportunityLines(ctx: MemberContext, segment: SegmentRow): Promise<SQL> {
  const { workspaceId } = ctx;
  const value = await readLineValues(ctx, segment.id, await readHeaderValues(ctx, segment));
  const own = await firstChoosable(ctx, [ctx.actor.salespersonCode]);
  return sql`
    select distinct on (c.id) l.line_no, c.id as contact_id, c.company_id, c.privacy_blocked as blocked,
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
    where l.workspace_id = ${workspaceId} and l.segment_id = ${segment.id} and l.live
    order by c.id, l.line_no`;
}

/**
 * Refuses a segment that cannot make opportunities, whoever asks.
 * @throws InvalidError segment_empty, description_missing
 */
export function requireWhole(no: string, { contacts, untitled }: ContactCounts): void {
  if (contacts === 0) throw new InvalidError('segment_empty', { no });
  if (untitled > 0) throw new InvalidError('description_missing', { no });
}
