import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, numberSeries } from '../../../src/db/schema/index.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { listSegments } from '../../../src/services/segments/list-segments.ts';
import { nearSegmentNumbers } from '../../../src/services/segments/near-numbers.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
});

describe('creating a segment', () => {
  it('1: takes the next number, today, and the salesperson of whoever creates it', async () => {
    const first = await createSegment(ours.as('rita'), { description: 'Autumn call' });
    const second = await createSegment(ours.as('rita'), {});
    expect(first).toMatchObject({
      no: 'SM00001',
      description: 'Autumn call',
      date: '2026-11-23',
      salesperson: { code: 'RR' },
      state: 'open',
      counts: { companies: 0, people: 0 },
    });
    expect(second.no).toBe('SM00002');
  });

  it('means today in the zone of the member', async () => {
    const ctx = ours.as('rita', {
      now: () => new Date('2026-11-23T23:30:00Z'),
      timeZone: 'Europe/Copenhagen',
    });
    expect((await createSegment(ctx, {})).date).toBe('2026-11-24');
  });

  it('2: names the series that is missing', async () => {
    const bare = await makeWorkspace(database.db, 'T0BARE');
    await database.db.delete(numberSeries).where(eq(numberSeries.workspaceId, bare.id));
    await expect(createSegment(bare.as('rita'), {})).rejects.toMatchObject({
      code: 'number_series_missing',
      params: { series: 'segment' },
    });
  });

  it('takes cost and duration from the template', async () => {
    const segment = await createSegment(ours.as('rita'), { templateCode: 'bus', campaignNo: 'cp1001' });
    expect(segment).toMatchObject({
      template: { code: 'BUS' },
      campaign: { no: 'CP1001' },
      unitCost: '8.00',
      unitDuration: 30,
    });
  });

  it.each([
    [{ campaignNo: 'CP9999' }, 'campaign_not_found', 'campaign'],
    [{ templateCode: 'NOPE' }, 'template_not_found', 'template'],
    [{ salespersonCode: 'XX' }, 'salesperson_not_found', 'salesperson'],
    [{ description: 'x'.repeat(101) }, 'too_long', 'description'],
    [{ description: 'x'.repeat(300) }, 'too_long', 'description'],
  ])('refuses %j and says which field', async (input, code, field) => {
    const before = (await listSegments(ours.as('rita'))).total;
    await expect(createSegment(ours.as('rita'), input)).rejects.toMatchObject({ code, fields: [{ field }] });
    expect((await listSegments(ours.as('rita'))).total).toBe(before);
  });

  it('creates one segment for a request that comes several times', async () => {
    const before = (await listSegments(ours.as('rita'))).total;
    const requests = Array.from({ length: 8 }, () =>
      createSegment(ours.as('rita'), { description: 'Once', requestKey: 'view:V1' }),
    );
    const made = await Promise.all(requests);
    expect(new Set(made.map((one) => one.no)).size).toBe(1);
    expect((await listSegments(ours.as('rita'))).total).toBe(before + 1);
  });

  it('gives numbers without doubles to many at once', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => createSegment(ours.as('soren'), {})));
    expect(new Set(made.map((one) => one.no)).size).toBe(20);
  });

  it('says who did it in the audit log', async () => {
    const { no } = await createSegment(ours.as('soren'), { campaignNo: 'CP1001' });
    const rows = await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.workspaceId, ours.id), eq(auditLog.subjectId, no)));
    expect(rows).toMatchObject([{ action: 'segment.create', memberId: 102, detail: { campaign: 'CP1001' } }]);
  });

  it('is refused to guests', async () => {
    const guest = ours.as('rita', { actor: { outsider: true } });
    await expect(async () => createSegment(guest, {})).rejects.toMatchObject({ code: 'outsider' });
  });
});

describe('two workspaces', () => {
  it('each have their own numbers, and see only their own segments', async () => {
    await createSegment(ours.as('rita'), { description: 'Autumn call' });
    await createSegment(ours.as('rita'), {});
    const mine = await createSegment(theirs.as('rita'), { description: 'Theirs' });
    expect(mine.no).toBe('SM00001');
    expect((await showSegment(ours.as('rita'), { no: 'SM00001' })).header.description).toBe('Autumn call');
    expect((await listSegments(theirs.as('rita'))).segments.map((one) => one.description)).toEqual([
      'Theirs',
    ]);
    await expect(showSegment(theirs.as('rita'), { no: 'SM00002' })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
    expect(await nearSegmentNumbers(theirs.as('rita'), 'SM2')).toEqual([
      { no: 'SM00001', description: 'Theirs' },
    ]);
  });
});

describe('listing segments', () => {
  it('pages through all of them, the last changed first, each once', async () => {
    const team = await makeWorkspace(database.db, 'T0LIST');
    for (let minute = 0; minute < 7; minute += 1) {
      const now = () => new Date(Date.UTC(2026, 10, 23, 10, minute));
      await createSegment(team.as(minute % 2 ? 'rita' : 'soren', { now }), {});
    }
    const seen: string[] = [];
    let page = await listSegments(team.as('rita'), { limit: 3 });
    expect(page.total).toBe(7);
    seen.push(...page.segments.map((one) => one.no));
    while (page.next) {
      page = await listSegments(team.as('rita'), { limit: 3, cursor: page.next });
      seen.push(...page.segments.map((one) => one.no));
    }
    expect(seen).toEqual(['SM00007', 'SM00006', 'SM00005', 'SM00004', 'SM00003', 'SM00002', 'SM00001']);
    const mine = await listSegments(team.as('rita'), { scope: 'mine' });
    expect(mine.total).toBe(3);
  });

  it('hints at the segment with the digits that were typed', async () => {
    for (let made = 0; made < 3; made += 1) await createSegment(ours.as('rita'), {});
    expect((await nearSegmentNumbers(ours.as('rita'), 'sm2'))[0]?.no).toBe('SM00002');
  });
});
