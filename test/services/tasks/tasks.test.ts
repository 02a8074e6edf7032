import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, channelPosts, contacts, members, salespeople } from '../../../src/db/schema/index.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { contactSegments } from '../../../src/services/contacts/contact-segments.ts';
import { cancelTask } from '../../../src/services/tasks/cancel.ts';
import { completeTask } from '../../../src/services/tasks/complete.ts';
import { createTask } from '../../../src/services/tasks/create.ts';
import { editTask } from '../../../src/services/tasks/edit.ts';
import { listTasks } from '../../../src/services/tasks/list.ts';
import { reopenTask } from '../../../src/services/tasks/reopen.ts';
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

describe('a task that is worked on', () => {
  beforeEach(async () => {
    await createTask(rita(), { ...VISIT, contactNo: 'CT000001', campaignNo: 'CP1002' });
    await createTask(theirs.as('rita'), { ...VISIT, contactNo: 'CT000001' });
  });
  const no = 'TD000001';

  it('is completed with its attendees, reopened, and canceled; each once', async () => {
    expect(await completeTask(ours.as('soren'), { no, expectedVersion: 1 })).toEqual({ no, changed: true });
    expect(await completeTask(rita(), { no, expectedVersion: 1 })).toEqual({ no, changed: false });
    const closed = { status: 'completed', closedOn: '2026-11-23', canceled: false, version: 2 };
    expect(await stored()).toMatchObject([closed, closed]);
    await expect(cancelTask(rita(), { no })).rejects.toMatchObject({ code: 'task_closed' });
    await expect(editTask(rita(), { no, description: 'Other' })).rejects.toMatchObject({
      code: 'task_closed',
    });
    expect(await reopenTask(rita(), { no })).toEqual({ no, changed: true });
    expect(await reopenTask(rita(), { no })).toEqual({ no, changed: false });
    expect(await stored()).toMatchObject(
      Array(2).fill({ status: 'in-progress', closedOn: null, version: 3 }),
    );
    await cancelTask(rita(), { no });
    await cancelTask(rita(), { no });
    expect(await stored()).toMatchObject(
      Array(2).fill({ canceled: true, closedOn: '2026-11-23', version: 4 }),
    );
    await expect(completeTask(rita(), { no })).rejects.toMatchObject({ code: 'task_closed' });
    await reopenTask(rita(), { no });
    expect(await stored()).toMatchObject(
      Array(2).fill({ canceled: false, status: 'in-progress', closedOn: null }),
    );
    expect(await stored(theirs)).toMatchObject(Array(2).fill({ status: 'not-started', version: 1 }));
    const audited = await database.db.select().from(auditLog).where(eq(auditLog.workspaceId, ours.id));
    expect(audited.map(({ action }) => action)).toEqual([
      'task.create',
      'task.complete',
      'task.reopen',
      'task.cancel',
      'task.reopen',
    ]);
  });

  it('is edited, with its attendees; what stays as it is, is no change', async () => {
    expect(await editTask(rita(), { no, description: ' Visit ', date: '2026-11-24' })).toEqual({
      no,
      changed: false,
    });
    const changes = {
      description: 'Call',
      date: 'in 2 weeks',
      priority: 'high',
      status: 'waiting',
      salespersonCode: 'ss',
    } as const;
    await editTask(rita(), { no, ...changes, expectedVersion: 1 });
    const after = {
      description: 'Call',
      date: '2026-12-07',
      priority: 'high',
      status: 'waiting',
      salesperson: 'SS',
      version: 2,
    };
    expect(await stored()).toMatchObject([after, after]);
    await editTask(rita(), { no, status: 'completed' });
    expect(await stored()).toMatchObject(Array(2).fill({ status: 'completed', closedOn: '2026-11-23' }));
  });

  it('keeps a salesperson who was blocked since, and takes no other such', async () => {
    await database.db.update(salespeople).set({ blocked: true }).where(eq(salespeople.workspaceId, ours.id));
    expect(await editTask(rita(), { no, salespersonCode: 'RR', priority: 'high' })).toMatchObject({
      changed: true,
    });
    await expect(editTask(rita(), { no, salespersonCode: 'SS' })).rejects.toMatchObject({
      fields: [{ field: 'salesperson' }],
    });
    await expect(editTask(rita(), { no, date: 'soonish' })).rejects.toMatchObject({
      fields: [{ field: 'date' }],
    });
  });

  it('is not changed over what somebody else did, but a button stays good after a change of one’s own', async () => {
    await editTask(rita(), { no, priority: 'high' });
    await expect(editTask(rita(), { no, priority: 'low', expectedVersion: 1 })).rejects.toMatchObject({
      code: 'task_moved_on',
    });
    const stale = { no, expectedVersion: 1 };
    for (const change of [completeTask, cancelTask]) {
      await expect(change(ours.as('soren'), stale)).rejects.toMatchObject({
        code: 'task_moved_on',
        params: { no, by: 'U0RITA' },
      });
    }
    expect(await completeTask(rita(), stale)).toMatchObject({ changed: true });
    await expect(completeTask(rita(), { no: 'TD000009' })).rejects.toMatchObject({ code: 'task_not_found' });
  });

  it('is told of to whoever it was given to by somebody else, and to nobody else', async () => {
    await database.db
      .update(members)
      .set({ salespersonCode: 'SS', deactivated: true })
      .where(and(eq(members.workspaceId, ours.id), eq(members.id, 105)));
    await createTask(rita(), { ...VISIT, salespersonCode: 'SS' });
    await editTask(rita(), { no, priority: 'low' });
    await editTask(rita(), { no, salespersonCode: 'SS' });
    await editTask(ours.as('soren'), { no, salespersonCode: 'RR' });
    await editTask(rita(), { no, salespersonCode: 'SS', status: 'completed' });
    expect(await showTask(rita(), { no })).toMatchObject({
      salesperson: { code: 'SS' },
      status: 'completed',
    });
    const posts = await database.db
      .select({ channel: channelPosts.channel, content: channelPosts.content })
      .from(channelPosts)
      .where(eq(channelPosts.workspaceId, ours.id))
      .orderBy(asc(channelPosts.id));
    expect(posts).toEqual([
      { channel: 'U0SOREN', content: { kind: 'task-given', no: 'TD000003', tasks: 1, by: 'U0RITA' } },
      { channel: 'U0SOREN', content: { kind: 'task-given', no, tasks: 1, by: 'U0RITA' } },
      { channel: 'U0RITA', content: { kind: 'task-given', no, tasks: 1, by: 'U0SOREN' } },
    ]);
  });

  it('keeps its campaign from being deleted', async () => {
    await expect(deleteCampaign(ours.as('anna'), { campaignNo: 'CP1002' })).rejects.toMatchObject({
      code: 'campaign_in_use',
      params: { tasks: 1 },
    });
    await expect(deleteCampaign(theirs.as('anna'), { campaignNo: 'CP1002' })).resolves.toEqual({
      no: 'CP1002',
    });
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
