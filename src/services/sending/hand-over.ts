import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { zipSync } from 'fflate';
import { allowLong, type Context, executor, inTransaction } from '../../core/context.ts';
import { post } from '../../core/posts.ts';
import { contacts, interactionLogEntries as entry, members } from '../../db/schema/index.ts';
import { readAttachment } from '../attachments/read-attachment.ts';
import { findLogged } from '../follow-ups/find-logged.ts';
import { type CsvColumn, toCsv } from '../interactions/csv.ts';
import type { Sending } from './queue.ts';
import { passOverCanceled } from './status.ts';

/** What a person sends: hard copies, and e-mails where there is no mail server. */
export const handedTypes = (emails: boolean): ('email' | 'hard-copy')[] =>
  emails ? ['hard-copy', 'email'] : ['hard-copy'];

/** Writes down that the requester gets what no mail server sends; nothing, where there is none of it. */
export function handOver(ctx: Context, { emails, ...sending }: Sending & { emails: boolean }): Promise<void> {
  const { loggedSegmentId, memberId, round } = sending;
  return inTransaction(ctx, async (inner) => {
    await allowLong(inner);
    await passOverCanceled(inner, { loggedSegmentId, types: handedTypes(emails) });
    const [some] = await pageOf(inner, { loggedSegmentId, emails }, 0, 1);
    if (!some) return;
    const [member] = await inner.tx
      .select({ slackUserId: members.slackUserId })
      .from(members)
      .where(and(eq(members.workspaceId, inner.workspaceId), eq(members.id, memberId)));
    if (!member) throw new Error(`Member ${memberId} is missing.`);
    await post(inner, {
      key: `log-attachments:${loggedSegmentId}:${round}`,
      subject: `log-attachments:${loggedSegmentId}`,
      channel: member.slackUserId,
      content: { kind: 'log-attachments', loggedSegmentId, emails },
    });
  });
}

interface Wanted {
  loggedSegmentId: number;
  emails: boolean;
}

export interface HandedOver {
  segmentNo: string;
  description: string;
  /** Addresses in the list. */
  count: number;
  content: Buffer;
}

/**
 * The files that go with a logged segment, each once, and a list of whom each is for, as a zip for printing or merging.
 * @throws NotFoundError logged_segment_not_found, attachment_not_found
 */
export async function attachmentsZip(ctx: Context, wanted: Wanted): Promise<HandedOver> {
  const { logged } = await findLogged(ctx, { id: wanted.loggedSegmentId });
  const names = new Map<number, string>();
  const files: Record<string, Uint8Array> = {};
  let count = 0;
  async function* addresses() {
    for (let after = 0; ; ) {
      const page = await pageOf(ctx, wanted, after, LIST_PAGE);
      for (const row of page) {
        const { attachmentId } = row;
        if (attachmentId !== null && !names.has(attachmentId)) {
          const { fileName, content } = await readAttachment(ctx, attachmentId);
          // Most file systems do not tell capitals from small letters.
          const taken = [...names.values()].some(
            (one) => one.toLowerCase() === `files/${fileName}`.toLowerCase(),
          );
          const name = `files/${taken ? `${attachmentId}-` : ''}${fileName}`;
          names.set(attachmentId, name);
          files[name] = content;
        }
        count += 1;
        after = row.id;
        yield { ...row, fileName: names.get(attachmentId ?? 0) ?? '' };
      }
      if (page.length < LIST_PAGE) return;
    }
  }
  const list = await toCsv(ctx.locale, columns, addresses());
  const content = zipSync({ 'addresses.csv': list, ...files });
  const { segmentNo, description } = logged;
  return { segmentNo, description, count, content: Buffer.from(content) };
}

const LIST_PAGE = 2000;

const pageOf = (ctx: Context, { loggedSegmentId, emails }: Wanted, after: number, limit: number) =>
  executor(ctx)
    .select({
      id: entry.id,
      contactNo: contacts.no,
      name: contacts.name,
      type: contacts.type,
      companyName: contacts.companyName,
      address: contacts.address,
      address2: contacts.address2,
      postCode: contacts.postCode,
      city: contacts.city,
      country: contacts.countryCode,
      email: contacts.email,
      correspondenceType: entry.correspondenceType,
      subject: entry.subject,
      attachmentId: entry.attachmentId,
    })
    .from(entry)
    .innerJoin(contacts, and(eq(contacts.workspaceId, entry.workspaceId), eq(contacts.id, entry.contactId)))
    .where(
      and(
        eq(entry.workspaceId, ctx.workspaceId),
        eq(entry.loggedSegmentId, loggedSegmentId),
        eq(entry.deliveryStatus, 'in-progress'),
        inArray(entry.correspondenceType, handedTypes(emails)),
        eq(entry.canceled, false),
        gt(entry.id, after),
      ),
    )
    .orderBy(asc(entry.id))
    .limit(limit);

type Address = Awaited<ReturnType<typeof pageOf>>[number] & { fileName: string };

const columns: CsvColumn<Address>[] = [
  { heading: 'csv.contactNo', cell: (row) => row.contactNo },
  { heading: 'csv.name', cell: (row) => row.name },
  { heading: 'csv.companyName', cell: (row) => (row.type === 'company' ? '' : row.companyName) },
  { heading: 'csv.address', cell: (row) => row.address },
  { heading: 'csv.address2', cell: (row) => row.address2 },
  { heading: 'csv.postCode', cell: (row) => row.postCode },
  { heading: 'csv.city', cell: (row) => row.city },
  { heading: 'csv.country', cell: (row) => row.country ?? '' },
  // An address that is not to be written to is nobody's business.
  { heading: 'csv.email', cell: (row) => (row.correspondenceType === 'email' ? row.email : '') },
  { heading: 'csv.subject', cell: (row) => row.subject },
  { heading: 'csv.file', cell: (row) => row.fileName },
];
