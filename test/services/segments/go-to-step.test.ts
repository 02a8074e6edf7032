import { beforeAll, describe, expect, it } from 'vitest';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { explainContact } from '../../../src/services/segments/explain-contact.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { pageSteps } from '../../../src/services/segments/page-steps.ts';
import { reduceContacts as reduce } from '../../../src/services/segments/reduce-contacts.ts';
import { removeLine } from '../../../src/services/segments/remove-line.ts';
import { resetOffered, resetSteps } from '../../../src/services/segments/reset-steps.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addContacts(ours, [
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Bo', company: 1 },
    { id: 3, name: 'Quiet', company: 1, excluded: true },
  ]);
});

/** Rita at so many minutes past ten. */
const at = (minute: number) => ours.as('rita', { now: () => new Date(Date.UTC(2026, 10, 23, 10, minute)) });
const rita = () => at(0);
const card = async (no: string) => (await showSegment(rita(), { no })).header;

async function everything(no: string) {
  const { version: _, changedAt: __, ...header } = await card(no);
  return { header, lines: (await searchLines(rita(), { no, limit: 50 })).rows };
}

describe('going to a step', () => {
  /** Eight steps of every kind, and what the segment was after each. */
  async function built() {
    const { no } = await createSegment(rita(), { templateCode: 'BUS', description: 'Old' });
    const did = [
      () => add(rita(), { no, criteria: criteria('') }),
      () => editLine(rita(), { no, lineNo: 1, changes: { cost: '1.50', evaluation: 'neutral' } }),
      () => reduce(rita(), { no, criteria: criteria('name:Alpha') }),
      () => updateHeader(rita(), { no, changes: { description: 'New', unitCost: '3' }, lines: 'keep' }),
      () => add(rita(), { no, criteria: criteria('name:Alpha') }),
      () => addContactByHand(rita(), { no, contactNo: 'CT000003' }),
      () => removeLine(rita(), { no, lineNo: 2 }),
      () => updateHeader(rita(), { no, changes: { templateCode: 'OUTGOING' }, lines: 'follow' }),
    ];
    const states = [await everything(no)];
    for (const step of did) {
      await step();
      states.push(await everything(no));
    }
    return { no, states };
  }

  it('gives at every step exactly what the segment was then, back and forward', async () => {
    const { no, states } = await built();
    for (const step of [0, 8, 2, 5, 3, 6, 1, 7, 4, 8]) {
      const result = await goToStep(rita(), { no, step });
      expect(result).toMatchObject({ to: step, canUndo: step > 0, canRedo: step < 8 });
      const { header, lines } = await everything(no);
      const then = states[step];
      expect({ ...header, lastStep: 0 }).toEqual({ ...then?.header, lastStep: 0, currentStep: step });
      expect(lines).toEqual(then?.lines);
      expect(result.now).toEqual(then?.header.counts);
    }
  });

  it('says which contacts came and went, all in all', async () => {
    const { no } = await built();
    expect(await goToStep(rita(), { no, step: 1 })).toMatchObject({
      from: 8,
      added: { companies: 1, people: 1 },
      removed: { companies: 1, people: 1 },
    });
  });

  it('changes nothing when it is there already, and refuses steps that are not', async () => {
    const { no } = await built();
    const { version } = await card(no);
    expect((await goToStep(rita(), { no, step: 8 })).version).toBe(version);
    await expect(goToStep(rita(), { no, step: 9 })).rejects.toMatchObject({
      code: 'step_not_found',
      params: { no, step: 9 },
    });
    await expect(goToStep(rita(), { no, step: 1, expectedVersion: version - 1 })).rejects.toMatchObject({
      code: 'segment_moved_on',
      params: { change: 'header' },
    });
  });

  it('a new step takes the place of all after it, edits included', async () => {
    const { no } = await built();
    await goToStep(rita(), { no, step: 1 });
    await addContactByHand(rita(), { no, contactNo: 'CT000002' });
    expect((await pageSteps(rita(), { no })).steps.map((step) => step.input.kind)).toEqual([
      'add',
      'add-contact',
    ]);
    await expect(goToStep(rita(), { no, step: 3 })).rejects.toMatchObject({ code: 'step_not_found' });
  });
});

describe('listing steps', () => {
  it('gives pages from the last to the first', async () => {
    const { no } = await createSegment(rita(), {});
    for (let step = 1; step <= 5; step += 1) await add(rita(), { no, criteria: criteria('') });
    await undoStep(rita(), { no });
    const last = await pageSteps(rita(), { no, limit: 2 });
    expect(last).toMatchObject({
      currentStep: 4,
      lastStep: 5,
      next: 4,
      steps: [
        { no: 4, applied: true },
        { no: 5, applied: false },
      ],
    });
    const middle = await pageSteps(rita(), { no, limit: 2, before: 4 });
    expect(middle.steps.map((step) => step.no)).toEqual([2, 3]);
    const first = await pageSteps(rita(), { no, limit: 2, before: 2 });
    expect(first.steps.map((step) => step.no)).toEqual([1]);
    expect(first.next).toBeUndefined();
  });
});

describe('explaining', () => {
  it('says who added and removed a contact, when, by which step, and since when', async () => {
    const { no } = await createSegment(rita(), {});
    await add(at(1), { no, criteria: criteria('name:Bo') });
    await editLine(at(2), { no, lineNo: 1, changes: { cost: '2' } });
    await reduce(at(3), { no, criteria: criteria('type:person') });
    const out = await explainContact(rita(), { no, contactNo: 'ct000002' });
    expect(out).toMatchObject({
      contact: { contactNo: 'CT000002', name: 'Bo', companyName: 'Alpha' },
      lines: 0,
      since: new Date('2026-11-23T10:03:00Z'),
      events: [
        { did: 'added', step: { no: 1, input: { kind: 'add' }, by: { slackUserId: 'U0RITA' } } },
        { did: 'edited', step: { no: 2 } },
        { did: 'removed', step: { no: 3, input: { kind: 'reduce' } } },
      ],
    });
    await addContactByHand(at(4), { no, contactNo: 'CT000002' });
    await addContactByHand(at(5), { no, contactNo: 'CT000002' });
    const back = await explainContact(rita(), { no, contactNo: 'CT000002' });
    expect(back).toMatchObject({ lines: 2, since: new Date('2026-11-23T10:04:00Z') });
    await goToStep(rita(), { no, step: 1 });
    expect(await explainContact(rita(), { no, contactNo: 'CT000002' })).toMatchObject({
      lines: 1,
      since: new Date('2026-11-23T10:01:00Z'),
      events: [{ did: 'added' }],
    });
  });

  it('says that a contact never matched, and that it is left out on purpose', async () => {
    const { no } = await createSegment(rita(), {});
    await add(rita(), { no, criteria: criteria('') });
    expect(await explainContact(rita(), { no, contactNo: 'CT000003' })).toMatchObject({
      lines: 0,
      since: null,
      events: [],
      excluded: true,
    });
    await expect(explainContact(rita(), { no, contactNo: 'CT999999' })).rejects.toMatchObject({
      code: 'contact_not_found',
    });
  });
});

describe('forgetting the steps', () => {
  it('28: is offered when the last contact goes, and leaves nothing to undo', async () => {
    const { no } = await createSegment(rita(), { description: 'Stays' });
    const first = await addContactByHand(rita(), { no, contactNo: 'CT000001' });
    const emptied = await reduce(rita(), { no, criteria: criteria('') });
    expect([resetOffered(first), resetOffered(emptied)]).toEqual([false, true]);
    expect((await card(no)).lastStep).toBe(2);
    expect(await resetSteps(rita(), { no })).toMatchObject({ segmentNo: no, forgotten: 2 });
    expect(await card(no)).toMatchObject({ lastStep: 0, currentStep: 0, description: 'Stays', cost: '0.00' });
    await expect(undoStep(rita(), { no })).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await add(rita(), { no, criteria: criteria('name:Bo') });
    expect((await searchLines(rita(), { no })).rows).toMatchObject([{ lineNo: 1, name: 'Bo' }]);
  });

  it('is not offered when undoing the only step, and refused while there are contacts', async () => {
    const { no } = await createSegment(rita(), {});
    await add(rita(), { no, criteria: criteria('') });
    await expect(resetSteps(rita(), { no })).rejects.toMatchObject({ code: 'segment_not_empty' });
    expect(resetOffered(await undoStep(rita(), { no }))).toBe(false);
  });
});
