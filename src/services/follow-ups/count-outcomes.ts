import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import type { Counts } from '../segments/types.ts';
import { type FollowUpOutcome, hasOutcome, OUTCOMES, outcomesOf } from './outcomes.ts';

const row = z.object({
  outcome: z.enum(OUTCOMES),
  companies: z.coerce.number(),
  people: z.coerce.number(),
});

/** How many lines a follow-up of a logged segment would have, for each outcome; one pass over its interactions. */
export async function countOutcomes(
  ctx: Context,
  input: { loggedSegmentId: number },
): Promise<Record<FollowUpOutcome, Counts>> {
  requireInsider(ctx);
  const { workspaceId } = ctx;
  const rows = await executor(ctx).execute(sql`
    with lines as (
      select c.type = 'company' as is_company, o.reached, o.positive, o.responded
      from interaction_log_entries e
      join contacts c on c.workspace_id = ${workspaceId} and c.id = e.contact_id
      join (${outcomesOf(workspaceId, input.loggedSegmentId)}) o on o.contact_id = e.contact_id
      where e.workspace_id = ${workspaceId} and e.logged_segment_id = ${input.loggedSegmentId}
    )
    ${sql.join(
      OUTCOMES.map(
        (outcome) => sql`select ${outcome}::text as outcome, count(*) filter (where is_company) as companies,
          count(*) filter (where not is_company) as people
        from lines o ${outcome === 'all' ? sql`` : sql`where ${hasOutcome(outcome)}`}`,
      ),
      sql` union all `,
    )}`);
  const none = { companies: 0, people: 0 };
  const counted: Record<FollowUpOutcome, Counts> = {
    all: none,
    reached: none,
    'not-reached': none,
    positive: none,
    responded: none,
  };
  for (const { outcome, ...counts } of z.array(row).parse([...rows])) counted[outcome] = counts;
  return counted;
}
