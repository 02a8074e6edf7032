import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Context, executor, type TransactionContext } from '../../core/context.ts';
import { type ErrorCode, InvalidError } from '../../core/errors.ts';
import { campaigns, interactionTemplates, languages, salespeople } from '../../db/schema/index.ts';

const unknown = (code: ErrorCode, field: string, value: string) =>
  new InvalidError(code, { code: value, no: value }, [{ field, code, params: { code: value, no: value } }]);

const selectCampaign = (ctx: Context, no: string) =>
  executor(ctx)
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.no, no.trim().toUpperCase())));

/** @throws InvalidError campaign_not_found on field `campaign` */
export async function findCampaign(ctx: Context, no: string) {
  const [campaign] = await selectCampaign(ctx, no);
  if (!campaign) throw unknown('campaign_not_found', 'campaign', no);
  return campaign;
}

/** The same, kept from being deleted meanwhile. @throws InvalidError campaign_not_found on field `campaign` */
export async function holdCampaign(ctx: TransactionContext, no: string) {
  const [campaign] = await selectCampaign(ctx, no).for('key share');
  if (!campaign) throw unknown('campaign_not_found', 'campaign', no);
  return campaign;
}

/** @throws InvalidError template_not_found on field `template` */
export async function findTemplate(ctx: Context, code: string) {
  const [template] = await executor(ctx)
    .select()
    .from(interactionTemplates)
    .where(
      and(
        eq(interactionTemplates.workspaceId, ctx.workspaceId),
        eq(interactionTemplates.code, code.trim().toUpperCase()),
      ),
    );
  if (!template) throw unknown('template_not_found', 'template', code);
  return template;
}

/** Blocked salespeople cannot be chosen (`domain.md` §3.3). @throws InvalidError salesperson_not_found on field `salesperson` */
export async function findSalesperson(ctx: Context, code: string) {
  const [salesperson] = await executor(ctx)
    .select()
    .from(salespeople)
    .where(
      and(
        eq(salespeople.workspaceId, ctx.workspaceId),
        eq(sql`upper(${salespeople.code})`, code.trim().toUpperCase()),
        eq(salespeople.blocked, false),
      ),
    );
  if (!salesperson) throw unknown('salesperson_not_found', 'salesperson', code);
  return salesperson;
}

/** The first of these salespeople who can be chosen, for where nobody chose one. */
export async function firstChoosable(
  ctx: Context,
  codes: (string | null | undefined)[],
): Promise<string | undefined> {
  const given = codes.flatMap((code) => code || []);
  const rows = await executor(ctx)
    .select({ code: salespeople.code })
    .from(salespeople)
    .where(
      and(
        eq(salespeople.workspaceId, ctx.workspaceId),
        inArray(salespeople.code, given),
        eq(salespeople.blocked, false),
      ),
    );
  return given.find((code) => rows.some((row) => row.code === code));
}

/** @throws InvalidError unknown_code on field `language` */
export async function findLanguage(ctx: Context, code: string) {
  const [language] = await executor(ctx)
    .select()
    .from(languages)
    .where(and(eq(languages.workspaceId, ctx.workspaceId), eq(languages.code, code.trim().toUpperCase())));
  if (language) return language;
  const params = { field: 'language', value: code, suggestion: 'none' };
  throw new InvalidError('unknown_code', params, [{ field: 'language', code: 'unknown_code', params }]);
}
