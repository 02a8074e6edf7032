import { beforeAll, describe, expect, it } from 'vitest';
import { approveRequest, rejectRequest } from '../../../src/services/approvals/decide-request.ts';
import { showRequest } from '../../../src/services/approvals/show-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { resetSteps } from '../../../src/services/segments/reset-steps.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});

const rita = () => ours.as('rita');

describe('a request for approval', () => {
  it('does not ask those whose steps were undone or forgotten: the header, or what they took away, may be theirs', async () => {
    const { no } = await createSegment(rita(), { description: 'Shared work' });
    const mona = ours.as('mona');
    await updateHeader(mona, { no, changes: { campaignNo: 'CP1001', templateCode: 'BUS' }, lines: 'follow' });
    await add(mona, { no, criteria: criteria('name:Bo') });
    await reduceContacts(rita(), { no, criteria: criteria('') });
    await resetSteps(rita(), { no });
    await add(rita(), { no, criteria: criteria('') });
    await goToStep(ours.as('anna'), { no, step: 0 });
    await redoStep(rita(), { no });
    const { approvers, requestId } = await submitSegment(rita(), { no });
    expect(approvers).toEqual(['U0OLAF']);
    await expect(approveRequest(mona, { requestId })).rejects.toMatchObject({ code: 'own_request' });
  });

  it('shows the steps that count, and what the segment costs with what contacts have of their own', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
    for (let step = 0; step < 25; step += 1)
      await reduceContacts(rita(), { no, criteria: criteria('name:Nobody') });
    await goToStep(rita(), { no, step: 2 });
    await editLine(rita(), { no, lineNo: 1, changes: { cost: '500' } });
    const { requestId } = await submitSegment(rita(), { no });
    const request = await showRequest(ours.as('mona'), { requestId });
    expect(request.steps.map((step) => step.no)).toEqual([1, 2, 3]);
    expect(request.cost).toBe((await showSegment(rita(), { no })).header.cost);
    expect(Number(request.cost)).toBeGreaterThan(500);
  });

  it.each(['voided', 'rejected'] as const)(
    'shows what was submitted, whatever becomes of the segment: %s',
    async (status) => {
      const no = await makeSegment(rita(), { campaignNo: 'CP1001', salespersonCode: 'RR' });
      await updateHeader(rita(), { no, changes: { unitCost: '7' }, lines: 'follow' });
      const { requestId } = await submitSegment(rita(), { no });
      const mona = ours.as('mona');
      const asked = await showRequest(mona, { requestId });
      expect(asked).toMatchObject({ cost: '35.00', salesperson: { code: 'RR' }, template: { code: 'BUS' } });
      if (status === 'rejected') await rejectRequest(mona, { requestId, reason: 'Too dear' });
      const changes = {
        description: 'Renamed',
        unitCost: '9',
        unitDuration: 90,
        date: '2027-01-01',
        salespersonCode: 'JO',
        campaignNo: null,
      };
      await updateHeader(rita(), { no, changes, lines: 'follow' });
      await reduceContacts(rita(), { no, criteria: criteria('name:Bo') });
      const kept = [
        'description',
        'date',
        'campaign',
        'template',
        'salesperson',
        'unitCost',
        'unitDuration',
        'cost',
        'duration',
        'counts',
      ];
      const shown = await showRequest(mona, { requestId });
      expect(shown).toMatchObject(
        Object.fromEntries(Object.entries(asked).filter(([name]) => kept.includes(name))),
      );
      expect(shown).toMatchObject({ status, sample: [], steps: [] });
    },
  );
});
