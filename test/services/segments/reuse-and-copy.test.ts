import { beforeAll, expect, it } from 'vitest';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { copySegment } from '../../../src/services/segments/copy.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reuse } from '../../../src/services/segments/reuse.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');
let loggedNo = '';
let entryNo = 0;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
  loggedNo = await makeSegment(rita(), { criteria: 'territory:N' });
  const runId = await startRun(ours, loggedNo);
  await logSegment(ours.job(), { runId });
  const [row] = await database.sql<{ entry_no: string }[]>`
    select entry_no from logged_segments where workspace_id = ${ours.id}`;
  entryNo = Number(row?.entry_no);
});

const card = (no: string) => showSegment(rita(), { no, limit: 50 });
const namesOn = async (no: string) => (await card(no)).contacts.map((contact) => contact.name);

it('38: reuses a logged segment in one step, doubling who is there already', async () => {
  const { no } = await createSegment(rita(), { description: 'Next round' });
  await add(rita(), { no, criteria: criteria('name:Zeta') });
  await expect(reuse(rita(), { entryNo, no })).rejects.toMatchObject({ code: 'steps_exist' });
  expect(await reuse(rita(), { entryNo, no, confirmed: true })).toMatchObject({ segmentNo: no, steps: 1 });
  expect((await namesOn(no)).sort()).toEqual(['Alpha', 'Dee', 'Zeta', 'Zeta']);
  await undoStep(rita(), { no });
  expect(await namesOn(no)).toEqual(['Zeta']);
});

it('38: takes the campaign from the log, whatever the header says', async () => {
  const { no: first } = await makeApproved(ours);
  const logged = await logNow(ours, first);
  const { segmentNo: no } = await reuse(rita(), { entryNo: logged.entryNo });
  const campaignsOn = async (on: string) =>
    (await searchLines(rita(), { no: on, limit: 50 })).rows.map(({ campaignNo }) => campaignNo);
  expect(await campaignsOn(no)).toEqual(Array(5).fill('CP1001'));
  expect(await card(no)).toMatchObject({ header: { campaign: null }, needsApproval: true });

  await updateHeader(rita(), {
    no,
    changes: { templateCode: 'BUS', salespersonCode: 'RR' },
    lines: 'follow',
  });
  const { requestId } = await submitSegment(rita(), { no });
  await approveRequest(ours.as('mona'), { requestId });
  const { loggedSegmentId } = await logNow(ours, no);
  expect(
    await database.sql`
      select campaign_id from campaign_entries
      where workspace_id = ${ours.id} and logged_segment_id = ${loggedSegmentId}`,
  ).toEqual([{ campaign_id: '1' }]);

  // Interactions without a campaign bring none, on a header that has one too.
  const { no: onCampaign } = await createSegment(rita(), { description: 'Fair', campaignNo: 'CP1002' });
  await reuse(rita(), { entryNo, no: onCampaign });
  expect(await campaignsOn(onCampaign)).toEqual([null, null, null]);
  await reuse(rita(), { entryNo: logged.entryNo, no: onCampaign, confirmed: true });
  const both = [...Array(3).fill(null), ...Array(5).fill('CP1001')];
  expect(await campaignsOn(onCampaign)).toEqual(both);
  await undoStep(rita(), { no: onCampaign });
  await redoStep(rita(), { no: onCampaign });
  expect(await campaignsOn(onCampaign)).toEqual(both);
});

it('reuses a logged segment as a new one, once per request', async () => {
  const once = { entryNo, requestKey: 'again' };
  const { segmentNo, created } = await reuse(rita(), once);
  expect(created).toBe(true);
  expect((await reuse(rita(), once)).segmentNo).toBe(segmentNo);
  expect((await card(segmentNo)).header.description).toBe('Autumn call');
});

it('knows no logged segment of another workspace', async () => {
  await expect(reuse(theirs.as('rita'), { entryNo })).rejects.toMatchObject({
    code: 'logged_segment_not_found',
  });
  await expect(copySegment(theirs.as('rita'), { no: loggedNo })).rejects.toMatchObject({
    code: 'segment_not_found',
  });
});

it('copies the header and the lines, with doubles and values of their own', async () => {
  const no = await makeSegment(rita(), { description: 'Original', campaignNo: 'CP1001' });
  await add(rita(), { no, criteria: criteria('name:Zeta'), options: { allowExisting: true } });
  await editLine(rita(), { no, lineNo: 1, changes: { cost: '99.50' } });
  const before = await card(no);
  const { segmentNo, from } = await copySegment(rita(), { no: no.toLowerCase() });
  expect(from).toBe(no);
  const copy = await card(segmentNo);
  expect(copy.contacts.map((one) => one.contactNo)).toEqual(before.contacts.map((one) => one.contactNo));
  expect([copy.cost, copy.duration]).toEqual([before.cost, before.duration]);
  expect(copy.header).toMatchObject({ description: 'Original', campaign: { no: 'CP1001' }, state: 'open' });
  expect(copy.header.counts).toEqual(before.header.counts);
  await undoStep(rita(), { no: segmentNo });
  expect((await card(segmentNo)).cost).toBe('0.00');
  expect((await card(no)).contacts).toEqual(before.contacts);
});

it('copies a logged segment with the contacts it was logged with', async () => {
  const { segmentNo } = await copySegment(rita(), { no: loggedNo });
  expect((await namesOn(segmentNo)).sort()).toEqual(['Alpha', 'Dee', 'Zeta']);
});
