import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import {
  businessRelations,
  contactBusinessRelations,
  interactionLogEntries,
} from '../../../src/db/schema/index.ts';
import { activateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

/** Lets the database number campaigns above those that a test workspace has. */
export const numberCampaignsFrom100 = (workspace: TestWorkspace) =>
  workspace.db.execute(sql`select setval(pg_get_serial_sequence('campaigns', 'id'), 100)`);

/** Companies Kilo (a customer) and Lima, a person in each, and Mike who has no company. */
export async function addTargets(workspace: TestWorkspace): Promise<void> {
  await addContacts(workspace, [
    { id: 1, name: 'Kilo', territory: 'N', salesperson: 'RR' },
    { id: 2, name: 'Karla', company: 1, territory: 'S', salesperson: 'RR' },
    { id: 3, name: 'Lima', territory: 'N', salesperson: 'RR' },
    { id: 4, name: 'Lars', company: 3, territory: 'S', salesperson: 'RR' },
    { id: 5, name: 'Mike', type: 'person', territory: 'S', salesperson: 'RR' },
  ]);
  const { id: workspaceId, db } = workspace;
  await db.insert(businessRelations).values({ workspaceId, code: 'CUST', description: 'Customers' });
  await db
    .insert(contactBusinessRelations)
    .values({ workspaceId, contactId: 1, code: 'CUST', linkTo: 'Customer', linkNo: 'D1' });
}

/**
 * A workspace per test, because target groups depend on all segments of a campaign, and another one whose campaign
 * CP1001 is activated.
 */
export function useTargets() {
  const database = useDatabase();
  const made = {} as { here: TestWorkspace; elsewhere: TestWorkspace };
  let count = 0;
  beforeAll(async () => {
    made.elsewhere = await makeWorkspace(database.db, 'T0OTHER');
    await addTargets(made.elsewhere);
    await targetSegment(made.elsewhere, '');
    await activateCampaign(made.elsewhere.as('olaf'), { campaignNo: 'CP1001' });
  });
  beforeEach(async () => {
    count += 1;
    made.here = await makeWorkspace(database.db, `T0HERE${count}`);
    await addTargets(made.here);
  });
  return made;
}

/** A segment of CP1001 with these contacts, with Campaign Target on unless told otherwise. Its number. */
export async function targetSegment(
  workspace: TestWorkspace,
  filter: string | null,
  { target = true, campaignNo = 'CP1001' } = {},
): Promise<string> {
  const ctx = workspace.as('rita');
  const { no } = await createSegment(ctx, { description: 'Autumn', campaignNo, templateCode: 'BUS' });
  if (target) await updateHeader(ctx, { no, changes: { campaignTarget: true }, lines: 'follow' });
  if (filter !== null) await add(ctx, { no, criteria: criteria(filter) });
  return no;
}

/** Names of the target group of a campaign. */
export async function groupOf(workspace: TestWorkspace, campaignId = 1): Promise<string[]> {
  const rows = await workspace.db.execute<{ name: string }>(sql`
    select c.name from campaign_targets t
    join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
    where t.workspace_id = ${workspace.id} and t.campaign_id = ${campaignId} order by c.name`);
  return rows.map(({ name }) => name);
}

export type Entry = Partial<typeof interactionLogEntries.$inferInsert>;

/** Interactions of campaign CP1001, alike but for what is said of each. */
export async function log(workspace: TestWorkspace, entries: Entry[]): Promise<void> {
  await workspace.db.insert(interactionLogEntries).values(
    entries.map((entry) => ({
      workspaceId: workspace.id,
      contactId: 1,
      companyId: 1,
      date: '2026-11-23',
      description: 'Call',
      interactionGroupCode: 'PHONE',
      interactionTemplateCode: 'OUTGOING',
      informationFlow: 'outbound',
      initiatedBy: 'us',
      correspondenceType: '',
      salespersonCode: 'RR',
      cost: '0',
      duration: 0,
      campaignId: 1,
      memberId: 101,
      loggedAt: NOON,
      ...entry,
    })),
  );
}
