import { expect, it } from 'vitest';
import { inTransaction, type MemberContext, type TransactionContext } from '../../../src/core/context.ts';
import { activateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { removeLine } from '../../../src/services/segments/remove-line.ts';
import { reuse } from '../../../src/services/segments/reuse.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { logNow } from '../../support/loggable.ts';
import { groupOf, targetSegment, useTargets } from './support.ts';

const targets = useTargets();
const rita = () => targets.here.as('rita');
const anna = () => targets.here.as('anna');

/** Does the first and, before it is committed, begins the second, until that one waits for it or is done. */
async function together(
  first: (ctx: MemberContext & TransactionContext) => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<void> {
  let isDone = false;
  let begun: Promise<unknown> = Promise.resolve();
  await inTransaction(anna(), async (ctx) => {
    await first(ctx);
    begun = second().finally(() => {
      isDone = true;
    });
    begun.catch(() => {});
    await expect.poll(async () => isDone || (await someoneWaits())).toBe(true);
  });
  await begun;
}

async function someoneWaits(): Promise<boolean> {
  const waiting = await targets.here.db.execute(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}

/** Lima was logged for CP1002, which has a target: Kilo. @returns its log entry, to take lines from */
async function logged(): Promise<number> {
  await targets.here.db.execute(
    `update workspace_settings set approval_policy = 'never' where workspace_id = ${targets.here.id}`,
  );
  await targetSegment(targets.here, 'name:Kilo', { campaignNo: 'CP1002' });
  const once = { campaignNo: 'CP1002', target: false };
  return (await logNow(targets.here, await targetSegment(targets.here, 'name:Lima', once))).entryNo;
}
/** The lines come to a segment of CP1001, as targets of CP1002. */
async function ownCampaign(): Promise<(ctx: MemberContext) => Promise<unknown>> {
  const entryNo = await logged();
  const no = await targetSegment(targets.here, null);
  return (ctx) => reuse(ctx, { entryNo, no, confirmed: true });
}
const activate = (ctx: MemberContext) => activateCampaign(ctx, { campaignNo: 'CP1002' });

it('a line with a campaign of its own that comes while that is activated is not missed', async () => {
  const bring = await ownCampaign();
  await together(bring, () => activate(anna()));
  expect(await groupOf(targets.here, 2)).toEqual(['Kilo', 'Lima']);
});

it('nor is one that comes while the activation is not yet through', async () => {
  const bring = await ownCampaign();
  await together(activate, () => bring(rita()));
  expect(await groupOf(targets.here, 2)).toEqual(['Kilo', 'Lima']);
});

it('a company stays for an interaction that is logged while its last line goes', async () => {
  const no = await targetSegment(targets.here, 'name:Kilo|Lima');
  await activateCampaign(anna(), { campaignNo: 'CP1001' });
  await targets.here.db.execute(
    `update interaction_templates set campaign_target = true where workspace_id = ${targets.here.id} and code = 'BUS'`,
  );
  const call = { contactNo: 'CT000003', templateCode: 'BUS', campaignNo: 'CP1001', description: 'Call' };
  await together(
    (ctx) => createInteraction(ctx, { ...call, date: '2026-11-23', salespersonCode: 'RR' }),
    () => removeLine(rita(), { no, lineNo: 2 }),
  );
  expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
});

it('the header’s target counts for lines with a campaign of their own, too', async () => {
  const entryNo = await logged();
  await activate(anna());
  const no = await targetSegment(targets.here, null, { target: false });
  await reuse(rita(), { entryNo, no, confirmed: true });
  expect(await groupOf(targets.here, 2)).toEqual(['Kilo']);
  await updateHeader(rita(), { no, changes: { campaignTarget: true }, lines: 'follow' });
  expect(await groupOf(targets.here, 2)).toEqual(['Kilo', 'Lima']);
  await updateHeader(rita(), { no, changes: { campaignTarget: false }, lines: 'follow' });
  expect(await groupOf(targets.here, 2)).toEqual(['Kilo']);
});
