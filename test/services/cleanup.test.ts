import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type TaskTools, tasks } from '../../src/jobs/tasks.ts';
import { cleanUp } from '../../src/services/cleanup/clean-up.ts';
import { countCanceled } from '../../src/services/cleanup/count-canceled.ts';
import { CLEANUP_KINDS } from '../../src/services/cleanup/kinds.ts';
import { cleanupReport } from '../../src/services/cleanup/report.ts';
import { requestCleanup } from '../../src/services/cleanup/request-cleanup.ts';
import { cancelCampaignEntry } from '../../src/services/interactions/cancel-campaign-entry.ts';
import { cancelInteractions } from '../../src/services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../src/services/interactions/cancel-logged-segment.ts';
import { listCampaignEntries } from '../../src/services/interactions/list-campaign-entries.ts';
import { listInteractions } from '../../src/services/interactions/list-interactions.ts';
import { showLogged } from '../../src/services/interactions/show-logged.ts';
import { cleanUpNow, confirmCleanup } from '../support/cleanup.ts';
import { useDatabase } from '../support/database.ts';
import { addFive, logNow, makeApproved } from '../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
const anna = () => ours.as('anna');

async function log(workspace: TestWorkspace): Promise<number> {
  const { no } = await makeApproved(workspace);
  return (await logNow(workspace, no)).entryNo;
}
/** Logs a segment, and cancels it. */
async function logCanceled(workspace = ours): Promise<number> {
  const entryNo = await log(workspace);
  await cancelLoggedSegment(workspace.as('anna'), { entryNo, canceled: true });
  return entryNo;
}
const entriesOf = (entryNo: number) =>
  listInteractions(anna(), { filter: { scope: { kind: 'logged', key: String(entryNo) } }, limit: 50 });

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
  await logCanceled(theirs);
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

it('shows an admin how much is canceled, and nobody else', async () => {
  const entryNo = await log(ours);
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 0,
    campaignEntries: 0,
    interactions: 0,
    tasks: 0,
  });
  await cancelLoggedSegment(anna(), { entryNo, canceled: true });
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 1,
    campaignEntries: 1,
    interactions: 5,
    tasks: 0,
  });
  await expect(countCanceled(ours.as('mona'))).rejects.toMatchObject({ code: 'admins_only' });
  await expect(requestCleanup(ours.as('rita'), { kinds: ['interactions'] })).rejects.toMatchObject({
    code: 'admins_only',
  });
});

it('58: a deleted logged segment leaves its interactions, canceled and without the link', async () => {
  const entryNo = await logCanceled();
  await cleanUpNow(ours, { kinds: ['loggedSegments'] });
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 0,
    campaignEntries: 1,
    interactions: 5,
    tasks: 0,
  });
  await expect(showLogged(anna(), { entryNo })).rejects.toMatchObject({
    code: 'logged_segment_not_found',
  });
  const left = await listInteractions(anna(), { filter: { scope: { kind: 'campaign', key: 'CP1001' } } });
  expect(left.rows.map((row) => [row.canceled, row.loggedEntryNo])).toEqual(
    Array.from({ length: 5 }, () => [true, null]),
  );
  const { entries } = await listCampaignEntries(anna(), { campaign: 'CP1001' });
  expect(entries).toMatchObject([{ canceled: true, loggedEntryNo: null, segmentNo: 'SM00001' }]);
});

it('59: a deleted campaign entry takes its interactions along, and what counts stays', async () => {
  await logCanceled();
  const kept = await log(ours);
  await cleanUpNow(ours, { kinds: ['loggedSegments'] });
  const runId = await cleanUpNow(ours, { kinds: ['campaignEntries'] });
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 0,
    campaignEntries: 0,
    interactions: 0,
    tasks: 0,
  });
  expect((await entriesOf(kept)).rows).toHaveLength(5);
  expect(await cleanupReport(anna(), { runId })).toEqual({
    loggedSegments: 0,
    campaignEntries: 1,
    interactions: 5,
    tasks: 0,
    dated: {},
  });
});

it('deletes canceled interactions with their comments, and leaves call lists called', async () => {
  const entryNo = await log(ours);
  const { rows } = await entriesOf(entryNo);
  const [first, second] = rows.map((row) => row.entryId);
  await cancelInteractions(anna(), { entryIds: [first ?? 0, second ?? 0] });
  await database.sql`
    insert into interaction_comments (workspace_id, entry_id, comment, member_id, at)
    values (${ours.id}, ${first ?? 0}, 'Wrong number', 101, now())`;
  const run = await confirmCleanup(ours, { kinds: ['interactions'] });
  await cleanUp(ours.job(), run);
  // Run again, as after a kill, it deletes nothing more and reports the same, in one message.
  await cleanUp(ours.job(), run);
  expect((await entriesOf(entryNo)).rows).toHaveLength(3);
  expect(await cleanupReport(anna(), { runId: run.runId })).toMatchObject({ interactions: 2 });
  const posts = await database.sql`
    select 1 from channel_posts where workspace_id = ${ours.id} and key = ${`cleanup:${run.runId}`} and channel = 'U0ANNA'`;
  expect(posts).toHaveLength(1);
});

it('tells the admin when it fails for good, with what it has deleted by then', async () => {
  await logCanceled();
  const run = await confirmCleanup(ours, { kinds: ['loggedSegments', 'interactions'] });
  const attempt = (last: boolean) => {
    const tools = { db: database.db, now: () => new Date() } as unknown as TaskTools;
    return tasks['clean-up'](tools, { workspaceId: ours.id, ...run }, { jobId: '7', last });
  };
  const told = () => database.sql`
    select content from channel_posts where workspace_id = ${ours.id} and key = ${`cleanup:${run.runId}`}`;
  await database.sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'The disk is full'; end $$`;
  await database.sql`create trigger refuse before delete on interaction_log_entries execute function refuse()`;
  try {
    await expect(attempt(false)).rejects.toThrow();
    expect(await told()).toHaveLength(0);
    await expect(attempt(true)).rejects.toThrow();
  } finally {
    await database.sql`drop function refuse cascade`;
  }
  expect(await told()).toEqual([{ content: { kind: 'cleanup', runId: run.runId, failed: '7' } }]);
  expect(await cleanupReport(anna(), { runId: run.runId })).toMatchObject({
    loggedSegments: 1,
    interactions: 0,
  });
});

it('touches nothing of another workspace', async () => {
  await logCanceled();
  await cleanUpNow(ours, { kinds: ['loggedSegments', 'campaignEntries', 'interactions'] });
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 0,
    campaignEntries: 0,
    interactions: 0,
    tasks: 0,
  });
  expect(await countCanceled(theirs.as('anna'))).toEqual({
    loggedSegments: 1,
    campaignEntries: 1,
    interactions: 5,
    tasks: 0,
  });
  await expect(cancelCampaignEntry(anna(), { entryNo: 999, canceled: true })).rejects.toMatchObject({
    code: 'campaign_entry_not_found',
  });
});

it('deletes nothing that was canceled after somebody confirmed', async () => {
  await logCanceled();
  const counting = await log(ours);
  const ids = (await entriesOf(counting)).rows.map((row) => row.entryId);
  await cancelInteractions(anna(), { entryIds: ids.slice(0, 2) });
  const kinds = [...CLEANUP_KINDS];
  const shown = await countCanceled(anna(), { kinds });
  expect(shown).toEqual({ loggedSegments: 1, campaignEntries: 1, interactions: 7, tasks: 0 });
  const run = await confirmCleanup(ours, { kinds, counts: shown });
  await cancelInteractions(anna(), { entryIds: ids.slice(2, 3) });
  const later = await logCanceled();
  await cleanUp(ours.job(), run);
  expect(await cleanupReport(anna(), { runId: run.runId })).toMatchObject(shown);
  expect((await entriesOf(counting)).rows.map((row) => row.entryId)).toEqual(ids.slice(2));
  expect((await entriesOf(later)).rows).toHaveLength(5);
  expect(await countCanceled(anna())).toEqual({
    loggedSegments: 1,
    campaignEntries: 1,
    interactions: 6,
    tasks: 0,
  });
});

it('keeps a campaign entry for an interaction that was canceled after somebody confirmed', async () => {
  const entryNo = await log(ours);
  const ids = (await entriesOf(entryNo)).rows.map((row) => row.entryId);
  const { entries } = await listCampaignEntries(anna(), { campaign: 'CP1001' });
  await cancelCampaignEntry(anna(), { entryNo: entries[0]?.entryNo ?? 0, canceled: true });
  const run = await confirmCleanup(ours, { kinds: ['campaignEntries'] });
  await database.sql`
    insert into interaction_log_entries (workspace_id, contact_id, date, description, interaction_group_code,
      interaction_template_code, information_flow, initiated_by, correspondence_type, salesperson_code, cost, duration,
      member_id, logged_at, campaign_id, campaign_entry_id, logged_segment_id, canceled)
    select workspace_id, contact_id, date, description, interaction_group_code, interaction_template_code,
      information_flow, initiated_by, correspondence_type, salesperson_code, cost, duration, member_id, logged_at,
      campaign_id, campaign_entry_id, logged_segment_id, true
    from interaction_log_entries where workspace_id = ${ours.id} and id = ${ids[0] ?? 0}`;
  await cleanUp(ours.job(), run);
  expect(await cleanupReport(anna(), { runId: run.runId })).toMatchObject({
    campaignEntries: 0,
    interactions: 0,
  });
  expect((await entriesOf(entryNo)).rows).toHaveLength(6);
});

it('starts nothing where there is not as much as the person was shown', async () => {
  await logCanceled();
  const kinds = [...CLEANUP_KINDS];
  const shown = await countCanceled(anna(), { kinds });
  await logCanceled();
  expect(await requestCleanup(anna(), { kinds, counts: shown })).toEqual({
    runId: null,
    counts: { loggedSegments: 2, campaignEntries: 2, interactions: 10, tasks: 0 },
  });
  const requests = await database.sql`
    select 1 from audit_log where workspace_id = ${ours.id} and action = 'cleanup.request'`;
  expect(requests).toHaveLength(0);
});
