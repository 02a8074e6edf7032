import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { activateCampaign, deactivateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { exportTargets, targetFileOf } from '../../../src/services/campaigns/targets/export.ts';
import { listTargets } from '../../../src/services/campaigns/targets/list.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { startRun } from '../../support/loggable.ts';
import { groupOf, targetSegment, useTargets } from './support.ts';

const targets = useTargets();

const activate = () => activateCampaign(targets.here.as('olaf'), { campaignNo: 'CP1001' });
const rita = () => targets.here.as('rita');

describe('activating', () => {
  it('60: needs a target line; that of a customer-linked company makes its customer a target', async () => {
    await targetSegment(targets.here, '', { target: false });
    await expect(activate()).rejects.toMatchObject({ code: 'no_targets' });
    await targetSegment(targets.here, 'name:Kilo');
    expect(await activate()).toMatchObject({ targets: 1, added: 1 });
    expect(await listTargets(rita(), { no: 'cp1001' })).toMatchObject({
      counts: { customers: 1, contacts: 0 },
      targets: [{ kind: 'customer', name: 'Kilo' }],
    });
  });

  it('61: takes the company of a person who is no customer, and the person who has no company', async () => {
    await targetSegment(targets.here, 'name:Lars|Mike');
    await activate();
    expect(await listTargets(rita(), { no: 'CP1001' })).toMatchObject({
      counts: { customers: 0, contacts: 2 },
      targets: [
        { kind: 'contact', name: 'Lima' },
        { kind: 'contact', name: 'Mike' },
      ],
    });
  });

  it('is for organizers; deactivating empties the group, twice is refused', async () => {
    await targetSegment(targets.here, '');
    await expect(activateCampaign(rita(), { campaignNo: 'CP1001' })).rejects.toMatchObject({
      code: 'organizers_only',
    });
    await activate();
    const olaf = targets.here.as('olaf');
    expect(await deactivateCampaign(olaf, { campaignNo: 'CP1001' })).toMatchObject({ targets: 3 });
    await expect(deactivateCampaign(olaf, { campaignNo: 'CP1001' })).rejects.toMatchObject({
      code: 'campaign_not_activated',
    });
    expect((await showCampaign(rita(), { no: 'CP1001' })).activated).toBe(false);
    expect(await groupOf(targets.elsewhere)).toEqual(['Kilo', 'Lima', 'Mike']);
  });

  it('counts lines that kept the campaign when their segment got another one', async () => {
    const no = await targetSegment(targets.here, 'name:Kilo');
    await updateHeader(rita(), { no, changes: { campaignNo: 'CP1002' }, lines: 'keep' });
    expect(await activate()).toMatchObject({ targets: 1 });
    await undoStep(rita(), { no });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    await redoStep(rita(), { no });
    await goToStep(rita(), { no, step: 0 });
    expect(await groupOf(targets.here)).toEqual([]);
  });
});

it('logging has the card in the channel shown anew', async () => {
  const { revision } = await sharedCard();
  await targets.here.db.execute(
    `update workspace_settings set approval_policy = 'never' where workspace_id = ${targets.here.id}`,
  );
  const no = await targetSegment(targets.here, '');
  await logSegment(targets.here.job(), { runId: await startRun(targets.here, no) });
  expect((await card()).revision).toBeGreaterThan(revision + 1);
});

const card = async () => {
  const [row] = await targets.here.db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, targets.here.id), eq(channelPosts.subject, 'campaign:1')));
  if (!row) throw new Error('There is no card.');
  return row;
};

async function sharedCard() {
  await shareCampaign(rita(), { no: 'CP1001', channel: 'C0SALES' });
  return card();
}

it('sends the target group as CSV to the person alone', async () => {
  await targetSegment(targets.here, '');
  await expect(exportTargets(rita(), { no: 'CP1001' })).rejects.toMatchObject({
    code: 'campaign_not_activated',
  });
  await activate();
  expect(await exportTargets(rita(), { no: 'CP1001' })).toMatchObject({ no: 'CP1001' });
  const posts = await targets.here.db.execute(
    `select channel, content from channel_posts where workspace_id = ${targets.here.id}`,
  );
  expect([...posts]).toEqual([{ channel: 'U0RITA', content: { kind: 'campaign-targets', campaignId: 1 } }]);
  const { content } = await targetFileOf(targets.here.job({ locale: 'da' }), { campaignId: 1 });
  const lines = content.toString('utf8').trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^Debitor;CT000001;/);
});
