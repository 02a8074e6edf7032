import { beforeEach, describe, expect, it } from 'vitest';
import { deleteSegment } from '../../../src/services/segments/delete-segment.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { createForSegment } from '../../../src/services/tasks/create-for-segment.ts';
import { listTasks } from '../../../src/services/tasks/list.ts';
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

describe('the segment of a task', () => {
  const segments = async () => [...new Set((await stored()).map(({ segment }) => segment))];

  it('53: is lost when the segment is logged', async () => {
    const { no } = await makeApproved(ours);
    await createForSegment(rita(), { ...CALL, no });
    const { no: other } = await makeApproved(theirs);
    await createForSegment(theirs.as('rita'), { ...CALL, no: other });
    expect(await segments()).toEqual([no]);
    await logNow(ours, no);
    expect(await segments()).toEqual([null]);
    const scope = { kind: 'segment' as const, key: no };
    expect(await listTasks(rita(), { scope })).toMatchObject({ total: 0, logged: true });
    expect(await showTask(rita(), { no: 'TD000001' })).toMatchObject({
      segmentNo: null,
      closedOn: null,
      version: 1,
    });
    expect(new Set((await stored(theirs)).map(({ segment }) => segment))).toEqual(new Set([other]));
  });

  it('is lost when the segment is deleted', async () => {
    const no = await makeSegment(rita());
    await createForSegment(rita(), { ...CALL, no });
    await deleteSegment(rita(), { no });
    expect(await segments()).toEqual([null]);
  });

  it('is lost to a contact who is taken off it, until undo brings the contact back', async () => {
    const no = await makeSegment(rita(), { criteria: 'name:Zeta|Alpha' });
    await createForSegment(rita(), { ...CALL, no });
    await createForSegment(rita(), { ...CALL, no, type: 'meeting' });
    const shown = async () => {
      const { tasks, logged } = await listTasks(rita(), { scope: { kind: 'segment', key: no } });
      expect(logged).toBe(false);
      return tasks.map(({ contact, segmentNo }) => [contact?.name, segmentNo]);
    };
    const all = [
      ['Alpha', no],
      ['Zeta', no],
      [undefined, no],
    ];
    expect(await shown()).toEqual(all);
    await reduceContacts(rita(), { no, criteria: criteria('name:Zeta') });
    expect(await shown()).toEqual([
      ['Alpha', no],
      [undefined, no],
    ]);
    const { tasks } = await listTasks(rita(), { scope: { kind: 'contact', key: 'CT000001' } });
    expect(tasks.map(({ segmentNo }) => segmentNo)).toEqual([null, no]);
    await undoStep(rita(), { no });
    expect(await shown()).toEqual(all);
  });
});
