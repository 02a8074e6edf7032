import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditLog, channelPosts, members, salespeople } from '../../../src/db/schema/index.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { cancelTask } from '../../../src/services/tasks/cancel.ts';
import { completeTask } from '../../../src/services/tasks/complete.ts';
import { createTask } from '../../../src/services/tasks/create.ts';
import { editTask } from '../../../src/services/tasks/edit.ts';
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
