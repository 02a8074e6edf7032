import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { members, workspaceSettings } from '../../db/schema/index.ts';
import { readSettings } from './read-settings.ts';

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

export const settingsInput = z.object({
  locale: z.enum(['en', 'da']),
  timeZone: z.string().refine(isTimeZone),
  currency: z.string().regex(/^[A-Z]{3}$/),
  approvalPolicy: z.enum(['campaign', 'always', 'never']),
  allowOwnApproval: z.boolean(),
  logChannel: z.string().nullable(),
  managers: z.array(z.string().regex(/^[UW][A-Z0-9]+$/)).max(MAX_MANAGERS),
});
export type SettingsInput = z.infer<typeof settingsInput>;

/**
 * Saves the workspace's settings and who its managers are; a manager who has not been seen yet becomes a member.
 * @throws ForbiddenError admins_only
 */
export async function saveSettings(ctx: MemberContext, input: SettingsInput): Promise<void> {
  requireAdmin(ctx);
  const { managers, ...settings } = settingsInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const before = await readSettings(inner);
    await inner.tx
      .update(workspaceSettings)
      .set(settings)
      .where(eq(workspaceSettings.workspaceId, inner.workspaceId));
    await nameManagers(inner, managers);
    await audit(inner, {
      action: 'settings.save',
      subject: 'workspace',
      subjectId: inner.workspaceId,
      detail: { before, after: { ...settings, managers } },
    });
  });
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
    .where(and(inWorkspace, inArray(members.slackUserId, managers), eq(members.outsider, false)));
}
