import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeOpportunity } from '../../../src/services/opportunities/close.ts';
import {
  addOpportunityComment,
  listOpportunityComments,
} from '../../../src/services/opportunities/comments.ts';
import { deleteOpportunity } from '../../../src/services/opportunities/delete.ts';
import { editOpportunity } from '../../../src/services/opportunities/edit.ts';
import { listOpportunities } from '../../../src/services/opportunities/list.ts';
import { showOpportunity } from '../../../src/services/opportunities/show.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { createIn, fieldsOf, type NewOpportunity } from './support.ts';

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
const close = (no: string, input: Partial<Parameters<typeof closeOpportunity>[1]>) =>
  closeOpportunity(rita(), {
    opportunityNo: no,
    outcome: 'won',
    date: '2026-11-23',
    reason: 'Best price',
    ...input,
  });

describe('closing', () => {
  it('wins with a value above 0, for good', async () => {
    const no = await create();
    expect(await fieldsOf(close(no, {}))).toEqual([['value', 'opportunity_value_invalid']]);
    expect(await fieldsOf(close(no, { value: '0', date: '2026-11-24', reason: ' ' }))).toEqual([
      ['date', 'opportunity_close_ahead'],
      ['reason', 'reason_missing'],
      ['value', 'opportunity_value_invalid'],
    ]);
    expect(await fieldsOf(close(no, { value: '5', date: '1700-01-01', reason: 'x'.repeat(300) }))).toEqual([
      ['date', 'date_out_of_range'],
      ['reason', 'too_long'],
    ]);
    const input = { value: '900', date: '2026-11-20', requestKey: 'won' };
    await close(no, input);
    await close(no, input);
    expect(await showOpportunity(rita(), { no })).toMatchObject({
      status: 'won',
      estimatedValue: '900.00',
      chances: 100,
      calculatedValue: '900.00',
      closedOn: '2026-11-20',
      closeReason: 'Best price',
    });
    for (const again of [() => edit(no, { chances: 5 }), () => close(no, { outcome: 'lost' })]) {
      await expect(again()).rejects.toMatchObject({
        code: 'opportunity_closed',
        params: { no, status: 'won' },
      });
    }
  });

  it('loses with chances of 0, and still knows what was lost', async () => {
    const no = await create({ estimatedValue: '400', chances: 50 });
    await expect(close(no, { outcome: 'lost', expectedVersion: 7 })).rejects.toMatchObject({
      code: 'opportunity_moved_on',
    });
    await close(no, { outcome: 'lost', reason: 'Too dear' });
    expect(await showOpportunity(rita(), { no })).toMatchObject({
      status: 'lost',
      estimatedValue: '400.00',
      chances: 0,
      calculatedValue: '0.00',
    });
  });
});

it('is deleted by whoever created it, managers and admins, unless it is in progress', async () => {
  const remove = (no: string, who = rita()) => deleteOpportunity(who, { opportunityNo: no, requestKey: no });
  const no = await create();
  await addOpportunityComment(rita(), { opportunityNo: no, comment: 'By mistake' });
  await expect(remove(no, ours.as('soren'))).rejects.toMatchObject({
    code: 'not_yours_to_delete',
    params: { no, by: 'U0RITA' },
  });
  await expect(remove(no, theirs.as('mona'))).rejects.toMatchObject({ code: 'opportunity_in_progress' });
  expect(await showOpportunity(rita(), { no })).toMatchObject({ mayDelete: true });
  expect(await showOpportunity(ours.as('soren'), { no })).toMatchObject({ mayDelete: false });
  expect(await remove(no)).toEqual({ no });
  expect(await remove(no)).toEqual({ no });
  await expect(showOpportunity(rita(), { no })).rejects.toMatchObject({ code: 'opportunity_not_found' });
  const started = await create({ chances: 10 });
  await expect(remove(started, ours.as('anna'))).rejects.toMatchObject({ code: 'opportunity_in_progress' });
  await close(started, { value: '5' });
  expect(await remove(started, ours.as('mona'))).toEqual({ no: started });
  // Numbers are not used again.
  expect(await create()).toBe('OP000003');
});

it('lists the active ones, the next to close first, with what they are worth together', async () => {
  await create({ estimatedValue: '100', chances: 50, estimatedClose: '2027-01-31' });
  await create({ estimatedValue: '10.01', chances: 50, estimatedClose: '2026-12-01' });
  await create({ contactNo: 'CT000002' });
  await create({ salespersonCode: 'SS', estimatedValue: '1000', chances: 10 });
  await close(await create({ estimatedValue: '5' }), {});
  const numbers = async (scope: Parameters<typeof listOpportunities>[1]['scope'], who = rita()) => {
    const { opportunities, figures } = await listOpportunities(who, { scope });
    return [opportunities.map(({ no }) => no), figures];
  };
  expect(await numbers({ kind: 'mine' })).toEqual([
    ['OP000002', 'OP000001', 'OP000003'],
    { count: 3, estimated: '110.01', calculated: '55.01' },
  ]);
  expect(await numbers({ kind: 'all' })).toEqual([
    ['OP000002', 'OP000001', 'OP000004', 'OP000003'],
    { count: 4, estimated: '1110.01', calculated: '155.01' },
  ]);
  expect((await numbers({ kind: 'contact', key: 'CT000002' }))[0]).toHaveLength(4);
  expect((await numbers({ kind: 'contact', key: 'CT000003' }))[0]).toHaveLength(3);
  expect(await numbers({ kind: 'mine' }, ours.as('mona'))).toEqual([
    [],
    { count: 0, estimated: '0.00', calculated: '0.00' },
  ]);
  const page = await listOpportunities(rita(), { scope: { kind: 'all' }, from: 3, limit: 1 });
  expect(page.opportunities.map(({ no }) => no)).toEqual(['OP000004']);
  expect(page.figures.count).toBe(4);
  // Whoever goes on from a list that has become shorter sees its last page.
  const past = await listOpportunities(rita(), { scope: { kind: 'all' }, from: 9, limit: 3 });
  expect(past).toMatchObject({ from: 4, opportunities: [{ no: 'OP000003' }] });
  const mona = await listOpportunities(ours.as('mona'), { scope: { kind: 'mine' }, from: 9 });
  expect(mona).toMatchObject({ from: 1, opportunities: [] });
});

it('keeps what people note about it, in that order', async () => {
  const no = await create();
  const note = (comment: string, who = rita()) => addOpportunityComment(who, { opportunityNo: no, comment });
  await note('Call again');
  await note('Wants samples', ours.as('soren'));
  expect(await fieldsOf(note(' '))).toEqual([['comment', 'text_missing']]);
  expect(await fieldsOf(note('x'.repeat(1001)))).toEqual([['comment', 'too_long']]);
  expect(
    (await listOpportunityComments(rita(), { no })).map(({ comment, by }) => [comment, by.name]),
  ).toEqual([
    ['Call again', 'Rita Rep'],
    ['Wants samples', 'Søren Salg'],
  ]);
  expect(await listOpportunityComments(theirs.as('rita'), { no })).toEqual([]);
});
