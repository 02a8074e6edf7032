import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { likeAnywhere, likeBeginning } from './like.ts';
import type { FoundContact } from './types.ts';

const searchContactsInput = z.object({
  query: z.string().trim().max(200),
  /** Slack shows at most 100 options (docs.slack.dev: composition objects, option). */
  limit: z.number().int().min(1).max(100).default(25),
});

/** The index of any part of a text knows three letters in a row, no fewer. */
const TRIGRAM = 3;

/** Rows of contacts as they are chosen from. */
export const foundContacts = z.array(
  z
    .object({
      contact_no: z.string(),
      name: z.string(),
      type: z.enum(['company', 'person']),
      company_name: z.string(),
      city: z.string(),
      email: z.string(),
    })
    .transform(({ contact_no: contactNo, company_name: companyName, ...same }) => ({
      ...same,
      contactNo,
      companyName,
    })),
);

/**
 * Contacts for a typeahead, however many there are: those whose name begins with what was typed, then, from three
 * letters on, those with each of its words anywhere in name, number or e-mail address.
 */
export async function searchContacts(
  ctx: MemberContext,
  input: z.input<typeof searchContactsInput>,
): Promise<FoundContact[]> {
  requireInsider(ctx);
  const { query, limit } = searchContactsInput.parse(input);
  const name = sql`lower(c.name) collate "C"`;
  const begins = sql`${name} like ${likeBeginning(query)}`;
  const first = await select(ctx, begins, sql`order by ${name}, c.id limit ${limit}`);
  const words = query.split(/\s+/);
  // Most who type part of a common name are answered by now.
  if (first.length === limit || words.every((word) => word.length < TRIGRAM)) return first;
  const all = words.map((word) => sql`${text} like ${likeAnywhere(word)}`);
  const rest = await select(
    ctx,
    sql`${sql.join(all, sql` and `)} and not (${begins})`,
    sql`limit ${limit - first.length}`,
  );
  return [...first, ...rest.sort((one, other) => one.name.localeCompare(other.name, ctx.locale))];
}

/** As `contacts_search` has it, so that the index answers. */
const text = sql`lower(c.name || ' ' || c.no || ' ' || c.email)`;

async function select(ctx: MemberContext, condition: SQL, tail: SQL): Promise<FoundContact[]> {
  const rows = await executor(ctx).execute(sql`
    select c.no as contact_no, c.name, c.type,
      case when c.type = 'company' then '' else c.company_name end as company_name, c.city, c.email
    from contacts c
    where c.workspace_id = ${ctx.workspaceId} and ${condition} ${tail}`);
  return foundContacts.parse([...rows]);
}
