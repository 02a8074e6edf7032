import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { members } from '../../db/schema/index.ts';

/** The Slack user id of a member, blank if there is none such. */
export async function slackUserOf(ctx: Context, memberId: number): Promise<string> {
  const [member] = await executor(ctx)
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId)));
  return member?.slackUserId ?? '';
}
