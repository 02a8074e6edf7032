import { beforeAll, beforeEach, expect, it } from 'vitest';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addTargets, type Entry, log } from './support.ts';

const database = useDatabase();
let count = 0;
let here: TestWorkspace;

const statistics = async (no: string) => (await showCampaign(here.as('rita'), { no })).statistics;
const many = (length: number, entry: Entry): Entry[] => Array.from({ length }, () => entry);
const EIGHT = [
  ...many(6, { campaignTarget: true, cost: '10', duration: 10 }),
  ...many(2, { campaignTarget: true, campaignResponse: true, cost: '20', duration: 15 }),
];

beforeAll(async () => {
  const elsewhere = await makeWorkspace(database.db, 'T0OTHER');
  await addTargets(elsewhere);
  await log(elsewhere, many(5, { campaignTarget: true, campaignResponse: true, cost: '7' }));
});
beforeEach(async () => {
  count += 1;
  here = await makeWorkspace(database.db, `T0HERE${count}`);
  await addTargets(here);
});

it('66: without responses both averages are 0, and without anything all is', async () => {
  expect(await statistics('CP1001')).toEqual({
    interactions: 0,
    contacted: 0,
    responded: 0,
    cost: '0.00',
    duration: 0,
    responseRate: 0,
    costPerResponse: '0.00',
    durationPerResponse: 0,
  });
  await log(here, [{ campaignId: 2, campaignTarget: true, cost: '12.50', duration: 10 }]);
  expect(await statistics('CP1002')).toMatchObject({
    contacted: 1,
    cost: '12.50',
    responseRate: 0,
    costPerResponse: '0.00',
    durationPerResponse: 0,
  });
});

it('65: 8 target entries, 2 responses, cost 100, duration 90 give 25 %, 50 and 45', async () => {
  await log(here, [
    ...EIGHT,
    // Neither counts.
    { campaignTarget: true, campaignResponse: true, cost: '1000', duration: 1000, canceled: true },
    { campaignTarget: true, campaignResponse: true, cost: '1000', duration: 1000, postponed: true },
  ]);
  expect(await statistics('CP1001')).toEqual({
    interactions: 8,
    contacted: 8,
    responded: 2,
    cost: '100.00',
    duration: 90,
    responseRate: 25,
    costPerResponse: '50.00',
    durationPerResponse: 45,
  });
});

it('rounds, and counts week by week in the zone of the workspace', async () => {
  // Sunday 23:30 in UTC is Monday in Copenhagen.
  await log(here, [
    ...EIGHT,
    { campaignResponse: true, cost: '0.01', loggedAt: new Date('2026-11-15T23:30:00Z') },
    { cost: '0', loggedAt: new Date('2026-11-15T22:30:00Z') },
    { cost: '0', loggedAt: new Date('2025-01-01T12:00:00Z') },
  ]);
  const card = await showCampaign(here.as('rita'), { no: 'CP1001' });
  expect(card.statistics).toMatchObject({
    interactions: 11,
    responseRate: 37.5,
    costPerResponse: '33.34',
    durationPerResponse: 30,
  });
  expect(card.weeks.map((week) => [week.monday, week.interactions])).toEqual([
    ['2026-10-05', 0],
    ['2026-10-12', 0],
    ['2026-10-19', 0],
    ['2026-10-26', 0],
    ['2026-11-02', 0],
    ['2026-11-09', 1],
    ['2026-11-16', 1],
    ['2026-11-23', 8],
  ]);
});
