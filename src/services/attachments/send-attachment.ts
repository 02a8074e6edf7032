import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { findAttachment } from './find-attachment.ts';

const sendInput = z.object({ attachmentId: z.number().int(), requestKey: z.string().max(200).optional() });

/** Sends a file to the person who asks, by direct message. @throws NotFoundError attachment_not_found */
export async function sendAttachment(
  ctx: MemberContext,
  input: z.input<typeof sendInput>,
): Promise<{ fileName: string }> {
  requireInsider(ctx);
  const { attachmentId, requestKey } = sendInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { fileName } = await findAttachment(inner, attachmentId);
    await post(inner, {
      key: `attachment:${attachmentId}:${requestKey ?? randomUUID()}`,
      subject: `attachment:${attachmentId}`,
      channel: ctx.actor.slackUserId,
      content: { kind: 'attachment-file', attachmentId },
    });
    await audit(inner, { action: 'attachment.send', subject: 'attachment', subjectId: attachmentId });
    return { fileName };
  });
}
