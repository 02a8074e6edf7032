import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postContent } from '../../../src/core/posts.ts';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { createCampaign } from '../../../src/services/campaigns/create.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { editCampaign } from '../../../src/services/campaigns/edit.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { numberCampaignsFrom100 } from './support.ts';

const database = useDatabase();
let here: TestWorkspace;

beforeAll(async () => {
  here = await makeWorkspace(database.db, 'T0HERE');
  await numberCampaignsFrom100(here);
});
beforeEach(() => database.sql`delete from channel_posts`);

const rita = () => here.as('rita');
const create = () => createCampaign(rita(), { description: 'Winter' });

describe('sharing a card', () => {
  const share = (no: string) => shareCampaign(rita(), { no, channel: 'C0SALES' });
  const cards = () =>
    here.db
      .select()
      .from(channelPosts)
      .where(eq(channelPosts.workspaceId, here.id))
      .orderBy(asc(channelPosts.id));
  const set = (values: Partial<typeof channelPosts.$inferInsert>) =>
    here.db.update(channelPosts).set(values).where(eq(channelPosts.workspaceId, here.id));

  it('again puts it at the end of the channel, and the one before says so once', async () => {
    const { no } = await create();
    const { id } = await showCampaign(rita(), { no });
    await share(no);
    // Still to come: once more changes nothing.
    await share(no);
    expect(await cards()).toMatchObject([{ key: `campaign:${id}:C0SALES`, revision: 1 }]);
    await set({ status: 'posted', postedRevision: 1, slackTs: '1.1', slackChannel: 'C0SALES' });
    await share(no);
    const [before, now] = await cards();
    expect(before).toMatchObject({
      key: `campaign:${id}:C0SALES:${before?.id}`,
      content: { kind: 'campaign-card', moved: true },
      status: 'waiting',
      slackTs: '1.1',
    });
    expect(now).toMatchObject({ key: `campaign:${id}:C0SALES`, status: 'waiting', slackTs: null });
    expect(await renderPost(here.job(), postContent.parse(before?.content))).toMatchObject({
      text: expect.stringContaining('was shared again further down'),
    });
    await set({ status: 'posted' });
    await editCampaign(rita(), { campaignNo: no, description: 'Changed' });
    expect((await cards()).map((one) => one.status)).toEqual(['posted', 'waiting']);
    await deleteCampaign(rita(), { campaignNo: no });
    expect((await cards()).map((one) => (one.content as { kind: string }).kind)).toEqual([
      'deleted',
      'campaign-card',
    ]);
  });

  it('tries anew where the channel did not take it', async () => {
    const { no } = await create();
    await share(no);
    await set({ status: 'failed', error: 'channel_not_found' });
    await share(no);
    expect(await cards()).toMatchObject([{ status: 'waiting', error: null }]);
  });
});
