import { and, asc, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { members, workspaceSettings } from '../../db/schema/index.ts';

export interface Settings {
  /** Language of what is posted to channels. */
  locale: 'en' | 'da';
  /** IANA zone for what has no reader of its own. */
  timeZone: string;
  /** ISO 4217 code of the money in the workspace. */
  currency: string;
  /** Which segments need approval before they are logged: those with a campaign, all, or none. */
  approvalPolicy: 'campaign' | 'always' | 'never';
  allowOwnApproval: boolean;
  /** Slack channel where segments are logged unless their campaign names one. */
  logChannel: string | null;
  /** Whether contacts that want none, or whose privacy is blocked, may be logged with a segment. */
  flaggedPolicy: 'allow' | 'refuse';
  /** Template of calls to a segment's contacts. */
  callTemplateCode: string | null;
  /** Slack user ids. */
  managers: string[];
}

/** The workspace's settings. */
export async function readSettings(ctx: Context): Promise<Settings> {
  const db = executor(ctx);
  const [row] = await db
    .select()
    .from(workspaceSettings)
    .where(eq(workspaceSettings.workspaceId, ctx.workspaceId));
  if (!row) throw new NotFoundError('workspace_not_found');
  const managers = await db
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.isManager, true)))
    .orderBy(asc(members.slackUserId));
  return {
    locale: row.locale === 'da' ? 'da' : 'en',
    timeZone: row.timeZone,
    currency: row.currency,
    approvalPolicy: row.approvalPolicy,
    allowOwnApproval: row.allowOwnApproval,
    logChannel: row.logChannel,
    flaggedPolicy: row.flaggedPolicy,
    callTemplateCode: row.callTemplateCode,
    managers: managers.map((manager) => manager.slackUserId),
  };
}
