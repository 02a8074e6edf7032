import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { Context, MemberContext } from '../../core/context.ts';
import { isBusinessDate, today } from '../../core/dates.ts';
import { type FieldProblem, InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { opportunities } from '../../db/schema/index.ts';
import { withCents } from '../segments/field-input.ts';
import { isValue, MAX_REASON, problem } from './fields.ts';
import { lockActive } from './find-opportunity.ts';
import { refreshCampaigns } from './refresh.ts';

const closeOpportunityInput = z.object({
  opportunityNo: z.string().max(20),
  outcome: z.enum(['won', 'lost']),
  /** Business date, `YYYY-MM-DD`. */
  date: z.string(),
  reason: z.string().trim(),
  /** What it came to, a decimal string, for one that is won; left out: the estimated value. */
  value: z.string().trim().nullish(),
  /** The version the person looked at; an opportunity that moved on since is not closed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});
type Closing = z.output<typeof closeOpportunityInput>;

/**
 * Closes an opportunity, for good: won with a value above 0 and chances of 100 %, lost with chances of 0 (`domain.md`
 * §4.13). The estimated value of one that is lost stays, so that it can be told what was lost.
 * @throws ForbiddenError outsider
 * @throws NotFoundError, ConflictError as `lockActive`
 * @throws InvalidError with every field that is wrong: date_out_of_range, opportunity_close_ahead (date); reason_missing,
 * too_long (reason); opportunity_value_invalid (value)
 */
export async function closeOpportunity(
  ctx: MemberContext,
  input: z.input<typeof closeOpportunityInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { opportunityNo, expectedVersion, requestKey, ...closing } = closeOpportunityInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const row = await lockActive(inner, opportunityNo, expectedVersion);
    const { outcome, date, reason } = closing;
    const value = outcome === 'won' ? closing.value || row.estimatedValue : row.estimatedValue;
    requireWhole(inner, { ...closing, value });
    await inner.tx
      .update(opportunities)
      .set({
        status: outcome,
        closedOn: date,
        closeReason: reason,
        estimatedValue: value ? withCents(value) : null,
        chances: outcome === 'won' ? 100 : 0,
        version: sql`${opportunities.version} + 1`,
      })
      .where(and(eq(opportunities.workspaceId, ctx.workspaceId), eq(opportunities.id, row.id)));
    await audit(inner, {
      action: outcome === 'won' ? 'opportunity.win' : 'opportunity.lose',
      subject: 'opportunity',
      subjectId: row.no,
    });
    await refreshCampaigns(inner, [row.campaignId]);
    return { no: row.no };
  });
}

function requireWhole(
  ctx: Context,
  { outcome, date, reason, value }: Pick<Closing, 'outcome' | 'date' | 'reason' | 'value'>,
): void {
  const ahead = date > today({ now: ctx.now(), timeZone: ctx.timeZone });
  const problems: FieldProblem[] = [
    ...(isBusinessDate(date)
      ? ahead
        ? [problem('date', 'opportunity_close_ahead')]
        : []
      : [problem('date', 'date_out_of_range')]),
    ...(reason === '' ? [problem('reason', 'reason_missing')] : []),
    ...(reason.length > MAX_REASON
      ? [problem('reason', 'too_long', { field: 'reason', max: MAX_REASON })]
      : []),
    ...(outcome === 'won' && !isValue(value ?? '') ? [problem('value', 'opportunity_value_invalid')] : []),
  ];
  const [first] = problems;
  if (first) throw new InvalidError(first.code, first.params, problems);
}
