import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, campaignStatuses, numberSeries, salespeople } from '../../../src/db/schema/index.ts';
import { createCampaign } from '../../../src/services/campaigns/create.ts';
import { outsideCampaign } from '../../../src/services/campaigns/dates.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { editCampaign } from '../../../src/services/campaigns/edit.ts';
import { nearCampaigns } from '../../../src/services/campaigns/find-campaign.ts';
import { listCampaigns } from '../../../src/services/campaigns/list.ts';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { cardMessage } from '../../../src/slack/segments/card.ts';
import { loadCard } from '../../../src/slack/segments/load-card.ts';
import { useDatabase } from '../../support/database.ts';
import { textOf } from '../../support/valid-slack.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';
import { addTargets, numberCampaignsFrom100, targetSegment } from './support.ts';

const database = useDatabase();
let count = 0;
let here: TestWorkspace;
let elsewhere: TestWorkspace;

async function fresh(teamId: string): Promise<TestWorkspace> {
  const workspace = await makeWorkspace(database.db, teamId);
  await addTargets(workspace);
  await workspace.db
    .insert(campaignStatuses)
    .values({ workspaceId: workspace.id, code: 'RUNNING', description: 'Under way' });
  return workspace;
}

beforeAll(async () => {
  elsewhere = await fresh('T0OTHER');
  await numberCampaignsFrom100(elsewhere);
});
beforeEach(async () => {
  count += 1;
  here = await fresh(`T0HERE${count}`);
});

const rita = () => here.as('rita');
const create = (over: Partial<Parameters<typeof createCampaign>[1]> = {}, ctx = rita()) =>
  createCampaign(ctx, { description: 'Winter', ...over });

describe('creating', () => {
  it('draws the next number, makes the member its owner, and does it once', async () => {
    const first = await create({ requestKey: 'once', statusCode: 'running', startingDate: '2026-12-01' });
    expect(await create({ requestKey: 'once' })).toEqual(first);
    expect(first.no).toBe('CP0001');
    expect(await showCampaign(rita(), { no: 'cp0001' })).toMatchObject({
      description: 'Winter',
      status: { code: 'RUNNING' },
      salesperson: { code: 'RR' },
      owners: [{ slackUserId: 'U0RITA' }],
      startingDate: '2026-12-01',
      endingDate: null,
      activated: false,
      digestAt: null,
      currency: 'EUR',
    });
    await expect(showCampaign(elsewhere.as('rita'), { no: first.no })).rejects.toMatchObject({
      code: 'campaign_not_found',
    });
  });

  it('is for whoever sells or leads', async () => {
    const nobody = here.as('soren', { actor: { salespersonCode: null } });
    await expect(create({}, nobody)).rejects.toMatchObject({ code: 'salespeople_only' });
    await expect(create({}, here.as('rita', { actor: { outsider: true } }))).rejects.toMatchObject({
      code: 'outsider',
    });
    const { no } = await create({}, here.as('mona'));
    expect((await showCampaign(rita(), { no })).salesperson).toBeNull();
  });

  it('takes a typed number only where the series allows it, and no taken one', async () => {
    await expect(create({ no: 'X1' })).rejects.toMatchObject({ code: 'manual_number_refused' });
    await here.db
      .update(numberSeries)
      .set({ manualAllowed: true })
      .where(eq(numberSeries.workspaceId, here.id));
    expect(await create({ no: ' fair-27 ' })).toMatchObject({ no: 'FAIR-27' });
    await expect(create({ no: 'cp1001' })).rejects.toMatchObject({ code: 'number_taken' });
    await expect(create({ no: 'two words' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it.each([
    [{ description: ' ' }, 'description', 'campaign_description_missing'],
    [{ description: 'x'.repeat(101) }, 'description', 'too_long'],
    [{ startingDate: '1700-01-01' }, 'startingDate', 'date_out_of_range'],
    [{ startingDate: '2026-02-30' }, 'startingDate', 'date_out_of_range'],
    [{ startingDate: '2026-12-02', endingDate: '2026-12-01' }, 'endingDate', 'dates_reversed'],
    [{ salespersonCode: 'XX' }, 'salesperson', 'salesperson_not_found'],
    [{ statusCode: 'XX' }, 'status', 'unknown_code'],
    [{ digest: true }, 'digest', 'digest_needs_channel'],
  ])('refuses %j at its field', async (wrong, field, code) => {
    await expect(create(wrong)).rejects.toMatchObject({ fields: [{ field, code }] });
  });

  it('takes a campaign of one day', async () => {
    await create({ startingDate: '2026-12-01', endingDate: '2026-12-01' });
  });
});

describe('editing', () => {
  it('is for its owner, managers and admins; what is left out stays', async () => {
    const { no } = await create({ statusCode: 'RUNNING', logChannel: 'C0SALES' });
    await expect(
      editCampaign(here.as('soren'), { campaignNo: no, description: 'Mine' }),
    ).rejects.toMatchObject({ code: 'organizers_only' });
    expect(await editCampaign(rita(), { campaignNo: no, description: 'Ours', digest: true })).toEqual({
      no,
      changed: ['description', 'digest'],
    });
    const card = await showCampaign(rita(), { no });
    expect(card).toMatchObject({ description: 'Ours', status: { code: 'RUNNING' }, version: 2 });
    expect(card.digestAt?.toISOString()).toBe('2026-11-30T08:00:00.000Z');
    expect(await editCampaign(here.as('mona'), { campaignNo: no, digest: true })).toEqual({
      no,
      changed: [],
    });
    await editCampaign(here.as('anna'), { campaignNo: no, statusCode: null, digest: false });
    expect(await showCampaign(rita(), { no })).toMatchObject({ status: null, digestAt: null });
  });

  it('says who changed it in the meantime, and when', async () => {
    const { no } = await create();
    const later = () => new Date(NOON.getTime() + 60_000);
    await editCampaign(here.as('mona', { now: later }), { campaignNo: no, description: 'Hers' });
    await expect(
      editCampaign(rita(), { campaignNo: no, expectedVersion: 1, description: 'His' }),
    ).rejects.toMatchObject({
      code: 'campaign_moved_on',
      params: { no, by: 'U0MONA', at: later().toISOString() },
    });
    expect((await showCampaign(rita(), { no })).description).toBe('Hers');
  });

  it('two at once: one is told', async () => {
    const { no } = await create();
    const both = await Promise.allSettled(
      (['rita', 'mona'] as const).map((who) =>
        editCampaign(here.as(who), { campaignNo: no, expectedVersion: 1, description: who }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('an owner who was blocked since may stay, but not come anew', async () => {
    const { no } = await create({ salespersonCode: 'JO' });
    const jim = and(eq(salespeople.workspaceId, here.id), eq(salespeople.code, 'JO'));
    await here.db.update(salespeople).set({ blocked: true }).where(jim);
    await editCampaign(here.as('mona'), { campaignNo: no, salespersonCode: 'JO', description: 'New' });
    await expect(create({ salespersonCode: 'JO' })).rejects.toMatchObject({ code: 'salesperson_not_found' });
  });
});

describe('deleting', () => {
  it('takes only what was never used', async () => {
    await targetSegment(here, null);
    await expect(deleteCampaign(here.as('olaf'), { campaignNo: 'CP1001' })).rejects.toMatchObject({
      code: 'campaign_in_use',
      params: { segments: 1, interactions: 0, templates: 0 },
    });
    const { no } = await create();
    await expect(deleteCampaign(here.as('soren'), { campaignNo: no })).rejects.toMatchObject({
      code: 'organizers_only',
    });
    await deleteCampaign(rita(), { campaignNo: no });
    await expect(showCampaign(rita(), { no })).rejects.toMatchObject({ code: 'campaign_not_found' });
    const rows = await here.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, here.id), eq(auditLog.subjectId, no)));
    expect(rows.map((row) => row.action)).toEqual(['campaign.create', 'campaign.delete']);
  });
});

describe('lists', () => {
  it('search, by status, mine, and in pages', async () => {
    const { no } = await create({ description: '100 % wool', statusCode: 'RUNNING' });
    const found = await listCampaigns(rita(), { search: '0 % W' });
    expect(found).toMatchObject({ total: 1, campaigns: [{ no }] });
    expect((await listCampaigns(rita(), { search: 'cp1' })).campaigns.map((one) => one.no)).toContain(
      'CP1001',
    );
    expect((await listCampaigns(here.as('olaf'), { scope: 'mine' })).campaigns).toMatchObject([
      { no: 'CP1001' },
    ]);
    expect((await listCampaigns(here.as('mona'), { scope: 'mine' })).total).toBe(0);
    await create();
    const { total } = await listCampaigns(rita());
    expect(total).toBe(4);
    const [first, second] = [
      await listCampaigns(rita(), { limit: 3 }),
      await listCampaigns(rita(), { from: 4, limit: 50 }),
    ];
    expect(first.campaigns.length + second.campaigns.length).toBe(total);
    expect((await listCampaigns(rita(), { statusCode: 'running' })).total).toBe(1);
    expect((await listCampaigns(elsewhere.as('rita'))).total).toBe(2);
  });

  it('offers near numbers first', async () => {
    expect((await nearCampaigns(rita(), 'CP102'))[0]).toEqual({ no: 'CP1002', description: 'Fair' });
  });
});

it('tells what is dated outside a campaign', async () => {
  const { id, no } = await create({ startingDate: '2026-12-01', endingDate: '2026-12-24' });
  const side = async (date: string) => (await outsideCampaign(rita(), { campaignId: id, date }))?.side;
  expect(await side('2026-11-30')).toBe('before');
  expect(await side('2026-12-01')).toBeUndefined();
  expect(await side('2026-12-24')).toBeUndefined();
  expect(await side('2026-12-25')).toBe('after');
  expect(await outsideCampaign(rita(), { campaignId: null, date: '2026-11-30' })).toBeUndefined();
  const segment = await createSegment(rita(), { campaignNo: no, date: '2027-01-01' });
  const { card, reader } = await loadCard(rita(), { no: segment.no });
  expect(textOf(cardMessage(reader, card))).toContain(
    `Its date, 1 Jan 2027, lies outside the dates of campaign ${no} (1 Dec 2026 – 24 Dec 2026).`,
  );
});
