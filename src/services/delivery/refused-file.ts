import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { type PostContent, postContent } from '../../core/posts.ts';
import { attachments, campaigns, channelPosts, segments } from '../../db/schema/index.ts';
import { interactionFilter, readFilter } from '../interactions/interaction-filter.ts';

/** Files that were promised to one person, who would wait for them. */
const PROMISED = ['segment-csv', 'interactions-file', 'campaign-targets', 'attachment-file'] as const;
type Promised = Extract<PostContent, { kind: (typeof PROMISED)[number] }>;

export const isPromisedFile = (content: PostContent): content is Promised =>
  PROMISED.some((kind) => kind === content.kind);

export interface RefusedFile {
  what: (typeof PROMISED)[number];
  /** The number, or the name, of what it is a file of. */
  name: string;
  /** Slack's code, or `render_failed`. */
  error: string;
}

/** A file that could not be sent, and why. @throws NotFoundError when what it was of is gone, or it was sent since */
export async function refusedFile(ctx: Context, { postId }: { postId: number }): Promise<RefusedFile> {
  const [row] = await executor(ctx)
    .select({ content: channelPosts.content, error: channelPosts.error })
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, ctx.workspaceId), eq(channelPosts.id, postId)));
  const content = postContent.safeParse(row?.content);
  const error = row?.error;
  if (!error || !content.success || !isPromisedFile(content.data))
    throw new NotFoundError('attachment_not_found');
  const name = await nameOf(ctx, content.data);
  if (name === undefined) throw new NotFoundError('attachment_not_found');
  return { what: content.data.kind, name, error };
}

async function nameOf(ctx: Context, content: Promised): Promise<string | undefined> {
  const { workspaceId } = ctx;
  const db = executor(ctx);
  switch (content.kind) {
    case 'segment-csv': {
      const [found] = await db
        .select({ no: segments.no })
        .from(segments)
        .where(and(eq(segments.workspaceId, workspaceId), eq(segments.id, content.segmentId)));
      return found?.no;
    }
    case 'campaign-targets': {
      const [found] = await db
        .select({ no: campaigns.no })
        .from(campaigns)
        .where(and(eq(campaigns.workspaceId, workspaceId), eq(campaigns.id, content.campaignId)));
      return found?.no;
    }
    case 'attachment-file': {
      const [found] = await db
        .select({ fileName: attachments.fileName })
        .from(attachments)
        .where(and(eq(attachments.workspaceId, workspaceId), eq(attachments.id, content.attachmentId)));
      return found?.fileName;
    }
    case 'interactions-file': {
      const { scope } = await readFilter(ctx, interactionFilter.parse(content.filter));
      return scope.name || scope.no;
    }
  }
}
