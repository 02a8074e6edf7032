import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import type { Entry } from './entries.ts';
import { listProblem } from './list-problem.ts';
import { readPeopleFile } from './read-file.ts';
import { readLines } from './read-lines.ts';

/** More than this are better chosen by criteria. */
export const MAX_LINES = 5000;
/** Lines that are shown of those without exactly one contact. */
const SHOWN = 5;
/** Contacts that are named of those that a line fits. */
const NAMED = 3;

export interface ListedLine {
  /** 1-based, as it was given. */
  line: number;
  text: string;
  /** How many contacts it fits. */
  contacts: number;
  /** The first of them; a company, and a person of none, have no company's name. */
  fits: { no: string; companyName: string }[];
}

export interface MatchedPeople {
  listId: number;
  segmentNo: string;
  version: number;
  /** Contacts found, each once. */
  matched: number;
  /** Lines that name a contact of an earlier line. */
  repeated: number;
  ambiguous: { count: number; first: ListedLine[] };
  unmatched: { count: number; first: ListedLine[] };
}

const shown = z
  .array(
    z.object({
      line: z.number(),
      text: z.string(),
      contacts: z.number(),
      fits: z.array(z.object({ no: z.string(), companyName: z.string() })),
    }),
  )
  .nullable();
const figures = z.array(
  z.object({
    id: z.coerce.number(),
    matched: z.coerce.number(),
    repeated: z.coerce.number(),
    ambiguous: z.coerce.number(),
    unmatched: z.coerce.number(),
    first_ambiguous: shown,
    first_unmatched: shown,
  }),
);

export interface GivenPeople {
  no: string;
  /** Pasted. */
  text?: string | undefined;
  /** Bytes of a CSV or text file. */
  file?: Buffer | undefined;
}

/**
 * Looks up a list of people. A pasted line is a contact's number, else an e-mail address, else a name, whatever the
 * case; a file says in its headings what is what, or is taken like lines. What was found is kept for `addPeople`;
 * nothing is added to the segment.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError at the field text: list_missing, list_too_long; at the field file: list_given_twice,
 * list_too_long, and what `readPeopleFile` throws
 */
export async function matchPeople(ctx: MemberContext, input: GivenPeople): Promise<MatchedPeople> {
  requireInsider(ctx);
  const entries = await readGiven(input);
  return inTransaction(ctx, async (inner) => {
    const { no, version } = await findSegment(inner, input.no);
    const [row] = figures.parse(await inner.tx.execute(match(ctx, entries)));
    if (!row) throw new Error('The list of people was not written.');
    return {
      listId: row.id,
      segmentNo: no,
      version,
      matched: row.matched,
      repeated: row.repeated,
      ambiguous: { count: row.ambiguous, first: row.first_ambiguous ?? [] },
      unmatched: { count: row.unmatched, first: row.first_unmatched ?? [] },
    };
  });
}

async function readGiven({ text = '', file }: GivenPeople): Promise<Entry[]> {
  const lines = readLines(text);
  if (file && lines.length > 0) throw listProblem('file', 'list_given_twice');
  const entries = file ? await readPeopleFile(file, MAX_LINES + 1) : lines;
  if (entries.length === 0) throw listProblem('text', 'list_missing');
  if (entries.length > MAX_LINES) {
    throw listProblem(file ? 'file' : 'text', 'list_too_long', { max: MAX_LINES });
  }
  return entries;
}

const hit = (ctx: MemberContext, rank: number, on: ReturnType<typeof sql>) => sql`
  select entry.line, c.id, ${rank}::integer as rank
  from entry join contacts c on c.workspace_id = ${ctx.workspaceId} and ${on}`;

const first = (ctx: MemberContext, of: string) => sql`(
  select json_agg(json_build_object('line', line, 'text', text, 'contacts', contacts, 'fits', (
    select coalesce(json_agg(json_build_object('no', c.no,
      'companyName', case c.type when 'company' then '' else c.company_name end) order by c.no), '[]')
    from contacts c where c.workspace_id = ${ctx.workspaceId} and c.id = any(shown.ids))) order by line)
  from (select * from found where ${sql.raw(of)} order by line limit ${SHOWN}) shown)`;

/** Whom a line fits in the strongest way counts; of several, whom it fits in more ways. */
const match = (ctx: MemberContext, entries: Entry[]) => sql`
  with entry as materialized (
    select line, text, no, email, name from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as given (line integer, text text, no text, email text, name text)
  ), hit as (
    ${hit(ctx, 1, sql`c.no = upper(entry.no)`)}
    union all ${hit(ctx, 2, sql`c.email <> '' and lower(c.email) = lower(entry.email)`)}
    union all ${hit(ctx, 3, sql`entry.name <> '' and lower(c.name) collate "C" = lower(entry.name) collate "C"`)}
  ), best as (
    select line, count(*) as contacts, min(id) as id, (array_agg(id order by id))[:${NAMED}] as ids
    from (
      select line, id, rank() over (partition by line order by min(rank), count(*) desc) as place
      from hit group by line, id
    ) ranked
    where place = 1 group by line
  ), found as materialized (
    select entry.line, entry.text, coalesce(best.contacts, 0) as contacts, best.id, best.ids
    from entry left join best on best.line = entry.line
  ), list as (
    select id, min(line) as line from found where contacts = 1 group by id
  ), kept as (
    insert into people_lists (workspace_id, member_id, contact_ids, count, created_at)
    select ${ctx.workspaceId}::bigint, ${ctx.actor.memberId}::bigint,
      coalesce(array_agg(id order by line), '{}'), count(*), ${ctx.now().toISOString()}::timestamptz
    from list returning id, count
  )
  select kept.id, kept.count as matched,
    (select count(*) from found where contacts = 1) - kept.count as repeated,
    (select count(*) from found where contacts > 1) as ambiguous,
    (select count(*) from found where contacts = 0) as unmatched,
    ${first(ctx, 'contacts > 1')} as first_ambiguous, ${first(ctx, 'contacts = 0')} as first_unmatched
  from kept`;
