import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

/** A logged segment, and all that can be canceled of it. */
interface Logged {
  entryNo: number;
  id: number;
  campaignEntry: number;
  entries: number[];
}

/** A segment of CP1001 with all five contacts, logged by Rita. What was logged before counts no more. */
async function logFive(workspace: TestWorkspace): Promise<Logged> {
  await workspace.db.execute(
    sql`update interaction_log_entries set canceled = true where workspace_id = ${workspace.id}`,
  );
  const { no } = await makeApproved(workspace);
  const { entryNo, loggedSegmentId: id } = await logNow(workspace, no);
  const entries = await workspace.db.execute<{ id: number; entry_no: number }>(sql`
    select e.id::integer, ce.entry_no::integer from interaction_log_entries e
    join campaign_entries ce on ce.workspace_id = e.workspace_id and ce.id = e.campaign_entry_id
    where e.workspace_id = ${workspace.id} and e.logged_segment_id = ${id} order by e.id`);
  return {
    entryNo,
    id,
    campaignEntry: entries[0]?.entry_no ?? 0,
    entries: entries.map((entry) => entry.id),
  };
}

/** Two workspaces with five contacts each, all of them logged: in ours anew for each test. */
export function useLogs() {
  const database = useDatabase();
  const logs = {} as { ours: TestWorkspace; theirs: TestWorkspace; logged: Logged };
  beforeAll(async () => {
    logs.ours = await makeWorkspace(database.db, 'T0OURS');
    logs.theirs = await makeWorkspace(database.db, 'T0THEIRS');
    for (const workspace of [logs.theirs, logs.ours]) await addFive(workspace);
    await logFive(logs.theirs);
  });
  beforeEach(async () => {
    logs.logged = await logFive(logs.ours);
  });
  return {
    logs,
    database,
    rita: () => logs.ours.as('rita'),
    state: () => stateOf(logs.ours, logs.logged),
    entry: (at: number) => logs.logged.entries[at] ?? 0,
  };
}

/** Which parts of a logged segment are canceled. */
async function stateOf(workspace: TestWorkspace, { id }: Logged) {
  const [row] = await workspace.db.execute<{ logged: boolean; campaigns: boolean[]; entries: boolean[] }>(sql`
    select g.canceled as logged,
      (select array_agg(ce.canceled) from campaign_entries ce
        where ce.workspace_id = g.workspace_id and ce.logged_segment_id = g.id) as campaigns,
      (select array_agg(e.canceled order by e.id) from interaction_log_entries e
        where e.workspace_id = g.workspace_id and e.logged_segment_id = g.id) as entries
    from logged_segments g where g.workspace_id = ${workspace.id} and g.id = ${id}`);
  return row;
}

/** The same of each of five entries. */
export const five = (canceled: boolean) => Array.from({ length: 5 }, () => canceled);
