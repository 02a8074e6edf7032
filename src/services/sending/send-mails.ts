import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../../core/context.ts';
import { contacts, interactionLogEntries as entry } from '../../db/schema/index.ts';
import { readAttachment } from '../attachments/read-attachment.ts';
import { setStatus } from './status.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for the same interaction, so that mail programs can tell a repeat. */
  messageId: string;
  attachment: { fileName: string; mediaType: string; content: Buffer };
}

/**
 * Sends one e-mail. `refused`: the server will not take it, now or later; `later`: it may take it another time. Throws
 * when the server cannot be reached.
 */
export type SendMail = (mail: Mail) => Promise<'sent' | 'refused' | 'later'>;

const PAGE = 50;

/**
 * Sends what is under way by e-mail of a logged segment, one after the other, and notes each as it is answered: a crash
 * repeats one at worst, with the same message id. What the server refuses is in error, as is what was canceled
 * meanwhile; what it puts off stays under way.
 * @returns how many were put off
 */
export async function sendMails(
  ctx: Context,
  { loggedSegmentId, send, signal }: { loggedSegmentId: number; send: SendMail; signal?: AbortSignal },
): Promise<{ later: number }> {
  let later = 0;
  let file: Awaited<ReturnType<typeof readAttachment>> | undefined;
  for (let after = 0; ; ) {
    const page = await pageOf(ctx, loggedSegmentId, after);
    for (const { id, email, subject, description, attachmentId } of page) {
      if (signal?.aborted) throw new Error('The app stops; the rest is sent when it runs again.');
      after = id;
      if (email === '' || attachmentId === null || !(await stillCounts(ctx, id))) {
        await setStatus(ctx, id, 'error');
        continue;
      }
      if (file?.id !== attachmentId) file = await readAttachment(ctx, attachmentId);
      const outcome = await send({
        to: email,
        subject: subject || description,
        text: description,
        messageId: `<interaction-${ctx.workspaceId}-${id}@segments.invalid>`,
        attachment: file,
      });
      if (outcome === 'later') later += 1;
      else await setStatus(ctx, id, outcome === 'sent' ? '' : 'error');
    }
    if (page.length < PAGE) return { later };
  }
}

/** Asked right before it is sent: the mails before it may have taken minutes. */
async function stillCounts(ctx: Context, id: number): Promise<boolean> {
  const [row] = await ctx.db
    .select({ canceled: entry.canceled })
    .from(entry)
    .where(and(eq(entry.workspaceId, ctx.workspaceId), eq(entry.id, id)));
  return row?.canceled === false;
}

const pageOf = (ctx: Context, loggedSegmentId: number, after: number) =>
  ctx.db
    .select({
      id: entry.id,
      email: contacts.email,
      subject: entry.subject,
      description: entry.description,
      attachmentId: entry.attachmentId,
    })
    .from(entry)
    .innerJoin(contacts, and(eq(contacts.workspaceId, entry.workspaceId), eq(contacts.id, entry.contactId)))
    .where(
      and(
        eq(entry.workspaceId, ctx.workspaceId),
        eq(entry.loggedSegmentId, loggedSegmentId),
        eq(entry.deliveryStatus, 'in-progress'),
        eq(entry.correspondenceType, 'email'),
        gt(entry.id, after),
      ),
    )
    .orderBy(asc(entry.id))
    .limit(PAGE);
