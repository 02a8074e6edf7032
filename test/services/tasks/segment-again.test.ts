import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { contacts } from '../../../src/db/schema/index.ts';
import { completeTask } from '../../../src/services/tasks/complete.ts';
import { createForSegment } from '../../../src/services/tasks/create-for-segment.ts';
import { previewForSegment } from '../../../src/services/tasks/preview-for-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { storedTasks } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

const rita = () => ours.as('rita');
const stored = () => storedTasks(database.sql, ours);
const CALL = { type: 'phone-call', description: 'Call about the fair', date: 'next friday' } as const;

beforeEach(async () => {
  count += 1;
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  for (const workspace of [theirs, ours]) await addFive(workspace);
});

it('tasks for a segment are not created over those that somebody else created meanwhile', async () => {
  const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
  const open = async () => (await previewForSegment(rita(), { no })).open;
  const elsewhere = await makeSegment(theirs.as('rita'), { criteria: 'name:Zeta|Alpha' });
  await createForSegment(theirs.as('rita'), { ...CALL, no: elsewhere });
  expect(await open()).toBe(0);
  const expected = { ...CALL, no, expectedOpen: 0 };
  const asked = await Promise.allSettled([
    createForSegment(rita(), { ...expected, requestKey: 'hers' }),
    createForSegment(ours.as('soren'), { ...expected, requestKey: 'his' }),
  ]);
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'segment_has_tasks', params: { no, count: 2 } },
  });
  expect(await stored()).toHaveLength(4);
  await createForSegment(rita(), { ...CALL, no, type: 'meeting', expectedOpen: 2 });
  expect(await open()).toBe(3);
  await completeTask(rita(), { no: 'TD000001' });
  expect(await open()).toBe(2);
  await createForSegment(rita(), { ...CALL, no, expectedOpen: 3 });
});

it('tasks for a segment leave out those whose privacy is blocked, and say how many', async () => {
  const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha|Bo' });
  const block = (...ids: number[]) =>
    database.db
      .update(contacts)
      .set({ privacyBlocked: true })
      .where(and(eq(contacts.workspaceId, ours.id), inArray(contacts.id, ids)));
  await block(1);
  expect(await previewForSegment(rita(), { no })).toMatchObject({ contacts: 3, blocked: 1 });
  expect(await createForSegment(rita(), { ...CALL, no })).toMatchObject({
    tasks: 2,
    contacts: 2,
    blocked: 1,
  });
  const about = new Set((await stored()).map(({ contact }) => contact));
  expect(about).toEqual(new Set([2, 3]));
  await block(2, 3);
  const verbs = [() => previewForSegment(rita(), { no }), () => createForSegment(rita(), { ...CALL, no })];
  for (const verb of verbs) {
    await expect(verb()).rejects.toMatchObject({ code: 'segment_all_blocked', params: { no } });
  }
  expect(await stored()).toHaveLength(4);
});
