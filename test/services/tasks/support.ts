import type { TestDatabase } from '../../support/database.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** Everything a workspace's tasks say, in the order in which they were written. */
export async function storedTasks(sql: TestDatabase['sql'], { id }: Pick<TestWorkspace, 'id'>) {
  const rows = await sql`
    select t.no, t.kind, o.no as organizer, t.type, t.description, t.date::text as date, t.priority, t.status,
      t.canceled, t.closed_on::text as "closedOn", t.salesperson_code as salesperson, t.contact_id::int as contact,
      t.company_id::int as company, t.campaign_id::int as campaign, s.no as segment, t.entry_id::int as entry, t.version
    from tasks t
    left join tasks o on o.workspace_id = t.workspace_id and o.id = t.organizer_id
    left join segments s on s.workspace_id = t.workspace_id and s.id = t.segment_id
    where t.workspace_id = ${id} order by t.no`;
  return rows.map((row) => ({ ...row }));
}
