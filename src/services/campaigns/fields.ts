import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { isBusinessDate } from '../../core/dates.ts';
import { type ErrorCode, type ErrorParams, type FieldProblem, InvalidError } from '../../core/errors.ts';
import { campaignStatuses } from '../../db/schema/index.ts';
import { usualChannel } from '../interactions/usual-channel.ts';
import { findSalesperson } from '../setup/find-codes.ts';
import type { CampaignRow } from './find-campaign.ts';

/** `domain.md` §3.8 */
export const MAX_DESCRIPTION = 100;

/** What people set on a campaign; what is left out stays, null clears. */
export const campaignChanges = z.object({
  description: z.string().trim().optional(),
  /** Business dates, `YYYY-MM-DD`. */
  startingDate: z.string().nullish(),
  endingDate: z.string().nullish(),
  /** The owner. */
  salespersonCode: z.string().nullish(),
  statusCode: z.string().nullish(),
  /** Slack channel where its segments are logged. */
  logChannel: z.string().max(30).nullish(),
  /** Whether the channel is told every Monday how the week went. */
  digest: z.boolean().optional(),
});
export type CampaignChanges = z.input<typeof campaignChanges>;

type Values = Pick<
  CampaignRow,
  'description' | 'startingDate' | 'endingDate' | 'salespersonCode' | 'statusCode' | 'logChannel'
>;

export const NEW_CAMPAIGN: Values = {
  description: '',
  startingDate: null,
  endingDate: null,
  salespersonCode: null,
  statusCode: null,
  logChannel: null,
};

const kept = <T>(wanted: T | undefined, now: T): T => (wanted === undefined ? now : wanted);

/**
 * What a campaign says after the changes, with codes as the tables have them; an owner who was blocked since may stay.
 * @throws InvalidError with every field that is wrong: campaign_description_missing, too_long, date_out_of_range,
 * dates_reversed; salesperson_not_found; unknown_code (status); digest_needs_channel
 */
export async function resolveFields(
  ctx: Context,
  now: Values,
  wanted: z.output<typeof campaignChanges>,
): Promise<Values> {
  const after: Values = {
    description: kept(wanted.description, now.description),
    startingDate: kept(wanted.startingDate, now.startingDate) || null,
    endingDate: kept(wanted.endingDate, now.endingDate) || null,
    salespersonCode: kept(wanted.salespersonCode, now.salespersonCode) || null,
    statusCode: kept(wanted.statusCode, now.statusCode) || null,
    logChannel: kept(wanted.logChannel, now.logChannel) || null,
  };
  const problems = [...descriptionProblems(after), ...dateProblems(after)];
  const [first] = problems;
  if (first) throw new InvalidError(first.code, first.params, problems);
  if (after.salespersonCode !== null && after.salespersonCode !== now.salespersonCode) {
    after.salespersonCode = (await findSalesperson(ctx, after.salespersonCode)).code;
  }
  if (after.statusCode !== null) after.statusCode = await findStatus(ctx, after.statusCode);
  if (wanted.digest) await requireChannel(ctx, after);
  return after;
}

const problem = (field: string, code: ErrorCode, params: ErrorParams = {}): FieldProblem => ({
  field,
  code,
  params,
});

function descriptionProblems({ description }: Values): FieldProblem[] {
  if (description === '') return [problem('description', 'campaign_description_missing')];
  if (description.length <= MAX_DESCRIPTION) return [];
  return [problem('description', 'too_long', { field: 'description', max: MAX_DESCRIPTION })];
}

function dateProblems({ startingDate, endingDate }: Values): FieldProblem[] {
  const fields = { startingDate, endingDate };
  const wrong = Object.entries(fields)
    .filter(([, date]) => date !== null && !isBusinessDate(date))
    .map(([field]) => problem(field, 'date_out_of_range'));
  if (wrong.length > 0 || startingDate === null || endingDate === null) return wrong;
  return startingDate > endingDate ? [problem('endingDate', 'dates_reversed')] : [];
}

async function findStatus(ctx: Context, code: string): Promise<string> {
  const wanted = code.trim().toUpperCase();
  const [status] = await executor(ctx)
    .select({ code: campaignStatuses.code })
    .from(campaignStatuses)
    .where(and(eq(campaignStatuses.workspaceId, ctx.workspaceId), eq(campaignStatuses.code, wanted)));
  if (status) return status.code;
  const params = { field: 'status', value: code, suggestion: 'none' };
  throw new InvalidError('unknown_code', params, [problem('status', 'unknown_code', params)]);
}

async function requireChannel(ctx: Context, { logChannel }: Values): Promise<void> {
  if (logChannel !== null || (await usualChannel(ctx, null)) !== null) return;
  throw new InvalidError('digest_needs_channel', {}, [problem('digest', 'digest_needs_channel')]);
}
