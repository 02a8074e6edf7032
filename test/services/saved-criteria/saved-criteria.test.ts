import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteCriteria, renameCriteria } from '../../../src/services/saved-criteria/change.ts';
import { listCriteria, showCriteria } from '../../../src/services/saved-criteria/read.ts';
import { savableSteps } from '../../../src/services/saved-criteria/savable-steps.ts';
import { saveCriteria } from '../../../src/services/saved-criteria/save.ts';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { applyStep } from '../../../src/services/segments/apply-step.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { readHeader } from '../../../src/services/segments/header.ts';
import { refineContacts } from '../../../src/services/segments/refine-contacts.ts';
import { reuse } from '../../../src/services/segments/reuse.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

async function segment(text?: string): Promise<string> {
  const { no } = await createSegment(rita(), { description: 'Source' });
  if (text !== undefined) await add(rita(), { no, criteria: criteria(text) });
  return no;
}

const namesOn = async (no: string) =>
  (await showSegment(rita(), { no, limit: 50 })).contacts.map((contact) => contact.name);

describe('saving criteria', () => {
  it('34: needs a step, and a code that is not taken', async () => {
    const empty = await segment();
    await expect(saveCriteria(rita(), { no: empty, code: 'NONE' })).rejects.toMatchObject({
      code: 'nothing_to_save',
    });
    const no = await segment('territory:N');
    expect(await saveCriteria(rita(), { no, code: ' taken ', description: 'First' })).toMatchObject({
      code: 'TAKEN',
      steps: 1,
    });
    await expect(saveCriteria(rita(), { no, code: 'Taken' })).rejects.toMatchObject({ code: 'code_taken' });
    expect((await showCriteria(rita(), { code: 'taken' })).description).toBe('First');
  });

  it('refuses codes that are too long, have spaces, or could be a logged segment', async () => {
    const no = await segment('territory:N');
    for (const code of ['', 'ELEVENCHARS', 'A B', '77', 'A|B']) {
      await expect(saveCriteria(rita(), { no, code }), code).rejects.toMatchObject({ code: 'code_invalid' });
    }
  });

  it('leaves out undone steps', async () => {
    const no = await segment('territory:N');
    await refineContacts(rita(), { no, criteria: criteria('type:person') });
    await undoStep(rita(), { no });
    expect(await saveCriteria(rita(), { no, code: 'UNDONE' })).toMatchObject({ steps: 1 });
  });

  it('happens once however often the same request comes', async () => {
    const no = await segment('territory:N');
    const input = { no, code: 'TWICE', requestKey: 'save-twice' };
    expect(await saveCriteria(rita(), input)).toEqual(await saveCriteria(rita(), input));
  });
});

describe('reusing criteria', () => {
  it('35: means the contacts of today', async () => {
    await saveCriteria(rita(), { no: await segment('territory:N'), code: 'NORTH' });
    await addContacts(ours, [{ id: 20, name: 'July Newcomer', territory: 'N' }]);
    const { segmentNo, created } = await reuse(rita(), { code: 'north' });
    expect(created).toBe(true);
    expect(await namesOn(segmentNo)).toContain('July Newcomer');
  });

  it('36: asks first where the segment has steps, and changes nothing until it is confirmed', async () => {
    await saveCriteria(rita(), { no: await segment('territory:S'), code: 'SOUTH' });
    const no = await segment('name:Zeta');
    await expect(reuse(rita(), { code: 'SOUTH', no })).rejects.toMatchObject({
      code: 'steps_exist',
      params: { no, count: 1 },
    });
    expect((await readHeader(rita(), no)).lastStep).toBe(1);
    await reuse(rita(), { code: 'SOUTH', no, confirmed: true });
    expect((await readHeader(rita(), no)).currentStep).toBe(2);
    expect(await namesOn(no)).toEqual(['Zeta', 'Bo', 'Quiet']);
  });

  it('37: does not add a contact that is excluded, though it had been added by hand', async () => {
    await addContacts(ours, [{ id: 21, name: 'Excluded', excluded: true }]);
    const no = await segment('name:Zeta');
    await addContactByHand(rita(), { no, contactNo: 'CT000021' });
    expect(await namesOn(no)).toContain('Excluded');
    await saveCriteria(rita(), { no, code: 'HAND' });
    const { segmentNo, steps } = await reuse(rita(), { code: 'HAND' });
    expect(steps).toBe(2);
    expect(await namesOn(segmentNo)).toEqual(['Zeta']);
  });

  it('keeps the saved options, Entire companies of Refine included, each step undoable', async () => {
    const no = await segment('');
    const options = { entireCompanies: true };
    await refineContacts(rita(), { no, criteria: criteria('name:Bo'), options });
    await saveCriteria(rita(), { no, code: 'ENTIRE' });
    const { segmentNo } = await reuse(rita(), { code: 'ENTIRE' });
    expect(await namesOn(segmentNo)).toEqual(['Alpha', 'Bo']);
    await undoStep(rita(), { no: segmentNo });
    expect((await namesOn(segmentNo)).length).toBeGreaterThan(2);
  });

  it('takes out again whom a step took out together', async () => {
    await database.sql`update contacts set privacy_blocked = true where workspace_id = ${ours.id} and id = 4`;
    const no = await segment('territory:N');
    await applyStep(rita(), { no }, { kind: 'remove-lines', problem: 'privacy-blocked' });
    expect(await namesOn(no)).toEqual(['Alpha', 'Zeta']);
    expect(await saveCriteria(rita(), { no, code: 'ALLOWED' })).toMatchObject({ steps: 2 });
    await database.sql`update contacts set privacy_blocked = true where workspace_id = ${ours.id} and id = 1`;
    const { segmentNo, steps } = await reuse(rita(), { code: 'ALLOWED' });
    expect(steps).toBe(2);
    expect(await namesOn(segmentNo)).toEqual(['Alpha']);
  });

  it('does not take out all, where lines went because of what the header said', async () => {
    const no = await segment('territory:N');
    await applyStep(rita(), { no }, { kind: 'remove-lines', problem: 'template' });
    expect(await namesOn(no)).toEqual([]);
    await applyStep(rita(), { no }, { kind: 'header', changes: { subject: 'Hello' }, lines: 'follow' });
    expect((await savableSteps(rita(), no)).steps).toMatchObject([{ kind: 'add' }]);
    await saveCriteria(rita(), { no, code: 'ALL' });
    expect(await namesOn((await reuse(rita(), { code: 'ALL' })).segmentNo)).toHaveLength(3);
  });
});

describe('saved criteria', () => {
  it('are renamed and deleted, and not those of another workspace', async () => {
    const no = await segment('territory:N');
    await saveCriteria(rita(), { no, code: 'NORTH' });
    const { id } = await saveCriteria(rita(), { no, code: 'OLD' });
    const other = { id, code: 'OTHER', description: '' };
    await expect(renameCriteria(theirs.as('rita'), other)).rejects.toMatchObject({
      code: 'saved_criteria_deleted',
    });
    await expect(deleteCriteria(theirs.as('rita'), { id })).rejects.toMatchObject({
      code: 'saved_criteria_deleted',
    });
    await expect(reuse(theirs.as('rita'), { savedId: id })).rejects.toMatchObject({
      code: 'saved_criteria_deleted',
    });
    expect((await listCriteria(theirs.as('rita'))).total).toBe(0);
    await expect(renameCriteria(rita(), { id, code: 'NORTH', description: '' })).rejects.toMatchObject({
      code: 'code_taken',
    });
    await renameCriteria(rita(), { id, code: 'new', description: 'Named anew' });
    expect(await showCriteria(rita(), { id })).toMatchObject({ code: 'NEW', description: 'Named anew' });
    await deleteCriteria(rita(), { id });
    await expect(showCriteria(rita(), { code: 'NEW' })).rejects.toMatchObject({
      code: 'saved_criteria_not_found',
    });
  });

  it('are listed by code, page by page', async () => {
    const no = await segment('territory:N');
    for (const code of ['B', 'C', 'A']) await saveCriteria(rita(), { no, code });
    const first = await listCriteria(rita(), { limit: 2 });
    expect(first).toMatchObject({ saved: [{ code: 'A' }, { code: 'B' }], total: 3 });
    const second = await listCriteria(rita(), { limit: 50, after: first.nextAfter });
    expect(second.saved).toMatchObject([{ code: 'C' }]);
  });
});
