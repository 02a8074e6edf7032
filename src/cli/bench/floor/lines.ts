import type { Bench } from '../fixture.ts';
import type { Segment } from './step.ts';

/** Contacts that meet the condition and may be added, in the order in which they stand on a segment. */
const ORDER = `lower(c.company_name) collate "C", c.company_id, c.type, lower(c.name) collate "C", c.no`;

const present = (workspaceId: number, segment: string) => `
  exists (select from segment_lines l where l.workspace_id = ${workspaceId} and l.segment_id = ${segment}
    and l.contact_id = c.id and l.live)`;

/** Adds those who meet the condition; `onto` says that some may be there already. */
export const add =
  ({ workspaceId }: Bench, condition: string, onto: 'empty' | 'filled') =>
  ({ id, current_step, last_line_no }: Segment) =>
    `
    insert into segment_lines (workspace_id, segment_id, line_no, contact_id, is_company, added_step)
    select c.workspace_id, ${id}, ${last_line_no} + row_number() over (order by ${ORDER}), c.id,
      c.type = 'company', ${current_step + 1}
    from contacts c
    where c.workspace_id = ${workspaceId} and ${condition} and not c.exclude_from_segment
      ${onto === 'filled' ? `and not ${present(workspaceId, id)}` : ''}
    returning line_no, is_company`;

/** Takes away those who meet the condition. */
export const reduce =
  ({ workspaceId }: Bench, condition: string) =>
  ({ id, current_step }: Segment) =>
    `
    update segment_lines l set live = false, removed_step = ${current_step + 1}
    from contacts c
    where l.workspace_id = ${workspaceId} and l.segment_id = ${id} and l.live
      and c.workspace_id = ${workspaceId} and c.id = l.contact_id and ${condition}
    returning l.line_no, l.is_company`;

/** Takes away those who do not meet the condition, which is never null. */
export const refine = (bench: Bench, condition: string) => reduce(bench, `not (${condition})`);

/** A condition for everybody whose company has somebody who meets the condition, and those who do themselves. */
export const wholeCompany = ({ workspaceId }: Bench, condition: string) => `
  (c.company_id in (select c.company_id from contacts c where c.workspace_id = ${workspaceId} and ${condition})
    or ${condition})`;

/** How many would be added. */
export const countNew = ({ workspaceId }: Bench, condition: string, no: string) => `
  select count(*) filter (where c.type = 'company') as companies,
    count(*) filter (where c.type = 'person') as people
  from contacts c
  where c.workspace_id = ${workspaceId} and ${condition} and not c.exclude_from_segment
    and not ${present(workspaceId, `(select id from segments where workspace_id = ${workspaceId} and no = '${no}')`)}`;

/** How many would be taken away. */
export const countGone = ({ workspaceId }: Bench, condition: string, no: string) => `
  select count(*) filter (where l.is_company) as companies, count(*) filter (where not l.is_company) as people
  from segment_lines l
  join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
  where l.workspace_id = ${workspaceId} and l.live and ${condition}
    and l.segment_id = (select id from segments where workspace_id = ${workspaceId} and no = '${no}')`;

/** Runs a statement that counts companies and people. */
export async function count({ sql }: Bench, statement: string): Promise<number> {
  const [row] = await sql.unsafe<{ companies: string; people: string }[]>(statement);
  return Number(row?.companies) + Number(row?.people);
}
