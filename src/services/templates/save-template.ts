import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { Context, MemberContext, TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { once } from '../../core/once.ts';
import { interactionGroups, interactionTemplates } from '../../db/schema/index.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { checkFields, withCents } from '../segments/field-input.ts';
import { codeTaken, fieldError, newCode, newDescription } from '../setup/code-input.ts';
import { findCampaign, findLanguage } from '../setup/find-codes.ts';
import { type TemplateFields, templateFields } from './template-input.ts';

const saveTemplateInput = z.object({
  /** `add` refuses a code that is there. */
  how: z.enum(['add', 'change']),
  code: z.string(),
  fields: templateFields,
  /** The version the person looked at; a template that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Adds an interaction template, or changes one (`domain.md` §3.7); nothing happens where nothing would change. Segments
 * that have it already keep what it brought them.
 * @returns its code
 * @throws ForbiddenError organizers_only
 * @throws InvalidError at the field: set_up_code_invalid, set_up_code_taken, name_missing, too_long, group_missing,
 * amount_invalid, campaign_not_found, unknown_code
 * @throws NotFoundError template_not_found
 * @throws ConflictError set_up_moved_on (with who changed it and when)
 */
export async function saveTemplate(
  ctx: MemberContext,
  input: z.input<typeof saveTemplateInput>,
): Promise<string> {
  await requireOrganizer(ctx);
  const { how, requestKey, fields, expectedVersion, ...typed } = saveTemplateInput.parse(input);
  const code = how === 'add' ? newCode(typed.code) : typed.code;
  const { unitCost, unitDuration } = fields;
  checkFields({ unitCost, unitDuration });
  return once(ctx, requestKey, async (inner) => {
    const row = await toRow(inner, fields);
    const changed =
      how === 'add' ? await add(inner, code, row) : await change(inner, code, row, expectedVersion);
    if (changed.length === 0) return code;
    await audit(inner, {
      action: `template.${how}`,
      subject: 'template',
      subjectId: code,
      detail: { fields: changed },
    });
    return code;
  });
}

type Row = Awaited<ReturnType<typeof toRow>>;

async function add(ctx: TransactionContext, code: string, row: Row): Promise<string[]> {
  const written = await ctx.tx
    .insert(interactionTemplates)
    .values({ workspaceId: ctx.workspaceId, code, ...row })
    .onConflictDoNothing()
    .returning({ code: interactionTemplates.code });
  if (written.length === 0) throw codeTaken(code);
  return Object.keys(row);
}

/** @returns which fields are different now */
async function change(
  ctx: TransactionContext,
  code: string,
  row: Row,
  expected: number | undefined,
): Promise<string[]> {
  const here = and(
    eq(interactionTemplates.workspaceId, ctx.workspaceId),
    eq(interactionTemplates.code, code),
  );
  const [found] = await ctx.tx.select().from(interactionTemplates).where(here).for('update');
  if (!found) throw new NotFoundError('template_not_found', { code });
  if (expected !== undefined && expected !== found.version) {
    const actions = ['template.add', 'template.change'];
    throw await movedOn(ctx, 'set_up_moved_on', { no: code, subject: 'template', actions });
  }
  const changed = (Object.keys(row) as (keyof Row)[]).filter((field) => row[field] !== found[field]);
  if (changed.length > 0) {
    await ctx.tx
      .update(interactionTemplates)
      .set({ ...row, version: sql`${interactionTemplates.version} + 1` })
      .where(here);
  }
  return changed;
}

async function toRow(ctx: Context & { tx: NonNullable<Context['tx']> }, fields: TemplateFields) {
  const { groupCode, campaignNo, languageCode, campaignTarget, campaignResponse, ...same } = fields;
  return {
    ...same,
    description: newDescription(fields.description),
    interactionGroupCode: await knownGroup(ctx, groupCode),
    unitCost: withCents(fields.unitCost),
    campaignId: campaignNo === null ? null : (await findCampaign(ctx, campaignNo)).id,
    campaignTarget,
    campaignResponse,
    languageCode: languageCode === null ? null : (await findLanguage(ctx, languageCode)).code,
  };
}

async function knownGroup(
  ctx: Context & { tx: NonNullable<Context['tx']> },
  groupCode: string | null,
): Promise<string> {
  if (groupCode === null) throw fieldError('group', 'group_missing');
  const [group] = await ctx.tx
    .select({ code: interactionGroups.code })
    .from(interactionGroups)
    .where(and(eq(interactionGroups.workspaceId, ctx.workspaceId), eq(interactionGroups.code, groupCode)));
  if (!group) throw fieldError('group', 'group_missing');
  return group.code;
}
