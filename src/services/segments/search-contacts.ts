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

const found = z.array(
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
  const words = query.split(/\s+/).filter((word) => word.length >= TRIGRAM);
  const first = select(ctx, 0, begins, sql`order by ${name}, c.id limit ${limit}`);
  const all = sql.join(
    query.split(/\s+/).map((word) => sql`${text} like ${likeAnywhere(word)}`),
    sql` and `,
  );
  const rest = select(ctx, 1, sql`${all} and not (${begins})`, sql`limit ${limit}`);
  const rows = await executor(ctx).execute(sql`
    select contact_no, name, type, company_name, city, email
    from (${words.length === 0 ? first : sql`(${first}) union all (${rest})`}) found
    order by rank, lower(name) collate "C", contact_no
    limit ${limit}`);
  return found.parse([...rows]);
}

/** As `contacts_search` has it, so that the index answers. */
const text = sql`lower(c.name || ' ' || c.no || ' ' || c.email)`;

const select = (ctx: MemberContext, rank: number, condition: SQL, tail: SQL): SQL => sql`
  select ${rank}::integer as rank, c.no as contact_no, c.name, c.type,
    case when c.type = 'company' then '' else c.company_name end as company_name, c.city, c.email
  from contacts c
  where c.workspace_id = ${ctx.workspaceId} and ${condition} ${tail}`;
