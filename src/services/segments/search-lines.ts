import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from './find-segment.ts';
import { readHeaderValues } from './header-values.ts';
import { likeAnywhere } from './like.ts';
import { lineColumns, toLine } from './read-line.ts';
import type { LinePage } from './types.ts';

const searchLinesInput = z.object({
  no: z.string().max(20),
  /** Part of a name, a company's name, a number or an e-mail address. */
  query: z.string().trim().max(200).default(''),
  filter: z.enum(['edited', 'company-only', 'without-email']).optional(),
  sort: z.enum(['line', 'name', 'company']).default('line'),
  /** Where the page before ended, with the same query, filter and sort. */
  after: z.object({ lineNo: z.number().int(), key: z.string() }).optional(),
  limit: z.number().int().min(1).max(50).default(10),
});

const FILTERS = {
  edited: sql`and l.own is not null`,
  'company-only': sql`and l.is_company`,
  'without-email': sql`and c.email = ''`,
} satisfies Record<string, SQL>;

const KEYS = {
  line: sql`''`,
  name: sql`lower(c.name) collate "C"`,
  company: sql`lower(c.company_name) collate "C"`,
} satisfies Record<string, SQL>;

const key = z.object({ key: z.string() });

/**
 * A page of a segment's lines with what each says: by number, by name, or by company. In line order it reads only what
 * it gives.
 * @throws NotFoundError segment_not_found
 */
export async function searchLines(
  ctx: MemberContext,
  input: z.input<typeof searchLinesInput>,
): Promise<LinePage> {
  requireInsider(ctx);
  const { no, query, filter, sort, after, limit } = searchLinesInput.parse(input);
  const segment = await findSegment(ctx, no);
  const header = await readHeaderValues(ctx, segment);
  const found = query
    ? sql`and lower(c.name || ' ' || c.company_name || ' ' || c.no || ' ' || c.email) like ${likeAnywhere(query)}`
    : sql``;
  const order = KEYS[sort];
  // First which lines, then what they say: that is worked out for these only.
  const rows = await executor(ctx).execute(sql`
    with page as materialized (
      select l.line_no, ${order} as key
      from segment_lines l
      join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
      where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id} and l.live
        ${filter ? FILTERS[filter] : sql``} ${found}
        ${after ? afterCursor(sort, order, after) : sql``}
      order by ${sort === 'line' ? sql`` : sql`${order},`} l.line_no
      limit ${limit + 1}
    )
    select ${lineColumns(header)}, page.key
    from page
    join segment_lines l on l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id}
      and l.line_no = page.line_no
    join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
    order by page.key collate "C", l.line_no`);
  const page = rows.slice(0, limit);
  const lines = page.map(toLine);
  const last = lines.at(-1);
  return {
    rows: lines,
    ...(rows.length > limit && last
      ? { next: { lineNo: last.lineNo, key: key.parse(page.at(-1)).key } }
      : {}),
  };
}

const afterCursor = (sort: keyof typeof KEYS, order: SQL, after: { lineNo: number; key: string }): SQL =>
  sort === 'line'
    ? sql`and l.line_no > ${after.lineNo}`
    : sql`and (${order}, l.line_no) > (${after.key}::text collate "C", ${after.lineNo}::bigint)`;
