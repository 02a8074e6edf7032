import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { attachments } from '../../db/schema/index.ts';

export interface AttachmentInfo {
  id: number;
  fileName: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** What is known of a file, without its bytes. @throws NotFoundError attachment_not_found */
export async function findAttachment(ctx: Context, id: number): Promise<AttachmentInfo> {
  const { fileName, mediaType, size } = attachments;
  const [found] = await executor(ctx)
    .select({ id: attachments.id, fileName, mediaType, size })
    .from(attachments)
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), eq(attachments.id, id)));
  if (!found) throw new NotFoundError('attachment_not_found');
  return found;
}
