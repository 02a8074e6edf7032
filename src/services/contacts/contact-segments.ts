import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts } from '../../db/schema/index.ts';
import { contactOpportunities, type OpportunityFigures } from '../opportunities/figures.ts';
import { searchContacts } from '../segments/search-contacts.ts';
import type { FoundContact } from '../segments/types.ts';
import { type NextTask, nextTask } from '../tasks/next-task.ts';
import { type ContactFigures, contactFigures } from './contact-figures.ts';
import type { ContactFlag } from './set-contact-flag.ts';

export interface ContactSegment {
  no: string;
  description: string;
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  /** Number of the logged segment; null while it is open. */
  entryNo: number | null;
  contactNo: string;
  contactName: string;
}

export interface ContactSegments {
  contact: FoundContact;
  flags: Record<ContactFlag, boolean>;
  figures: ContactFigures;
  /** Of its active opportunities; a company's with those of its people. */
  opportunities: OpportunityFigures;
  open: ContactSegment[];
  logged: ContactSegment[];
  /** Of all, however many are given. */
  openTotal: number;
  loggedTotal: number;
  /** Its open tasks; a company's with those of its people. */
  tasks: NextTask;
}

/** Rows of each kind that are given. */
const LIMIT = 15;

const rows = z.array(
  z
    .object({
      no: z.string(),
      description: z.string(),
      date: z.string(),
      entry_no: z.coerce.number().nullable(),
      contact_no: z.string(),
      contact_name: z.string(),
      total: z.coerce.number(),
    })
    .transform(({ entry_no: entryNo, contact_no: contactNo, contact_name: contactName, ...same }) => ({
      ...same,
      entryNo,
      contactNo,
      contactName,
    })),
);

/**
 * Contacts a person can mean by a text: the one with that number or exactly that name if it is the only one, else
 * those that fit.
 */
export async function findContacts(ctx: MemberContext, text: string): Promise<FoundContact[]> {
  const found = await searchContacts(ctx, { query: text.slice(0, 200), limit: 10 });
  const typed = text.trim().toLowerCase();
  const byNo = found.filter(({ contactNo }) => contactNo.toLowerCase() === typed);
  if (byNo.length === 1) return byNo;
  const named = found.filter(({ name }) => name.toLowerCase() === typed);
  return named.length === 1 ? named : found;
}

/**
 * The segments of a contact, the latest first: those it is on, and those it was logged with; for a company those of
 * its people too (`domain.md` §4.7).
 * @throws NotFoundError contact_not_found
 */
export async function contactSegments(ctx: MemberContext, input: { no: string }): Promise<ContactSegments> {
  requireInsider(ctx);
  const { workspaceId } = ctx;
  const no = input.no.trim().toUpperCase();
  const [contact] = await executor(ctx)
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.no, no)));
  if (!contact) throw new NotFoundError('contact_not_found', { no });
  const { id, type } = contact;
  const meant = sql`c.workspace_id = ${workspaceId} and ${
    type === 'company' ? sql`(c.id = ${id} or c.company_id = ${id})` : sql`c.id = ${id}`
  }`;
  const open = rows.parse(
    await executor(ctx).execute(sql`
      select s.no, s.description, s.date::text as date, null as entry_no, c.no as contact_no, c.name as contact_name,
        count(*) over () as total
      from contacts c
      join segment_lines l on l.workspace_id = c.workspace_id and l.contact_id = c.id and l.live
      join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id and s.state <> 'logged'
      where ${meant}
      order by s.date desc, s.id desc, l.line_no limit ${LIMIT}`),
  );
  const logged = rows.parse(
    await executor(ctx).execute(sql`
      select g.segment_no as no, g.description, e.date::text as date, g.entry_no, c.no as contact_no,
        c.name as contact_name, count(*) over () as total
      from contacts c
      join interaction_log_entries e on e.workspace_id = c.workspace_id and e.contact_id = c.id
      join logged_segments g on g.workspace_id = e.workspace_id and g.id = e.logged_segment_id
      where ${meant}
      order by e.date desc, e.id desc limit ${LIMIT}`),
  );
  return {
    contact: {
      ...contact,
      contactNo: contact.no,
      companyName: type === 'company' ? '' : contact.companyName,
    },
    flags: contact,
    figures: await contactFigures(ctx, { no }),
    opportunities: await contactOpportunities(ctx, { id, type }),
    open,
    logged,
    openTotal: open[0]?.total ?? 0,
    loggedTotal: logged[0]?.total ?? 0,
    tasks: await nextTask(ctx, contact),
  };
}
