import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaigns, campaignTargets, salespeople } from '../../../src/db/schema/index.ts';
import { activateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { createOpportunity } from '../../../src/services/opportunities/create.ts';
import { editOpportunity } from '../../../src/services/opportunities/edit.ts';
import { showOpportunity } from '../../../src/services/opportunities/show.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { targetSegment } from '../campaigns/support.ts';
import {
  auditOf,
  blockPrivacy,
  createIn,
  fieldsOf,
  meanwhile,
  type NewOpportunity,
  opportunitiesOf,
  opportunityOf,
} from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
  await create({ estimatedValue: '7', chances: 70 }, theirs);
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

const create = (input: NewOpportunity = {}, workspace = ours) => createIn(workspace, input);
const edit = (no: string, input: Partial<Parameters<typeof editOpportunity>[1]>, who = rita()) =>
  editOpportunity(who, { opportunityNo: no, ...input });

describe('creating', () => {
  it('starts when somebody estimates it, with the member’s own salesperson', async () => {
    const bare = await create();
    const row = await opportunityOf(ours, bare);
    expect(row).toMatchObject({
      no: 'OP000001',
      contactId: 3,
      companyId: 2,
      salespersonCode: 'RR',
      status: 'not-started',
      priority: 'normal',
      estimatedValue: null,
      createdOn: '2026-11-23',
      createdBy: 101,
    });
    const estimated = await create({
      estimatedValue: '1200.5',
      chances: 33,
      estimatedClose: '2026-12-18',
      priority: 'high',
      salespersonCode: 'ss',
    });
    expect(await showOpportunity(rita(), { no: estimated.toLowerCase() })).toMatchObject({
      no: 'OP000002',
      status: 'in-progress',
      estimatedValue: '1200.50',
      chances: 33,
      calculatedValue: '396.17',
      estimatedClose: '2026-12-18',
      priority: 'high',
      salesperson: { code: 'SS', description: 'Søren Salg' },
      contact: { no: 'CT000003', name: 'Bo', companyName: 'Alpha' },
    });
    expect(await opportunitiesOf(theirs)).toHaveLength(1);
  });

  it('tells everything that is wrong at its field, and writes nothing', async () => {
    const wrong = create({
      description: 'x'.repeat(300),
      estimatedValue: '-5',
      chances: 101,
      estimatedClose: '1700-01-01',
    });
    expect(await fieldsOf(wrong)).toEqual([
      ['description', 'too_long'],
      ['estimatedValue', 'opportunity_value_invalid'],
      ['chances', 'opportunity_chances_invalid'],
      ['estimatedClose', 'date_out_of_range'],
    ]);
    for (const [input, expected] of [
      [{ description: ' ' }, ['description', 'text_missing']],
      [{ estimatedValue: '0' }, ['estimatedValue', 'opportunity_value_invalid']],
      [{ estimatedValue: '1e9' }, ['estimatedValue', 'opportunity_value_invalid']],
      [{ chances: 12.5 }, ['chances', 'opportunity_chances_invalid']],
      [{ chances: Number.NaN }, ['', '']],
      [{ estimatedClose: '2026-11-22' }, ['estimatedClose', 'opportunity_close_past']],
      [{ contactNo: 'CT009999' }, ['contact', 'contact_not_found']],
      [{ salespersonCode: 'XX' }, ['salesperson', 'salesperson_not_found']],
      [{ campaignNo: 'CP9' }, ['campaign', 'campaign_not_found']],
      [{ no: 'X1' }, ['no', 'manual_number_refused']],
    ] as [NewOpportunity, [string, string]][]) {
      if (expected[0] === '') await expect(create(input)).rejects.toThrow();
      else expect(await fieldsOf(create(input)), JSON.stringify(input)).toEqual([expected]);
    }
    expect(await opportunitiesOf(ours)).toEqual([]);
    // No number was used up.
    expect(await create()).toBe('OP000001');
  });

  it('needs a salesperson who can be chosen, and a contact who may be approached', async () => {
    const mona = ours.as('mona');
    const quiet = { contactNo: 'CT000005', description: 'Oak' };
    expect(await fieldsOf(createOpportunity(mona, quiet))).toEqual([
      ['salesperson', 'opportunity_salesperson_missing'],
    ]);
    const { no } = await createOpportunity(mona, { ...quiet, contactNo: 'CT000001' });
    expect(await opportunityOf(ours, no)).toMatchObject({ salespersonCode: 'JO' });
    await blockPrivacy(ours, 3);
    await expect(create()).rejects.toMatchObject({ code: 'opportunity_privacy_blocked' });
  });

  it('takes an activated campaign in whose period it is created, and the one segment of it', async () => {
    expect(await fieldsOf(create({ campaignNo: 'CP1001' }))).toEqual([
      ['campaign', 'opportunity_campaign_idle'],
    ]);
    const segmentNo = await targetSegment(ours, '');
    await activateCampaign(ours.as('olaf'), { campaignNo: 'CP1001' });
    const no = await create({ campaignNo: 'cp1001' });
    expect(await showOpportunity(rita(), { no })).toMatchObject({
      campaign: { no: 'CP1001' },
      segment: { no: segmentNo },
    });
    // With a second one it cannot be told which.
    await targetSegment(ours, '');
    expect(await showOpportunity(rita(), { no: await create({ campaignNo: 'CP1001' }) })).toMatchObject({
      segment: null,
    });
    await database.db
      .update(campaigns)
      .set({ endingDate: '2026-11-22' })
      .where(and(eq(campaigns.workspaceId, ours.id), eq(campaigns.id, 1)));
    expect(await fieldsOf(create({ campaignNo: 'CP1001' }))).toEqual([
      ['campaign', 'opportunity_campaign_dates'],
    ]);
    // The one that it has may stay.
    expect(await edit(no, { campaignNo: 'CP1001', chances: 5 })).toMatchObject({
      changed: ['chances', 'status'],
    });
    expect(await edit(no, { campaignNo: null })).toMatchObject({
      changed: ['campaignId', 'segmentId', 'segmentDescription'],
    });
  });

  it('tells that its campaign is gone when that was deleted in the same moment', async () => {
    await database.db
      .insert(campaignTargets)
      .values({ workspaceId: ours.id, campaignId: 2, contactId: 1, addedAt: new Date() });
    const fair = and(eq(campaigns.workspaceId, ours.id), eq(campaigns.id, 2));
    const refused = meanwhile(
      ours,
      (tx) => tx.delete(campaigns).where(fair),
      () => create({ campaignNo: 'CP1002' }),
    );
    expect(await fieldsOf(refused)).toEqual([['campaign', 'campaign_not_found']]);
  });
});

describe('editing', () => {
  it('sets it in progress with the first estimate, and says what changed', async () => {
    const no = await create();
    expect(await edit(no, { description: 'Oak chairs' })).toEqual({ no, changed: ['description'] });
    expect(await opportunityOf(ours, no)).toMatchObject({ status: 'not-started', version: 2 });
    expect(await edit(no, { estimatedValue: '500' })).toEqual({ no, changed: ['estimatedValue', 'status'] });
    expect(await edit(no, { estimatedValue: '500.00' })).toEqual({ no, changed: [] });
    expect(await edit(no, { estimatedValue: null })).toEqual({ no, changed: ['estimatedValue'] });
    expect(await opportunityOf(ours, no)).toMatchObject({ status: 'in-progress', version: 4 });
    expect((await auditOf(ours, 'opportunity.edit')).map(({ subjectId }) => subjectId)).toEqual([no, no, no]);
  });

  it('tells who changed it meanwhile, and keeps a date that has passed', async () => {
    const no = await create({ estimatedClose: '2026-11-23' });
    await edit(no, { chances: 20 }, ours.as('soren'));
    await expect(edit(no, { expectedVersion: 1, chances: 30 })).rejects.toMatchObject({
      code: 'opportunity_moved_on',
      params: { no, by: 'U0SOREN' },
    });
    const later = ours.as('rita', { now: () => new Date('2026-12-01T11:00:00Z') });
    expect(await edit(no, { estimatedClose: '2026-11-23', chances: 30 }, later)).toMatchObject({
      changed: ['chances'],
    });
    expect(await fieldsOf(edit(no, { estimatedClose: '2026-11-30' }, later))).toEqual([
      ['estimatedClose', 'opportunity_close_past'],
    ]);
  });

  it('keeps a salesperson who was blocked since, and finds nothing of another workspace', async () => {
    const no = await create({ salespersonCode: 'JO' });
    await database.db
      .update(salespeople)
      .set({ blocked: true })
      .where(and(eq(salespeople.workspaceId, ours.id), eq(salespeople.code, 'JO')));
    expect(await edit(no, { salespersonCode: 'JO', priority: 'low' })).toMatchObject({
      changed: ['priority'],
    });
    expect(await fieldsOf(edit(await create(), { salespersonCode: 'JO' }))).toEqual([
      ['salesperson', 'salesperson_not_found'],
    ]);
    const guest = ours.as('rita', { actor: { outsider: true } });
    await expect(edit(no, { priority: 'high' }, guest)).rejects.toMatchObject({ code: 'outsider' });
    await expect(edit('OP000002', { priority: 'high' }, theirs.as('rita'))).rejects.toMatchObject({
      code: 'opportunity_not_found',
    });
  });
});
