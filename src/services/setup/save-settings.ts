import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, notInArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { interactionTemplates, members, workspaceSettings } from '../../db/schema/index.ts';
import { readSettings } from './read-settings.ts';
import { rewordStartSet } from './reword-start-set.ts';
import { SETTINGS_CHANGE, settingsVersion } from './show-settings.ts';

const isTimeZone = (zone: string) => {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** More managers than this cannot be asked one by one in direct messages. */
const MAX_MANAGERS = 50;
/** Characters of a name in an error. */
const SHORT_NAME = 40;

export const settingsInput = z.object({
  locale: z.enum(['en', 'da']),
  timeZone: z.string().refine(isTimeZone),
  currency: z.string().regex(/^[A-Z]{3}$/),
  approvalPolicy: z.enum(['campaign', 'always', 'never']),
  allowOwnApproval: z.boolean(),
  logChannel: z.string().nullable(),
  flaggedPolicy: z.enum(['allow', 'refuse']),
  callTemplateCode: z.string().max(20).nullable(),
  managers: z.array(z.string().regex(/^[UW][A-Z0-9]+$/)).max(MAX_MANAGERS),
});
export type SettingsInput = z.infer<typeof settingsInput>;

const saveSettingsInput = settingsInput.extend({
  /** The version the person looked at; settings that were changed since are not changed. */
  expectedVersion: z.number().int().optional(),
});

/**
 * Saves the workspace's settings and who its managers are; a manager who has not been seen yet becomes a member.
 * What the workspace began with takes the words of its new language. Nothing happens where nothing would change.
 * @throws ForbiddenError admins_only
 * @throws InvalidError template_not_found on field `callTemplate`, managers_not_members on field `managers`
 * @throws ConflictError set_up_moved_on (with who changed them and when)
 */
export async function saveSettings(
  ctx: MemberContext,
  input: z.input<typeof saveSettingsInput>,
): Promise<void> {
  requireAdmin(ctx);
  const { managers, expectedVersion, ...settings } = saveSettingsInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const here = eq(workspaceSettings.workspaceId, inner.workspaceId);
    // Of two at once the later sees what the first did.
    await inner.tx
      .select({ id: workspaceSettings.workspaceId })
      .from(workspaceSettings)
      .where(here)
      .for('update');
    const before = await readSettings(inner);
    if (isDeepStrictEqual(sorted(before), sorted({ ...settings, managers }))) return;
    if (expectedVersion !== undefined && expectedVersion !== (await settingsVersion(inner))) {
      throw await movedOn(inner, 'set_up_moved_on', {
        no: String(inner.workspaceId),
        subject: 'workspace',
        actions: [SETTINGS_CHANGE],
      });
    }
    if (settings.callTemplateCode) await requireCallTemplate(inner, settings.callTemplateCode);
    if (before.locale !== settings.locale) await rewordStartSet(inner, before.locale, settings.locale);
    await inner.tx.update(workspaceSettings).set(settings).where(here);
    await requireMembers(inner, managers);
    await nameManagers(inner, managers);
    await audit(inner, {
      action: SETTINGS_CHANGE,
      subject: 'workspace',
      subjectId: inner.workspaceId,
      detail: { before, after: { ...settings, managers } },
    });
  });
}

const sorted = (settings: SettingsInput): SettingsInput => ({
  ...settings,
  managers: [...new Set(settings.managers)].sort(),
});

async function requireCallTemplate(ctx: TransactionContext, code: string): Promise<void> {
  const [found] = await ctx.tx
    .select({ code: interactionTemplates.code })
    .from(interactionTemplates)
    .where(and(eq(interactionTemplates.workspaceId, ctx.workspaceId), eq(interactionTemplates.code, code)));
  if (found) return;
  throw new InvalidError('template_not_found', { code }, [
    { field: 'callTemplate', code: 'template_not_found', params: { code } },
  ]);
}

/** Those of whom Slack has said that they are guests, of another organisation, or gone. */
async function requireMembers(ctx: TransactionContext, managers: string[]): Promise<void> {
  if (managers.length === 0) return;
  const refused = await ctx.tx
    .select({ name: members.name })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        inArray(members.slackUserId, managers),
        or(eq(members.outsider, true), eq(members.deactivated, true)),
      ),
    )
    .orderBy(members.name);
  if (refused.length > 0) throw managersNotMembers(refused.map(({ name }) => name));
}

/** People who cannot be managers, by name. */
export function managersNotMembers(names: string[]): InvalidError {
  const params = { names: names.map((name) => name.slice(0, SHORT_NAME)).join(', ') };
  return new InvalidError('managers_not_members', params, [
    { field: 'managers', code: 'managers_not_members', params },
  ]);
}

async function nameManagers(ctx: TransactionContext, managers: string[]): Promise<void> {
  const { tx, workspaceId } = ctx;
  const inWorkspace = eq(members.workspaceId, workspaceId);
  await tx
    .update(members)
    .set({ isManager: false })
    .where(and(inWorkspace, eq(members.isManager, true), notInArray(members.slackUserId, managers)));
  if (managers.length === 0) return;
  await tx
    .insert(members)
    .values(managers.map((slackUserId) => ({ workspaceId, slackUserId, name: slackUserId })))
    .onConflictDoNothing({ target: [members.workspaceId, members.slackUserId] });
  await tx
    .update(members)
    .set({ isManager: true })
    .where(and(inWorkspace, inArray(members.slackUserId, managers)));
}
