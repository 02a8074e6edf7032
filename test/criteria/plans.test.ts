import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { compileCriteria } from '../../src/criteria/compile.ts';
import { criteria } from '../support/criteria.ts';
import { useDatabase } from '../support/database.ts';
import { addContacts, makeWorkspace, NOON, type TestWorkspace } from '../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T1');
  const list = Array.from({ length: 2000 }, (_, at) => ({ id: at + 1, name: `C${at}` }));
  await addContacts(ours, list);
  const at = NOON.toISOString();
  await database.db.execute(sql`
    insert into segments (workspace_id, id, no, date, created_by, created_at, changed_by, changed_at)
    overriding system value
    select ${ours.id}, n, 'SM' || n, '2026-11-23', 101, ${at}, 101, ${at} from generate_series(1, 3) n`);
  await database.db.execute(sql`
    insert into segment_lines (workspace_id, segment_id, line_no, contact_id, is_company, added_step)
    select ${ours.id}, s, n, n, true, 1 from generate_series(1, 1000) n, generate_series(1, 3) s`);
  await database.db.execute(sql`
    insert into interaction_log_entries (workspace_id, contact_id, date, description, interaction_group_code,
      interaction_template_code, information_flow, initiated_by, correspondence_type, salesperson_code, cost, duration,
      campaign_id, member_id, logged_at)
    select ${ours.id}, n, date '2026-01-01' + n % 300, '', 'LETTER', 'BUS', '', '', '', 'RR', 0, 0, 1 + n % 2, 101, ${at}
    from generate_series(1, 1000) n, generate_series(1, 3)`);
  await database.db.execute(sql`
    insert into opportunities (workspace_id, no, description, contact_id, salesperson_code, campaign_id, created_on,
      created_by, created_at, estimated_value)
    select ${ours.id}, 'OP' || n || '-' || m, '', n, 'RR', 1 + n % 2, '2026-11-23', 101, ${at}, n
    from generate_series(1, 1000) n, generate_series(1, 3) m`);
  await database.db.execute(sql`analyze`);
});

async function planOf(text: string): Promise<string> {
  const condition = compileCriteria(criteria(text), { workspaceId: ours.id });
  const rows = await database.db.execute<Record<string, string>>(
    sql`explain select c.id from contacts c where ${condition}`,
  );
  return [...rows].map((row) => row['QUERY PLAN']).join('\n');
}

test.each([
  ['segment:SM1', /Semi Join|HashAggregate|Unique/],
  ['segment:<>SM1', /Anti Join/],
  ['-segment:SM1|SM2', /Anti Join/],
  ['interaction.date:>2026-03-01 interaction.campaign:CP1001', /Semi Join|HashAggregate|Unique/],
  ['-interaction.date:>2026-03-01', /Anti Join/],
  ['-(interaction.date:>2026-03-01 interaction.campaign:CP1001)', /Anti Join/],
  ['interaction.count:>2', /Semi Join|HashAggregate/],
  ['interaction.count:<2 interaction.date:2026', /Anti Join/],
  ["interaction.date:''", /Anti Join/],
  ['opportunity.status:won opportunity.campaign:CP1001', /Semi Join|HashAggregate|Unique/],
  ['-(opportunity.status:won opportunity.value:>100)', /Anti Join/],
  ['opportunity.count:>2 interaction.date:>2026-03-01', /Semi Join|HashAggregate/],
  ['-(mailing:A OR job:B)', /Anti Join/],
  ['name:X OR segment:SM1', /hashed SubPlan/],
  ['-(name:X segment:SM1 interaction.campaign:CP1001)', /hashed SubPlan/],
])('%s is joined once, not looked up per contact', async (text, wanted) => {
  const plan = await planOf(text);
  expect(plan).toMatch(wanted);
  expect(plan).not.toMatch(/(?<!hashed )SubPlan \d+\)/);
});
