import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { campaigns, channelPosts, workspaceSettings } from '../../../src/db/schema/index.ts';
import { postDigests } from '../../../src/services/campaigns/digest/post.ts';
import { mondayAfter } from '../../../src/services/campaigns/digest/schedule.ts';
import { showDigest } from '../../../src/services/campaigns/digest/show.ts';
import { editCampaign } from '../../../src/services/campaigns/edit.ts';
import { activateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';
import { addTargets, log, targetSegment } from './support.ts';

const database = useDatabase();
let here: TestWorkspace;
let count = 0;

/** The Monday after the workspaces' noon, 9:00 in Copenhagen. */
const MONDAY = new Date('2026-11-30T08:00:00Z');
const at = (time: Date) => () => time;
const minutes = (from: Date, more: number) => new Date(from.getTime() + more * 60_000);

beforeEach(async () => {
  count += 1;
  here = await makeWorkspace(database.db, `T0HERE${count}`);
  await addTargets(here);
  await here.db
    .update(workspaceSettings)
    .set({ logChannel: 'C0SALES' })
    .where(eq(workspaceSettings.workspaceId, here.id));
});

const turnOn = (campaignNo: string, logChannel: string | null = null) =>
  editCampaign(here.as('mona'), { campaignNo, digest: true, logChannel });
const run = (now: Date) => postDigests(here.job({ now: at(now), timeZone: 'UTC' }));
const posts = () =>
  here.db.select().from(channelPosts).where(eq(channelPosts.workspaceId, here.id)).orderBy(channelPosts.id);

it.each([
  ['a Monday before nine', '2026-11-23T07:59:59Z', '2026-11-23T08:00:00.000Z'],
  ['nine itself', '2026-11-23T08:00:00Z', '2026-11-30T08:00:00.000Z'],
  ['the last second of Sunday there', '2026-11-22T22:59:59Z', '2026-11-23T08:00:00.000Z'],
  ['the week in which clocks go back', '2026-10-22T10:00:00Z', '2026-10-26T08:00:00.000Z'],
  ['the week in which they go forward', '2026-03-25T10:00:00Z', '2026-03-30T07:00:00.000Z'],
])('nine on Monday morning after %s', (_, now, next) => {
  expect(mondayAfter(new Date(now), 'Europe/Copenhagen').toISOString()).toBe(next);
});

it('tells each channel once how the week went, whoever looks at the same moment', async () => {
  await turnOn('CP1001');
  await turnOn('CP1002');
  await log(here, [
    { cost: '8', campaignTarget: true },
    { cost: '8', campaignTarget: true, campaignResponse: true },
    { cost: '100', canceled: true },
    { cost: '100', postponed: true },
    { cost: '2', loggedAt: minutes(NOON, -7 * 24 * 60) },
    { cost: '3', campaignId: 2, loggedAt: new Date('2026-11-29T22:59:00Z') },
    { cost: '100', campaignId: 2, loggedAt: new Date('2026-11-29T23:01:00Z') },
  ]);
  await targetSegment(here, '');
  await activateCampaign(here.as('olaf'), { campaignNo: 'CP1001' });
  expect(await run(minutes(MONDAY, -1))).toBe(0);
  const [one, two] = await Promise.all([run(MONDAY), run(minutes(MONDAY, 1))]);
  expect(one + two).toBe(1);
  expect(await run(minutes(MONDAY, 60))).toBe(0);
  const [post, ...others] = await posts();
  expect(others).toEqual([]);
  expect(post).toMatchObject({
    channel: 'C0SALES',
    content: { kind: 'campaign-digest', campaignIds: [1, 2], monday: '2026-11-23' },
  });
  expect(await showDigest(here.job(), { campaignIds: [1, 2], monday: '2026-11-23' })).toEqual({
    monday: '2026-11-23',
    sunday: '2026-11-29',
    currency: 'EUR',
    campaigns: [
      {
        no: 'CP1001',
        description: 'Autumn call',
        week: { interactions: 2, responded: 1, cost: '16.00' },
        weekBefore: { interactions: 1, responded: 0, cost: '2.00' },
        openSegments: 1,
        targets: 3,
      },
      {
        no: 'CP1002',
        description: 'Fair',
        week: { interactions: 1, responded: 0, cost: '3.00' },
        weekBefore: { interactions: 0, responded: 0, cost: '0.00' },
        openSegments: 0,
        targets: 0,
      },
    ],
  });
});

it('says nothing about a week in which nothing was logged, and goes on the week after', async () => {
  await turnOn('CP1001', 'C0FAIR');
  await log(here, [{ cost: '8', loggedAt: minutes(MONDAY, 60) }]);
  expect(await run(MONDAY)).toBe(0);
  expect(await run(minutes(MONDAY, 7 * 24 * 60))).toBe(1);
  expect(await posts()).toMatchObject([{ channel: 'C0FAIR', content: { monday: '2026-11-30' } }]);
});

it('makes up for no missed week, and stops when turned off', async () => {
  await turnOn('CP1001');
  await log(here, [{ cost: '8' }, { cost: '8', loggedAt: minutes(MONDAY, 15 * 24 * 60) }]);
  // Nothing ran for three weeks; it is a Wednesday.
  expect(await run(minutes(MONDAY, 23 * 24 * 60))).toBe(1);
  expect(await posts()).toMatchObject([{ content: { monday: '2026-12-14' } }]);
  await editCampaign(here.as('mona'), { campaignNo: 'CP1001', digest: false });
  expect(await run(minutes(MONDAY, 60 * 24 * 60))).toBe(0);
  const [row] = await here.db.select().from(campaigns).where(eq(campaigns.workspaceId, here.id));
  expect(row?.digestAt).toBeNull();
});
