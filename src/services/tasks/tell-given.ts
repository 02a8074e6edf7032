import { and, eq, ne } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { post } from '../../core/posts.ts';
import { members } from '../../db/schema/index.ts';

interface Given {
  /** The first one, and the version in which it is theirs. */
  no: string;
  version: number;
  tasks: number;
  salespersonCode: string;
}

/** Tells whoever is the salesperson of tasks that somebody else gave them. */
export async function tellGiven(
  ctx: MemberContext & TransactionContext,
  { no, version, tasks, salespersonCode }: Given,
): Promise<void> {
  const to = await ctx.tx
    .select({ id: members.id, slackUserId: members.slackUserId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspaceId),
        eq(members.salespersonCode, salespersonCode),
        ne(members.id, ctx.actor.memberId),
        eq(members.deactivated, false),
        eq(members.outsider, false),
      ),
    );
  for (const { id, slackUserId } of to) {
    await post(ctx, {
      key: `task-given:${no}:${version}:${id}`,
      subject: `member:${id}`,
      channel: slackUserId,
      content: { kind: 'task-given', no, tasks, by: ctx.actor.slackUserId },
    });
  }
}
