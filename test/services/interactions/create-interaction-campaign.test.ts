import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  campaignEntries,
  campaigns,
  channelPosts,
  interactionTemplates,
  workspaceSettings,
} from '../../../src/db/schema/index.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { cancelCampaignEntry } from '../../../src/services/interactions/cancel-campaign-entry.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { addComment } from '../../../src/services/interactions/comments.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { evaluateInteraction } from '../../../src/services/interactions/evaluate-interaction.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { CALL, entryOf, postsOf } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
  for (const workspace of [ours, theirs]) await addFive(workspace);
  const { db } = database;
  await db.update(campaigns).set({ logChannel: 'C0AUTUMN' }).where(eq(campaigns.id, 1));
  await db
    .update(campaigns)
    .set({ startingDate: '2026-10-01', endingDate: '2026-11-20' })
    .where(eq(campaigns.id, 2));
});

const entriesOfCampaign = (campaignId: number, workspace = ours) =>
  database.db
    .select()
    .from(campaignEntries)
    .where(and(eq(campaignEntries.workspaceId, workspace.id), eq(campaignEntries.campaignId, campaignId)));
const create = (input: Partial<Parameters<typeof createInteraction>[1]> = {}) =>
  createInteraction(ours.as('rita'), { ...CALL, ...input });

describe('campaigns', () => {
  it('76: two interactions of a campaign have one campaign entry, however close they come', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map((hour) =>
        create({ campaignNo: 'cp1001', campaignResponse: true, time: `0${hour}:00` }),
      ),
    );
    const [entry, ...others] = await entriesOfCampaign(1);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      description: 'Interactions',
      manual: true,
      segmentNo: '',
      canceled: false,
    });
    for (const { entryId, channel } of made) {
      expect(channel).toBe('C0AUTUMN');
      expect(await entryOf(ours, entryId)).toMatchObject({
        campaignId: 1,
        campaignEntryId: entry?.id,
        campaignResponse: true,
        campaignTarget: false,
      });
    }
    expect(await entriesOfCampaign(1, theirs)).toEqual([]);
    // A canceled one counts again with the next.
    await database.db.update(campaignEntries).set({ canceled: true });
    await create({ campaignNo: 'CP1001' });
    expect(await entriesOfCampaign(1)).toMatchObject([{ id: entry?.id, canceled: false }]);
  });

  it('lets a date lie outside the campaign only where that was asked about', async () => {
    await expect(create({ campaignNo: 'CP1002', campaignDates: 'inside' })).rejects.toMatchObject({
      code: 'campaign_out_of_dates',
      params: { no: 'CP1002', from: '2026-10-01', to: '2026-11-20' },
      fields: [{ field: 'campaign' }],
    });
    await create({ campaignNo: 'CP1002', campaignDates: 'inside', date: '2026-11-20' });
    await create({ campaignNo: 'CP1002' });
    expect(await entriesOfCampaign(2)).toHaveLength(1);
  });

  it('gives flags a meaning only with a campaign, and takes the template’s where nothing is said', async () => {
    const none = await create({ campaignResponse: true });
    expect(await entryOf(ours, none.entryId)).toMatchObject({ campaignId: null, campaignResponse: false });
    await database.db
      .update(interactionTemplates)
      .set({ campaignId: 1, campaignTarget: true })
      .where(and(eq(interactionTemplates.workspaceId, ours.id), eq(interactionTemplates.code, 'OUTGOING')));
    const both = [await create(), await create({ campaignNo: null })];
    expect(await entryOf(ours, both[0]?.entryId ?? 0)).toMatchObject({ campaignId: 1, campaignTarget: true });
    expect(await entryOf(ours, both[1]?.entryId ?? 0)).toMatchObject({
      campaignId: null,
      campaignTarget: false,
    });
  });
});

describe('posts', () => {
  it('is told of in the workspace’s channel, or nowhere if so wished', async () => {
    await database.db.update(workspaceSettings).set({ logChannel: 'C0LOG' });
    const { entryId, channel } = await create();
    expect(channel).toBe('C0LOG');
    const [post] = await postsOf(ours, `interaction:${entryId}`);
    expect(post).toMatchObject({
      channel: 'C0LOG',
      content: { kind: 'interaction', entryId },
    });
    const quiet = await create({ quiet: true });
    expect(quiet.channel).toBeNull();
    expect(await postsOf(ours, `interaction:${quiet.entryId}`)).toEqual([]);
  });

  it('is not tried again where it was given up, whatever becomes of the interaction or the campaign', async () => {
    const { entryId } = await create({ campaignNo: 'CP1001' });
    await shareCampaign(ours.as('rita'), { no: 'CP1001', channel: 'C0AUTUMN' });
    await database.db.update(channelPosts).set({ status: 'failed', error: 'channel_not_found' });
    await evaluateInteraction(ours.as('rita'), { entryId, evaluation: 'positive' });
    await addComment(ours.as('rita'), { entryId, comment: 'Call again' });
    await cancelInteractions(ours.as('rita'), { entryIds: [entryId] });
    await cancelInteractions(ours.as('rita'), { entryIds: [entryId] });
    const [entry] = await entriesOfCampaign(1);
    await cancelCampaignEntry(ours.as('anna'), { entryNo: entry?.entryNo ?? 0, canceled: true });
    const posts = await database.db.select().from(channelPosts).where(eq(channelPosts.workspaceId, ours.id));
    expect(posts.map(({ subject, status }) => [subject, status])).toEqual([
      [`interaction:${entryId}`, 'failed'],
      ['campaign:1', 'failed'],
    ]);
  });
});
