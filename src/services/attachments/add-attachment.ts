import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { attachments } from '../../db/schema/index.ts';
import type { AttachmentInfo } from './find-attachment.ts';

/** The most that Slack lets a person hand in through a modal. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
const MB = 1024 * 1024;
const MAX_NAME = 100;

export const newFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type NewFile = z.infer<typeof newFile>;

/**
 * Keeps a file in the database, as part of what it is added to: `inner` is that change's transaction.
 * @throws InvalidError file_too_big, file_empty on field `file`
 */
export async function addAttachment(
  inner: MemberContext & TransactionContext,
  input: NewFile,
): Promise<AttachmentInfo> {
  const { name, mediaType, content } = newFile.parse(input);
  const size = content.byteLength;
  const problem = size === 0 ? 'file_empty' : size > MAX_ATTACHMENT_BYTES ? 'file_too_big' : undefined;
  if (problem) {
    const params = { max: MAX_ATTACHMENT_BYTES / MB };
    throw new InvalidError(problem, params, [{ field: 'file', code: problem, params }]);
  }
  const row = { fileName: cleanName(name), mediaType: cleanType(mediaType), size };
  const [added] = await inner.tx
    .insert(attachments)
    .values({
      workspaceId: inner.workspaceId,
      ...row,
      content,
      memberId: inner.actor.memberId,
      addedAt: inner.now(),
    })
    .returning({ id: attachments.id });
  if (!added) throw new Error('The file was not written.');
  await audit(inner, {
    action: 'attachment.add',
    subject: 'attachment',
    subjectId: added.id,
    detail: { mediaType: row.mediaType, size },
  });
  return { id: added.id, ...row };
}

/** A name with nothing in it that a file system, or a mail program, could take for something else. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}"<>:|?*]+/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = plain, ending = ''] = /^(.*?)(\.[\p{L}\p{N}]{1,10})?$/u.exec(plain) ?? [];
  return `${[...stem].slice(0, MAX_NAME - ending.length).join('')}${ending}` || 'file';
}

const cleanType = (type: string): string =>
  /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/i.test(type) && type.length <= 127
    ? type.toLowerCase()
    : 'application/octet-stream';
