import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { contacts, salespeople } from '../../../src/db/schema/index.ts';
import { countCanceled } from '../../../src/services/cleanup/count-canceled.ts';
import { cleanupReport } from '../../../src/services/cleanup/report.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { postponeInteraction } from '../../../src/services/interactions/postpone-interaction.ts';
import { cancelTask } from '../../../src/services/tasks/cancel.ts';
import { createTask } from '../../../src/services/tasks/create.ts';
import { checkSource, createFromEntry } from '../../../src/services/tasks/create-from-entry.ts';
import { cleanUpNow } from '../../support/cleanup.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { csv, importFiles } from '../import/support.ts';
import { storedTasks } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
let entryId: number;

const rita = () => ours.as('rita');
const stored = (workspace = ours) => storedTasks(database.sql, workspace);
const VISIT = { description: 'Visit', date: 'tomorrow' };
const CALL = {
  contactNo: 'CT000003',
  templateCode: 'OUTGOING',
  description: 'Call',
  date: '2026-11-23',
  campaignNo: 'CP1001',
  salespersonCode: 'SS',
};

beforeEach(async () => {
  count += 1;
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  for (const workspace of [theirs, ours]) await addFive(workspace);
  ({ entryId } = await createInteraction(rita(), CALL));
});

it('has contact, salesperson and campaign of the interaction, once', async () => {
  await checkSource(rita(), { entryId });
  const wanted = { ...VISIT, entryId, requestKey: 'once' };
  expect(await createFromEntry(rita(), wanted)).toEqual({ no: 'TD000001' });
  expect(await createFromEntry(rita(), wanted)).toEqual({ no: 'TD000001' });
  const same = { contact: 3, company: 2, campaign: 1, salesperson: 'SS', entry: entryId, segment: null };
  expect(await stored()).toMatchObject([same, same]);
  await database.db.update(salespeople).set({ blocked: true }).where(eq(salespeople.code, 'SS'));
  await createFromEntry(rita(), { ...VISIT, entryId });
  expect((await stored()).at(-1)).toMatchObject({ salesperson: 'RR' });
});

it('is refused for a canceled or postponed one, a contact who is blocked, and another workspace', async () => {
  const refused = async (code: string, of = { entryId }, ctx = rita()) => {
    await expect(createFromEntry(ctx, { ...VISIT, ...of })).rejects.toMatchObject({ code });
    await expect(checkSource(ctx, of)).rejects.toMatchObject({ code });
  };
  await refused('interaction_not_found', { entryId }, theirs.as('rita'));
  const postponed = await postponeInteraction(rita(), CALL);
  await refused('interaction_not_found', { entryId: postponed.entryId });
  await database.db.update(contacts).set({ privacyBlocked: true }).where(eq(contacts.id, 3));
  await refused('task_contact_blocked');
  await database.db.update(contacts).set({ privacyBlocked: false }).where(eq(contacts.id, 3));
  await cancelInteractions(ours.as('anna'), { entryIds: [entryId] });
  await refused('task_of_canceled');
  expect(await stored()).toEqual([]);
});

it('is looked into without waiting for whoever changes the contact or the interaction', async () => {
  await database.sql.begin(async (tx) => {
    await tx`update contacts set name = 'Changed' where workspace_id = ${ours.id} and id = 3`;
    await tx`update interaction_log_entries set subject = 'Changed' where workspace_id = ${ours.id} and id = ${entryId}`;
    await checkSource(rita(), { entryId });
  });
});

it('waits for an import that moves the contact, not in its way, and is then about whose interaction it is', async () => {
  let creating: ReturnType<typeof createFromEntry> | undefined;
  await database.sql.begin(async (tx) => {
    await tx`select from contacts where workspace_id = ${ours.id} and id = 3 for update`;
    creating = createFromEntry(rita(), { ...VISIT, entryId });
    await expect
      .poll(async () => {
        const [row] = await database.sql`
          select count(*)::int as count from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return row?.count;
      })
      .toBe(1);
    await tx`set local lock_timeout = '1s'`;
    await tx`
      update interaction_log_entries set contact_id = 2, company_id = 2
      where workspace_id = ${ours.id} and id = ${entryId}`;
  });
  await creating;
  expect(await stored()).toMatchObject([
    { contact: 2, company: 2 },
    { contact: 2, company: 2 },
  ]);
});

it('stays when the interaction is canceled and cleared away', async () => {
  await createFromEntry(rita(), { ...VISIT, entryId });
  await cancelInteractions(ours.as('anna'), { entryIds: [entryId] });
  await cleanUpNow(ours, { kinds: ['interactions'] });
  expect(await stored()).toMatchObject([{ entry: null }, { entry: null }]);
});

it('is cleared away once it is canceled, its attendees’ with it, and no other', async () => {
  for (const workspace of [theirs, ours]) {
    for (const date of ['2026-01-15', '2026-03-15', '2026-03-16']) {
      await createTask(workspace.as('rita'), { description: 'Visit', date, contactNo: 'CT000001' });
    }
    for (const no of ['TD000001', 'TD000003']) await cancelTask(workspace.as('rita'), { no });
  }
  const anna = ours.as('anna');
  const none = { loggedSegments: 0, campaignEntries: 0, interactions: 0 };
  expect(await countCanceled(anna)).toEqual({ ...none, tasks: 2 });
  const winter = { kinds: ['tasks' as const], dated: { to: '2026-02-28' } };
  expect(await countCanceled(anna, winter)).toEqual({ ...none, tasks: 1 });
  expect(await countCanceled(anna, { kinds: ['interactions'] })).toEqual({ ...none, tasks: 0 });
  const runId = await cleanUpNow(ours, winter);
  expect(await cleanupReport(anna, { runId })).toMatchObject({ ...none, tasks: 1 });
  await cleanUpNow(ours, { kinds: ['tasks'] });
  expect((await stored()).map(({ no }) => no)).toEqual(['TD000005', 'TD000006']);
  expect(await stored(theirs)).toHaveLength(6);
});

it('stays behind with the old company when its person moves, and keeps a contact’s type', async () => {
  await createTask(rita(), { ...VISIT, contactNo: 'CT000003' });
  await createTask(rita(), { ...VISIT, contactNo: 'CT000004' });
  const file = (...rows: string[]) => ({ 'contacts.csv': csv('no,type,company_no,name', ...rows) });
  await importFiles(
    database.db,
    ours.id,
    file('CT000003,person,CT000001,Bo', 'CT000004,person,CT000001,Dee'),
  );
  expect((await stored()).map(({ contact, company }) => [contact, company])).toEqual([
    [2, 2],
    [2, 2],
    [1, 1],
    [1, 1],
  ]);
  await createTask(rita(), { ...VISIT, contactNo: 'CT000005' });
  const { rejects } = await importFiles(database.db, ours.id, file('CT000005,company,,Quiet'));
  expect(rejects).toEqual(['contacts.csv,2,type,company,cannot be the new type of a contact that has tasks']);
});
