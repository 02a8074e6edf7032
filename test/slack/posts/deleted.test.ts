import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createCampaign } from '../../../src/services/campaigns/create.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { deleteCriteria } from '../../../src/services/saved-criteria/change.ts';
import { saveCriteria } from '../../../src/services/saved-criteria/save.ts';
import { shareCriteria } from '../../../src/services/saved-criteria/share.ts';
import { deletedMessage } from '../../../src/slack/posts/deleted.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { numberCampaignsFrom100 } from '../../services/campaigns/support.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeSegment } from '../../support/loggable.ts';
import { markupIn, NASTY_NAMES, validMessage } from '../../support/valid-slack.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, startHarness } from '../delivery/harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let h: Harness;
const mona = (workspace = ours) => workspace.as('mona');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) await addFive(workspace);
  await numberCampaignsFrom100(ours);
});
beforeEach(async () => {
  h = await startHarness(ours);
  h.render.post = renderPost;
});
afterEach(() => h.slack.stop());

/** The last words of the channel's only message of these, and its blocks. */
function lastEdit() {
  const call = h.slack.calls.findLast(({ method }) => method === 'chat.update');
  return { text: call?.args.text, blocks: call?.args.blocks ?? '' };
}

it('a campaign that is deleted: its card says so, without buttons', async () => {
  const { no } = await createCampaign(mona(), { description: 'Winter <fair>' });
  await shareCampaign(mona(), { no, channel: CHANNEL });
  await h.drain(CHANNEL);
  // Not posted yet, and never to be.
  await shareCampaign(mona(), { no, channel: 'C0NORDIC' });
  await deleteCampaign(mona(), { campaignNo: no });
  await h.drain(CHANNEL);
  await h.drain('C0NORDIC');
  expect(lastEdit().text).toBe(`Campaign *${no}* Winter &lt;fair&gt; was deleted.`);
  expect(lastEdit().blocks).not.toContain('"actions"');
  expect(h.slack.messages.map(({ channel }) => channel)).toEqual([CHANNEL]);
});

it('saved criteria that are deleted: messages that share them say so, in this workspace alone', async () => {
  for (const workspace of [theirs, ours]) {
    const rita = workspace.as('rita');
    const { id } = await saveCriteria(rita, {
      no: await makeSegment(rita),
      code: 'NORTH',
      description: 'All',
    });
    await shareCriteria(rita, { id, channel: CHANNEL });
    if (workspace === theirs) {
      await database.db.execute(
        sql`update channel_posts set slack_ts = '1.1' where workspace_id = ${theirs.id}`,
      );
      continue;
    }
    await h.drain(CHANNEL);
    await deleteCriteria(rita, { id });
  }
  await h.drain(CHANNEL);
  expect(lastEdit().text).toBe('The saved criteria *NORTH* All were deleted; segments made from them stay.');
  expect(lastEdit().blocks).not.toContain('"actions"');
  const touched = await database.sql`
    select 1 from channel_posts where workspace_id = ${theirs.id} and content->>'kind' = 'deleted'`;
  expect(touched).toHaveLength(0);
});

it.each(NASTY_NAMES)('stands names with %s', (_what, description) => {
  for (const what of ['campaign', 'saved-criteria'] as const) {
    const said = validMessage(deletedMessage('da', { what, name: 'CP1', description }));
    expect(markupIn(said)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
  }
});
