import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { findWhen } from '../../core/dates/find-when.ts';
import type { When } from '../../core/dates/when.ts';
import { requireInsider } from '../../core/permissions.ts';
import { MAX_TEXT } from '../segments/field-input.ts';
import { likeAnywhere } from '../segments/like.ts';
import { foundContacts } from '../segments/search-contacts.ts';
import type { FoundContact } from '../segments/types.ts';
import { MAX_COMMENT } from './interaction-input.ts';

/** What a message tells of an interaction, for a person to check. */
export interface Proposal {
  /** The first line, as far as a description goes; the rest is the comment. */
  description: string;
  comment: string;
  /** In the order in which they are named, a person before the company. */
  contacts: FoundContact[];
  when: (When & { words: string }) | null;
}

const proposeInput = z.object({
  /** Plain text. */
  text: z.string(),
  /** When it was written: “yesterday” is the day before that. */
  writtenAt: z.date(),
});

/** Contacts that are proposed at most. */
const MAX_FOUND = 10;
/** Letters of a message that are looked through. */
const LOOKED_THROUGH = 3000;
/** Words of the longest name that is looked for. */
const MAX_NAME_WORDS = 5;

/**
 * Finds in a message what its interaction could say: contacts whose e-mail address, number or exact name stands in it,
 * and when it was, if it says so.
 */
export async function proposeFromText(
  ctx: MemberContext,
  input: z.input<typeof proposeInput>,
): Promise<Proposal> {
  requireInsider(ctx);
  const { text, writtenAt } = proposeInput.parse(input);
  const looked = text.normalize('NFC').slice(0, LOOKED_THROUGH);
  const { locale, timeZone } = ctx;
  return {
    ...inTwo(text),
    contacts: await contactsIn(ctx, looked),
    when: findWhen(looked, { now: writtenAt, timeZone, locale }) ?? null,
  };
}

function inTwo(text: string): Pick<Proposal, 'description' | 'comment'> {
  const [first = '', ...others] = text.trim().split('\n');
  const line = first.trim();
  const rest = others.join('\n').trim();
  if (line.length <= MAX_TEXT) return { description: line, comment: rest.slice(0, MAX_COMMENT) };
  const space = line.slice(0, MAX_TEXT - 1).lastIndexOf(' ');
  const cut = space > MAX_TEXT / 2 ? space : MAX_TEXT - 1;
  // Cut off in the middle, it is whole in the comment.
  return { description: `${line.slice(0, cut)}…`, comment: text.trim().slice(0, MAX_COMMENT) };
}

async function contactsIn(ctx: MemberContext, text: string): Promise<FoundContact[]> {
  const emails = [...text.matchAll(/[^\s<>()[\],;:"|]+@[^\s<>()[\],;:"|]+\.[\p{L}\d-]+/gu)].map(([found]) =>
    found.toLowerCase(),
  );
  const { numbers, names } = namesIn(text);
  const { workspaceId } = ctx;
  // As the indexes have them, so that they answer however many contacts there are.
  const name = sql`lower(c.name) collate "C"`;
  const byEmail = emails
    .slice(0, MAX_FOUND)
    .map(
      (email) =>
        sql`(lower(c.name || ' ' || c.no || ' ' || c.email) like ${likeAnywhere(email)} and lower(c.email) = ${email})`,
    );
  const conditions = [
    ...byEmail,
    ...(numbers.length ? [sql`c.no in ${numbers}`] : []),
    ...(names.length ? [sql`${name} in ${names}`] : []),
  ];
  const found = [];
  for (const condition of conditions) {
    found.push(
      ...(await executor(ctx).execute(sql`
        select c.no as contact_no, c.name, c.type,
          case when c.type = 'company' then '' else c.company_name end as company_name, c.city, c.email
        from contacts c where c.workspace_id = ${workspaceId} and ${condition} order by c.id limit ${MAX_FOUND}`)),
    );
  }
  return inOrder(foundContacts.parse(found), text.toLowerCase());
}

/** Every run of words that can be a name, in lower case; a single word only if it is written like one. */
function namesIn(text: string): { numbers: string[]; names: string[] } {
  const words = text.split(/\s+/).map((word) => word.replace(/^[("'“‘*_@]+|[)"'”’*_!?,;:]+$/gu, ''));
  const numbers = words
    .filter((word) => /^(?=.*\d)[A-Za-z0-9-]{2,20}$/.test(word))
    .map((word) => word.toUpperCase());
  const names = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    if (!/^\p{Lu}/u.test(words[from] ?? '')) continue;
    for (let length = 1; length <= MAX_NAME_WORDS && from + length <= words.length; length++) {
      const run = words.slice(from, from + length).join(' ');
      if (run.length >= 3) for (const one of [run, run.replace(/\.$/, '')]) names.add(one.toLowerCase());
    }
  }
  return { numbers: [...new Set(numbers)].slice(0, 100), names: [...names].slice(0, 1000) };
}

/** Without doubles; a company whose person is named goes behind. */
function inOrder(found: readonly FoundContact[], text: string): FoundContact[] {
  const unique = [...new Map(found.map((one) => [one.contactNo, one])).values()];
  const people = new Set(unique.map(({ companyName }) => companyName).filter(Boolean));
  const place = ({ contactNo, name, email, type }: FoundContact): number => {
    const places = [contactNo, name, email]
      .map((part) => (part === '' ? -1 : text.indexOf(part.toLowerCase())))
      .filter((at) => at >= 0);
    const first = places.length ? Math.min(...places) : text.length;
    return first + (type === 'company' && people.has(name) ? text.length : 0);
  };
  return unique.sort((one, other) => place(one) - place(other)).slice(0, MAX_FOUND);
}
