import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { InvalidError, LimitError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import { readLines } from './read-lines.ts';

/** More lines than this are no list that somebody pastes. */
export const MAX_LINES = 5000;
/** Lines that are shown of those without exactly one contact. */
const SHOWN = 5;

export interface ListedLine {
  /** 1-based, as it was pasted. */
  line: number;
  text: string;
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

const shown = z.array(z.object({ line: z.number(), text: z.string() })).nullable();
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

/**
 * Looks up a pasted list: a line is a contact's number, else an e-mail address, else a name, whatever the case.
 * What was found is kept for `addPeople`; nothing is added to the segment.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError invalid_input (field text) when there is no line
 * @throws LimitError too_many
 */
export async function matchPeople(
  ctx: MemberContext,
  input: { no: string; text: string },
): Promise<MatchedPeople> {
  requireInsider(ctx);
  const lines = readLines(input.text);
  if (lines.length === 0) {
    throw new InvalidError('invalid_input', {}, [{ field: 'text', code: 'invalid_input' }]);
  }
  if (lines.length > MAX_LINES) throw new LimitError('too_many', { field: 'text', max: MAX_LINES });
  return inTransaction(ctx, async (inner) => {
    const { no, version } = await findSegment(inner, input.no);
    const [row] = figures.parse(await inner.tx.execute(match(ctx, lines)));
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

const hit = (ctx: MemberContext, rank: number, on: ReturnType<typeof sql>) => sql`
  select entry.line, c.id, ${rank}::integer as rank
  from entry join contacts c on c.workspace_id = ${ctx.workspaceId} and ${on}`;

const first = (of: string) => sql`(
  select json_agg(json_build_object('line', line, 'text', text) order by line)
  from (select line, text from found where ${sql.raw(of)} order by line limit ${SHOWN}) shown)`;

const match = (ctx: MemberContext, lines: ListedLine[]) => sql`
  with entry as materialized (
    select line, text from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as given (line integer, text text)
  ), hit as (
    ${hit(ctx, 1, sql`c.no = upper(entry.text)`)}
    union all ${hit(ctx, 2, sql`c.email <> '' and lower(c.email) = lower(entry.text)`)}
    union all ${hit(ctx, 3, sql`lower(c.name) collate "C" = lower(entry.text) collate "C"`)}
  ), best as (
    select line, count(distinct id) as contacts, min(id) as id
    from (select *, rank() over (partition by line order by rank) as place from hit) ranked
    where place = 1 group by line
  ), found as materialized (
    select entry.line, entry.text, coalesce(best.contacts, 0) as contacts, best.id
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
    ${first('contacts > 1')} as first_ambiguous, ${first('contacts = 0')} as first_unmatched
  from kept`;
