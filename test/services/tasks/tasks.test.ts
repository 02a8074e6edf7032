import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { contacts } from '../../../src/db/schema/index.ts';
import { contactSegments } from '../../../src/services/contacts/contact-segments.ts';
import { completeTask } from '../../../src/services/tasks/complete.ts';
import { createTask } from '../../../src/services/tasks/create.ts';
import { listTasks } from '../../../src/services/tasks/list.ts';
import { showTask } from '../../../src/services/tasks/show.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { storedTasks } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

const rita = () => ours.as('rita');
const stored = (workspace = ours) => storedTasks(database.sql, workspace);
const VISIT = { description: 'Visit', date: 'tomorrow' };

beforeEach(async () => {
  count += 1;
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  for (const workspace of [theirs, ours]) await addFive(workspace);
});

describe('a single task', () => {
  it('is created once, about a contact or nobody, for the member or somebody else', async () => {
    const wanted = { ...VISIT, contactNo: 'ct000003', campaignNo: 'cp1002', requestKey: 'once' };
    expect(await createTask(rita(), wanted)).toEqual({ no: 'TD000001' });
    expect(await createTask(rita(), wanted)).toEqual({ no: 'TD000001' });
    const own = { ...VISIT, salespersonCode: 'ss', priority: 'low', type: 'meeting' } as const;
    expect(await createTask(rita(), own)).toEqual({ no: 'TD000003' });
    expect(await stored()).toMatchObject([
      {
        no: 'TD000001',
        kind: 'organizer',
        contact: 3,
        company: 2,
        campaign: 2,
        salesperson: 'RR',
        date: '2026-11-24',
      },
      { no: 'TD000002', kind: 'contact-attendee', organizer: 'TD000001', contact: 3, company: 2 },
      {
        no: 'TD000003',
        kind: 'organizer',
        contact: null,
        salesperson: 'SS',
        priority: 'low',
        campaign: null,
      },
    ]);
    expect(await showTask(rita(), { no: 'TD000001' })).toMatchObject({
      contact: { no: 'CT000003', name: 'Bo', companyName: 'Alpha' },
      salesperson: { code: 'RR', description: 'Rita Rep' },
      campaign: { no: 'CP1002', description: 'Fair' },
      createdBy: { slackUserId: 'U0RITA' },
      segmentNo: null,
      attendees: 1,
    });
    await expect(showTask(theirs.as('rita'), { no: 'TD000001' })).rejects.toMatchObject({
      code: 'task_not_found',
    });
  });

  it('tells what is wrong at its field, and writes nothing', async () => {
    await expect(createTask(rita(), { description: ' ', date: 'when pigs fly' })).rejects.toMatchObject({
      fields: [
        { field: 'description', code: 'text_missing' },
        { field: 'date', code: 'date_not_understood' },
      ],
    });
    const wrong = [
      [{ description: 'x'.repeat(101) }, 'description', 'too_long'],
      [{ date: '1 January 1800' }, 'date', 'date_out_of_range'],
      [{ contactNo: 'CT999999' }, 'contact', 'contact_not_found'],
      [{ campaignNo: 'CP9' }, 'campaign', 'campaign_not_found'],
      [{ salespersonCode: 'XX' }, 'salesperson', 'salesperson_not_found'],
    ] as const;
    for (const [over, field, code] of wrong) {
      await expect(createTask(rita(), { ...VISIT, ...over })).rejects.toMatchObject({
        code,
        fields: [{ field, code }],
      });
    }
    await expect(createTask(ours.as('mona'), VISIT)).rejects.toMatchObject({
      code: 'task_salesperson_missing',
    });
    await expect(createTask(ours.as('rita', { actor: { outsider: true } }), VISIT)).rejects.toMatchObject({
      code: 'outsider',
    });
    await database.db.update(contacts).set({ privacyBlocked: true }).where(eq(contacts.workspaceId, ours.id));
    await expect(createTask(rita(), { ...VISIT, contactNo: 'CT000001' })).rejects.toMatchObject({
      code: 'task_contact_blocked',
      params: { contact: 'Zeta' },
    });
    expect(await stored()).toEqual([]);
  });

  it("reads the date in the member's language and zone", async () => {
    await createTask(ours.as('rita', { locale: 'da' }), { ...VISIT, date: 'om 2 uger' });
    const late = () => new Date('2026-11-23T23:30:00Z');
    await createTask(ours.as('rita', { now: late, timeZone: 'America/New_York' }), {
      ...VISIT,
      date: 'today',
    });
    await createTask(ours.as('rita', { now: late }), { ...VISIT, date: 'today' });
    expect((await stored()).map(({ date }) => date)).toEqual(['2026-12-07', '2026-11-23', '2026-11-24']);
  });
});

describe('lists of open tasks', () => {
  const nos = async (input: Parameters<typeof listTasks>[1], who = rita()) => {
    const { tasks, total, overdue } = await listTasks(who, input);
    return { nos: tasks.map(({ no }) => no), total, overdue };
  };

  beforeEach(async () => {
    await createTask(theirs.as('rita'), { description: 'Theirs', date: 'today', contactNo: 'CT000002' });
    await createTask(rita(), { description: 'Late', date: '20 November 2026', contactNo: 'CT000003' });
    await createTask(rita(), { description: 'Later', date: 'tomorrow', contactNo: 'CT000002' });
    await createTask(rita(), { description: 'Alone', date: 'today' });
    await createTask(rita(), {
      description: 'His',
      date: '1 Nov 2026',
      contactNo: 'CT000004',
      salespersonCode: 'SS',
    });
    await createTask(rita(), { description: 'Done', date: '1 Nov 2026', contactNo: 'CT000002' });
    await completeTask(rita(), { no: 'TD000008' });
  });

  it('are by date, a page at a time, with how many are overdue', async () => {
    expect(await nos({})).toEqual({ nos: ['TD000001', 'TD000005', 'TD000003'], total: 3, overdue: 1 });
    expect(await nos({ from: 2, limit: 1 })).toEqual({ nos: ['TD000005'], total: 3, overdue: 1 });
    expect(await nos({ scope: { kind: 'all' } })).toMatchObject({
      nos: ['TD000006', 'TD000001', 'TD000005', 'TD000003'],
      overdue: 2,
    });
    expect(await nos({}, ours.as('mona'))).toEqual({ nos: [], total: 0, overdue: 0 });
  });

  it("are a contact's, and a company's with its people", async () => {
    expect(await nos({ scope: { kind: 'contact', key: 'ct000002' } })).toMatchObject({
      nos: ['TD000001', 'TD000003'],
    });
    expect(await nos({ scope: { kind: 'contact', key: 'CT000003' } })).toMatchObject({ nos: ['TD000001'] });
    await expect(nos({ scope: { kind: 'contact', key: 'CT000009' } })).rejects.toMatchObject({
      code: 'contact_not_found',
    });
    await expect(nos({ scope: { kind: 'segment', key: 'SM99999' } })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
  });

  it('give the next task date of a contact', async () => {
    const next = async (no: string) => (await contactSegments(rita(), { no })).tasks;
    expect(await next('CT000002')).toEqual({ open: 2, date: '2026-11-20' });
    expect(await next('CT000003')).toEqual({ open: 1, date: '2026-11-20' });
    expect(await next('CT000001')).toEqual({ open: 0, date: null });
  });
});
