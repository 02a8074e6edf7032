import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { contactSegments } from '../../../src/services/contacts/contact-segments.ts';
import { closeOpportunity } from '../../../src/services/opportunities/close.ts';
import { createForSegment } from '../../../src/services/opportunities/create-for-segment.ts';
import { editOpportunity } from '../../../src/services/opportunities/edit.ts';
import { deleteSegment } from '../../../src/services/segments/delete-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
const rita = () => ours.as('rita');

/** Opportunities OP000001 to OP000005 of CP1001, from a segment of all contacts: Dee, Alpha, Bo, Zeta, Quiet. */
const fill = async (workspace: TestWorkspace) => {
  await addFive(workspace);
  const segmentNo = await makeSegment(workspace.as('rita'), { campaignNo: 'CP1001' });
  await createForSegment(workspace.as('rita'), { segmentNo });
  return segmentNo;
};
const estimate = (no: string, estimatedValue: string, chances: number | null, workspace = ours) =>
  editOpportunity(workspace.as('rita'), { opportunityNo: no, estimatedValue, chances });

beforeAll(async () => {
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await fill(theirs);
  await estimate('OP000001', '999999', 100, theirs);
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
});

it('counts what a campaign’s active opportunities are worth', async () => {
  const figures = async (no = 'CP1001') => (await showCampaign(rita(), { no })).opportunities;
  await fill(ours);
  expect(await figures()).toEqual({ count: 5, estimated: '0.00', calculated: '0.00' });
  await estimate('OP000001', '1000', 25);
  await estimate('OP000002', '0.10', 50);
  await estimate('OP000003', '500', null);
  expect(await figures()).toEqual({ count: 5, estimated: '1500.10', calculated: '250.05' });
  const closing = { date: '2026-11-23', reason: 'Chosen' };
  await closeOpportunity(rita(), { opportunityNo: 'OP000001', outcome: 'won', ...closing });
  await closeOpportunity(rita(), { opportunityNo: 'OP000003', outcome: 'lost', ...closing });
  expect(await figures()).toEqual({ count: 3, estimated: '0.10', calculated: '0.05' });
  expect(await figures('CP1002')).toEqual({ count: 0, estimated: '0.00', calculated: '0.00' });
});

it('has the card of the campaign in channels shown anew', async () => {
  const segmentNo = await fill(ours);
  await shareCampaign(rita(), { no: 'CP1001', channel: CHANNEL });
  const revision = async () => {
    const [post] = await database.db
      .select({ revision: channelPosts.revision })
      .from(channelPosts)
      .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.subject, 'campaign:1')));
    return post?.revision ?? 0;
  };
  const changes = [
    () => createForSegment(rita(), { segmentNo, existing: 'add' }),
    () => estimate('OP000001', '1000', 25),
    () =>
      closeOpportunity(rita(), {
        opportunityNo: 'OP000002',
        outcome: 'lost',
        date: '2026-11-23',
        reason: 'No',
      }),
    () => editOpportunity(rita(), { opportunityNo: 'OP000003', campaignNo: null }),
  ];
  for (const change of changes) {
    const before = await revision();
    await change();
    expect(await revision()).toBe(before + 1);
  }
});

it('counts those of a contact, a company’s with its people’s', async () => {
  const figures = async (no: string) => (await contactSegments(rita(), { no })).opportunities;
  await fill(ours);
  await estimate('OP000002', '100', 50);
  await estimate('OP000003', '10', 50);
  expect(await figures('CT000002')).toEqual({ count: 2, estimated: '110.00', calculated: '55.00' });
  expect(await figures('CT000003')).toEqual({ count: 1, estimated: '10.00', calculated: '5.00' });
  await closeOpportunity(rita(), {
    opportunityNo: 'OP000003',
    outcome: 'lost',
    date: '2026-11-23',
    reason: 'Too dear',
  });
  expect(await figures('CT000003')).toEqual({ count: 0, estimated: '0.00', calculated: '0.00' });
});

it('keeps a campaign that has opportunities from being deleted', async () => {
  const segmentNo = await fill(ours);
  await deleteSegment(rita(), { no: segmentNo });
  await expect(deleteCampaign(ours.as('olaf'), { campaignNo: 'CP1001' })).rejects.toMatchObject({
    code: 'campaign_in_use',
    params: { opportunities: 5, segments: 0 },
  });
});
