import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { members } from '../../../src/db/schema/index.ts';
import { approveRequest, rejectRequest } from '../../../src/services/approvals/decide-request.ts';
import { showRequest } from '../../../src/services/approvals/show-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { postsOf, stateOf, submitted } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');
const mona = () => ours.as('mona');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

describe('approving', () => {
  it('approves what was submitted, and tells the requester and all approvers', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    expect(await approveRequest(mona(), { requestId, comment: 'Good list' })).toEqual({
      requestId,
      segmentNo,
      status: 'approved',
      counts: { companies: 2, people: 3 },
    });
    expect(await stateOf(ours, segmentNo)).toBe('approved');
    expect(await postsOf(ours, requestId)).toMatchObject([
      { channel: 'U0MONA', revision: 2 },
      { channel: 'U0ANNA', revision: 2 },
      { channel: 'U0OLAF', revision: 2 },
      { channel: 'U0RITA', revision: 1, content: { kind: 'approval-outcome', requestId } },
    ]);
    expect(await showRequest(rita(), { requestId })).toMatchObject({
      status: 'approved',
      decision: { by: { slackUserId: 'U0MONA' }, at: NOON, comment: 'Good list' },
    });
  });

  it('is for managers and the owner of the campaign', async () => {
    const { requestId } = await submitted(ours);
    await expect(approveRequest(ours.as('soren'), { requestId })).rejects.toMatchObject({
      code: 'not_an_approver',
    });
    await approveRequest(ours.as('olaf'), { requestId });
    const other = await submitted(ours, 'CP1002');
    await expect(approveRequest(ours.as('olaf'), other)).rejects.toMatchObject({ code: 'not_an_approver' });
  });

  it('counts the role at the time of the decision, not of the question', async () => {
    const { requestId } = await submitted(ours);
    const anna = and(eq(members.workspaceId, ours.id), eq(members.id, PEOPLE.anna.id));
    await database.db.update(members).set({ isManager: false }).where(anna);
    await expect(approveRequest(ours.as('anna'), { requestId })).rejects.toMatchObject({
      code: 'not_an_approver',
    });
    await database.db.update(members).set({ isManager: true, deactivated: true }).where(anna);
    await expect(approveRequest(ours.as('anna'), { requestId })).rejects.toMatchObject({ code: 'outsider' });
    await database.db.update(members).set({ deactivated: false }).where(anna);
    await approveRequest(ours.as('anna'), { requestId });
  });

  it('is not for whoever submitted or built it', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
    const { requestId } = await submitSegment(mona(), { no });
    await expect(approveRequest(mona(), { requestId })).rejects.toMatchObject({ code: 'own_request' });
    await expect(rejectRequest(mona(), { requestId, reason: 'x' })).rejects.toMatchObject({
      code: 'own_request',
    });
  });

  it('is not for whoever undid a step of it', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
    await reduceContacts(rita(), { no, criteria: criteria('name:Bo') });
    await undoStep(mona(), { no });
    const { requestId, approvers } = await submitSegment(rita(), { no });
    expect(approvers).not.toContain('U0MONA');
    await expect(approveRequest(mona(), { requestId })).rejects.toMatchObject({ code: 'own_request' });
  });

  it('says who was faster', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    await approveRequest(mona(), { requestId });
    await expect(approveRequest(ours.as('anna'), { requestId })).rejects.toMatchObject({
      code: 'already_decided',
      params: { status: 'approved', by: 'U0MONA' },
    });
    expect(await stateOf(ours, segmentNo)).toBe('approved');
  });

  it('of two managers at once, lets one decide', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { requestId, segmentNo } = await submitted(ours);
      const outcomes = await Promise.allSettled([
        approveRequest(mona(), { requestId }),
        rejectRequest(ours.as('anna'), { requestId, reason: 'Too many' }),
      ]);
      const [approved, rejected] = outcomes.map((one) => one.status === 'fulfilled');
      expect([approved, rejected].filter(Boolean)).toHaveLength(1);
      const loser = outcomes.find((one) => one.status === 'rejected');
      expect(loser?.reason).toMatchObject({ code: 'already_decided' });
      expect(await stateOf(ours, segmentNo)).toBe(approved ? 'approved' : 'open');
    }
  });

  it('knows no request of another workspace', async () => {
    const { requestId } = await submitted(ours);
    await expect(approveRequest(theirs.as('mona'), { requestId })).rejects.toMatchObject({
      code: 'request_not_found',
    });
    await expect(showRequest(theirs.as('mona'), { requestId })).rejects.toMatchObject({
      code: 'request_not_found',
    });
  });
});

describe('rejecting', () => {
  it('needs a reason, and gives the segment back', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    await expect(rejectRequest(mona(), { requestId, reason: '  ' })).rejects.toMatchObject({
      code: 'reason_missing',
      fields: [{ field: 'reason' }],
    });
    await expect(rejectRequest(mona(), { requestId, reason: 'x'.repeat(1001) })).rejects.toMatchObject({
      code: 'too_long',
    });
    await rejectRequest(mona(), { requestId, reason: 'Too many companies' });
    expect(await stateOf(ours, segmentNo)).toBe('open');
    const again = await submitSegment(rita(), { no: segmentNo });
    expect(again.requestId).not.toBe(requestId);
  });
});

describe('showing a request', () => {
  it('gives the evidence to decide on', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    const view = await showRequest(mona(), { requestId });
    expect(view).toMatchObject({
      segmentNo,
      description: 'Autumn call',
      counts: { companies: 2, people: 3 },
      campaign: { no: 'CP1001' },
      template: { code: 'BUS' },
      unitCost: '8.00',
      cost: '40.00',
      duration: 150,
      currency: 'EUR',
      requestedBy: { slackUserId: 'U0RITA' },
      requestedAt: NOON,
      status: 'pending',
      steps: [{ no: 1, input: { kind: 'add' }, changed: { companies: 2, people: 3 } }],
      approvers: [{ slackUserId: 'U0MONA' }, { slackUserId: 'U0ANNA' }, { slackUserId: 'U0OLAF' }],
      mayDecide: true,
      whyNot: null,
    });
    expect(view.sample.map((one) => one.name)).toEqual(['Dee', 'Alpha', 'Bo', 'Zeta', 'Quiet']);
    expect(await showRequest(rita(), { requestId })).toMatchObject({
      mayDecide: false,
      whyNot: 'not_an_approver',
    });
  });

  it('answers for the reader a job names', async () => {
    const { requestId } = await submitted(ours);
    const read = (memberId?: number) =>
      showRequest(ours.job(), memberId === undefined ? { requestId } : { requestId, memberId });
    expect((await read(PEOPLE.mona.id)).mayDecide).toBe(true);
    expect((await read(PEOPLE.soren.id)).whyNot).toBe('not_an_approver');
    expect((await read()).mayDecide).toBe(false);
  });
});
