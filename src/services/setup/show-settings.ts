import { countChanges } from '../../core/audit.ts';
import type { Context, MemberContext } from '../../core/context.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { readSettings, type Settings } from './read-settings.ts';

/** What an admin changing the settings does in the audit log. */
export const SETTINGS_CHANGE = 'settings.save';

/** How often admins have changed the settings. */
export async function settingsVersion(ctx: Context): Promise<number> {
  const changes = await countChanges(ctx, { subject: 'workspace', action: SETTINGS_CHANGE });
  return changes.get(String(ctx.workspaceId)) ?? 0;
}

/** The workspace's settings for their form, with the version to save them against. @throws ForbiddenError admins_only */
export async function showSettings(ctx: MemberContext): Promise<{ settings: Settings; version: number }> {
  requireAdmin(ctx);
  // In this order: what is saved in between is not taken for seen.
  const version = await settingsVersion(ctx);
  return { settings: await readSettings(ctx), version };
}
