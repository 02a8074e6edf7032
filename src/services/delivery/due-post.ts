import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { channelPosts, members } from '../../db/schema/index.ts';
import { type Locale, nearestLocale } from '../../i18n/translate.ts';
import { readSettings } from '../setup/read-settings.ts';

const parent = alias(channelPosts, 'parent');

/** A post that is to be sent, or edited where it stands. */
export type DuePost = NonNullable<Awaited<ReturnType<typeof nextPost>>>;

/**
 * The first post of a channel that is not shown as it should be and whose time has come: news in its order, then edits of
 * what stands, of which there may be hundreds. A reply comes up once its parent stands, or has failed for good.
 */
export async function nextPost(ctx: Context, channel: string) {
  const [row] = await executor(ctx)
    .select({
      id: channelPosts.id,
      channel: channelPosts.channel,
      subject: channelPosts.subject,
      content: channelPosts.content,
      revision: channelPosts.revision,
      postedRevision: channelPosts.postedRevision,
      slackChannel: channelPosts.slackChannel,
      slackTs: channelPosts.slackTs,
      slackFileId: channelPosts.slackFileId,
      attemptedAt: channelPosts.attemptedAt,
      attempts: channelPosts.attempts,
      parent: {
        id: parent.id,
        status: parent.status,
        slackChannel: parent.slackChannel,
        slackTs: parent.slackTs,
      },
    })
    .from(channelPosts)
    .leftJoin(
      parent,
      and(eq(parent.workspaceId, channelPosts.workspaceId), eq(parent.id, channelPosts.parentId)),
    )
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.channel, channel),
        lt(channelPosts.postedRevision, channelPosts.revision),
        ne(channelPosts.status, 'failed'),
        or(isNull(channelPosts.notBefore), lte(channelPosts.notBefore, ctx.now())),
        or(isNull(channelPosts.parentId), isNotNull(parent.slackTs), eq(parent.status, 'failed')),
      ),
    )
    .orderBy(asc(gt(channelPosts.postedRevision, 0)), asc(channelPosts.id))
    .limit(1);
  return row;
}

/** When something was last sent to the channel; undefined: never. */
export async function lastPostedAt(ctx: Context, channel: string): Promise<Date | undefined> {
  const [row] = await executor(ctx)
    .select({ at: channelPosts.postedAt })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.channel, channel),
        isNotNull(channelPosts.postedAt),
      ),
    )
    .orderBy(desc(channelPosts.postedAt))
    .limit(1);
  return row?.at ?? undefined;
}

/** The direct message channel (`D…`) that an earlier post to a member came to stand in. */
export async function directChannel(ctx: Context, slackUserId: string): Promise<string | undefined> {
  const [row] = await executor(ctx)
    .select({ slackChannel: channelPosts.slackChannel })
    .from(channelPosts)
    .where(
      and(
        eq(channelPosts.workspaceId, ctx.workspaceId),
        eq(channelPosts.channel, slackUserId),
        isNotNull(channelPosts.postedAt),
        isNotNull(channelPosts.slackChannel),
      ),
    )
    .orderBy(desc(channelPosts.postedAt))
    .limit(1);
  return row?.slackChannel ?? undefined;
}

/** Language and zone of whoever reads a channel: the member of a direct message, else the workspace. */
export async function readAudience(
  ctx: Context,
  channel: string,
): Promise<{ locale: Locale; timeZone: string }> {
  const [member] = await executor(ctx)
    .select({ locale: members.locale, timeZone: members.timeZone })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.slackUserId, channel)));
  if (member) return { locale: nearestLocale(member.locale), timeZone: member.timeZone };
  const { locale, timeZone } = await readSettings(ctx);
  return { locale, timeZone };
}
