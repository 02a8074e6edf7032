import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, salespeople } from '../../../src/db/schema/index.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { createForSegment } from '../../../src/services/tasks/create-for-segment.ts';
import { previewForSegment } from '../../../src/services/tasks/preview-for-segment.ts';
import { showTask } from '../../../src/services/tasks/show.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { storedTasks } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

const rita = () => ours.as('rita');
const stored = (workspace = ours) => storedTasks(database.sql, workspace);
const CALL = { type: 'phone-call', description: 'Call about the fair', date: 'next friday' } as const;

beforeEach(async () => {
  count += 1;
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  for (const workspace of [theirs, ours]) await addFive(workspace);
});

describe('tasks for a segment', () => {
  it('70: a phone call is one task per contact, each with the contact as its attendee', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001', criteria: 'name:<>Quiet' });
    const wanted = { ...CALL, no, priority: 'high', requestKey: 'k1' } as const;
    const did = await createForSegment(rita(), wanted);
    expect(did).toEqual({
      segmentNo: no,
      tasks: 4,
      contacts: 4,
      first: 'TD000001',
      last: 'TD000004',
      blocked: 0,
    });
    expect(await createForSegment(rita(), wanted)).toEqual(did);
    const rows = await stored();
    expect(rows).toHaveLength(8);
    const order = (await showSegment(rita(), { no, limit: 50 })).contacts.map(({ contactNo }) =>
      Number(contactNo.slice(2)),
    );
    const same = {
      type: 'phone-call',
      description: 'Call about the fair',
      date: '2026-12-04',
      priority: 'high',
      status: 'not-started',
      salesperson: 'RR',
      campaign: 1,
      segment: no,
      entry: null,
      version: 1,
    };
    const company: Record<number, number | null> = { 1: 1, 2: 2, 3: 2, 4: null };
    expect(rows).toEqual([
      ...order.map((contact, at) =>
        expect.objectContaining({
          ...same,
          no: `TD00000${at + 1}`,
          kind: 'organizer',
          organizer: null,
          contact,
          company: company[contact],
        }),
      ),
      ...order.map((contact, at) =>
        expect.objectContaining({
          ...same,
          no: `TD00000${at + 5}`,
          kind: 'contact-attendee',
          organizer: `TD00000${at + 1}`,
          contact,
          company: company[contact],
        }),
      ),
    ]);
    expect(await stored(theirs)).toEqual([]);
    const [audited] = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'segment.create-tasks'));
    expect(audited).toMatchObject({ workspaceId: ours.id, subjectId: no, detail: { tasks: 4, contacts: 4 } });
  });

  it('a meeting is one task with all contacts as attendees; with one contact it is about that one', async () => {
    const no = await makeSegment(rita());
    const meeting = { ...CALL, no, type: 'meeting' } as const;
    expect(await createForSegment(rita(), meeting)).toMatchObject({
      tasks: 1,
      contacts: 5,
      first: 'TD000001',
      last: 'TD000001',
    });
    const rows = await stored();
    expect(rows.map(({ kind, organizer }) => [kind, organizer])).toEqual([
      ['organizer', null],
      ...Array(5).fill(['contact-attendee', 'TD000001']),
    ]);
    expect(rows[0]).toMatchObject({ contact: null, company: null, segment: no });
    // The number of an attendee's shows what is to be done.
    expect(await showTask(rita(), { no: 'td000004' })).toMatchObject({
      no: 'TD000001',
      contact: null,
      attendees: 5,
      attendeeNames: expect.arrayContaining(['Zeta', 'Alpha', 'Bo', 'Dee', 'Quiet']),
      segmentNo: no,
    });
    const single = await makeSegment(rita(), { criteria: 'name:Zeta' });
    expect(await createForSegment(rita(), { ...meeting, no: single })).toMatchObject({
      tasks: 1,
      contacts: 1,
      first: 'TD000007',
    });
    expect(await showTask(rita(), { no: 'TD000007' })).toMatchObject({
      contact: { name: 'Zeta' },
      attendees: 1,
    });
  });

  it('has each contact once, however many lines there are', async () => {
    const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
    await add(rita(), { no, criteria: criteria('name:Zeta'), options: { allowExisting: true } });
    expect(await previewForSegment(rita(), { no })).toMatchObject({ contacts: 2 });
    expect(await createForSegment(rita(), { ...CALL, no })).toMatchObject({ tasks: 2 });
  });

  it('happens once, however often it is asked for at the same time, and gives no number twice', async () => {
    const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
    const other = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
    const asked = await Promise.all([
      ...[1, 2, 3].map(() => createForSegment(rita(), { ...CALL, no, requestKey: 'twice' })),
      createForSegment(ours.as('soren'), { ...CALL, no: other }),
    ]);
    expect(new Set(asked.map(({ first }) => first)).size).toBe(2);
    expect(new Set((await stored()).map((row) => row.no)).size).toBe(8);
  });

  it('numbers go on after those that were drawn, past the digits of the series too', async () => {
    await database.sql`update number_series set next = 999999 where workspace_id = ${ours.id} and series = 'task'`;
    const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
    expect(await createForSegment(rita(), { ...CALL, no })).toMatchObject({
      first: 'TD999999',
      last: 'TD1000000',
    });
    expect((await stored()).map((row) => row.no).sort()).toEqual([
      'TD1000000',
      'TD1000001',
      'TD1000002',
      'TD999999',
    ]);
    await database.sql`delete from number_series where workspace_id = ${ours.id} and series = 'task'`;
    await expect(createForSegment(rita(), { ...CALL, no })).rejects.toMatchObject({
      code: 'number_series_missing',
    });
  });

  it("falls to the header's salesperson, else to the member's own, and to nobody who is blocked", async () => {
    const no = await makeSegment(rita(), { salespersonCode: 'SS' });
    expect(await previewForSegment(rita(), { no })).toMatchObject({
      no,
      contacts: 5,
      salesperson: { code: 'SS', description: 'Søren Salg' },
      campaign: null,
    });
    const block = (blocked: boolean) =>
      database.db.update(salespeople).set({ blocked }).where(eq(salespeople.code, 'SS'));
    await block(true);
    expect(await previewForSegment(rita(), { no })).toMatchObject({ salesperson: { code: 'RR' } });
    const missing = { code: 'task_salesperson_missing', fields: [{ field: 'salesperson' }] };
    await expect(previewForSegment(ours.as('mona'), { no })).rejects.toMatchObject(missing);
    await expect(createForSegment(ours.as('mona'), { ...CALL, no })).rejects.toMatchObject(missing);
    await block(false);
    expect(await stored()).toEqual([]);
  });

  it('refuses an empty segment, one that moved on, is logged, or is not there', async () => {
    const { no } = await createSegment(rita(), {});
    const empty = { code: 'segment_empty', params: { no } };
    await expect(previewForSegment(rita(), { no })).rejects.toMatchObject(empty);
    await expect(createForSegment(rita(), { ...CALL, no })).rejects.toMatchObject(empty);
    await add(ours.as('soren'), { no, criteria: criteria('name:Zeta') });
    await expect(createForSegment(rita(), { ...CALL, no, expectedVersion: 1 })).rejects.toMatchObject({
      code: 'segment_moved_on',
      params: { by: 'U0SOREN' },
    });
    const { no: logged } = await makeApproved(ours);
    await logNow(ours, logged);
    await expect(createForSegment(rita(), { ...CALL, no: logged })).rejects.toMatchObject({
      code: 'segment_logged',
    });
    await expect(previewForSegment(rita(), { no: logged })).rejects.toMatchObject({ code: 'segment_logged' });
    await expect(createForSegment(theirs.as('rita'), { ...CALL, no })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
    const outsider = ours.as('rita', { actor: { outsider: true } });
    await expect(createForSegment(outsider, { ...CALL, no })).rejects.toMatchObject({ code: 'outsider' });
    expect(await stored()).toEqual([]);
  });

  it('leaves the segment as it is, approved', async () => {
    const { no } = await makeApproved(ours);
    const before = (await showSegment(rita(), { no })).header;
    await createForSegment(rita(), { ...CALL, no });
    expect((await showSegment(rita(), { no })).header).toEqual(before);
  });
});
