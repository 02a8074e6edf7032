import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { attachments } from '../../db/schema/index.ts';
import type { AttachmentInfo } from './find-attachment.ts';

/** A file with its bytes. @throws NotFoundError attachment_not_found */
export async function readAttachment(
  ctx: Context,
  id: number,
): Promise<AttachmentInfo & { content: Buffer }> {
  const [found] = await executor(ctx)
    .select()
    .from(attachments)
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), eq(attachments.id, id)));
  if (!found) throw new NotFoundError('attachment_not_found');
  const { fileName, mediaType, size, content } = found;
  return { id, fileName, mediaType, size, content: Buffer.from(content) };
}
