import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvalRequests, campaigns } from '../../../src/db/schema/index.ts';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { showRequest } from '../../../src/services/approvals/show-request.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeApproved } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { postsOf, stateOf, submitted } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
const rita = () => ours.as('rita');
const mona = () => ours.as('mona');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
  await addFive(await makeWorkspace(database.db, 'T0THEIRS'));
});

describe('a change after submission', () => {
  it('makes the request void and says what changed', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    const result = await reduceContacts(rita(), { no: segmentNo, criteria: criteria('territory:S') });
    expect(result.voided).toBe(true);
    expect(await stateOf(ours, segmentNo)).toBe('open');
    expect(await showRequest(mona(), { requestId })).toMatchObject({
      status: 'voided',
      change: { added: { companies: 0, people: 0 }, removed: { companies: 0, people: 2 }, fields: [] },
      counts: { companies: 2, people: 3 },
      mayDecide: false,
      whyNot: 'request_voided',
    });
    await expect(approveRequest(mona(), { requestId })).rejects.toMatchObject({ code: 'request_voided' });
  });

  it('is told to whoever asked, unless it was their own', async () => {
    const toRita = async (requestId: number) =>
      (await postsOf(ours, requestId))
        .filter(({ channel }) => channel === 'U0RITA')
        .map((one) => one.content);
    const own = await submitted(ours);
    await reduceContacts(rita(), { no: own.segmentNo, criteria: criteria('territory:S') });
    expect(await toRita(own.requestId)).toEqual([]);

    const { no, requestId } = await makeApproved(ours);
    await reduceContacts(ours.as('soren'), { no, criteria: criteria('territory:S') });
    const outcome = { kind: 'approval-outcome', requestId };
    expect(await toRita(requestId)).toEqual([
      { ...outcome, told: 'approved' },
      { ...outcome, told: 'voided' },
    ]);
  });

  it('makes an approval void too, also when it is undone again', async () => {
    const { no, requestId } = await makeApproved(ours);
    await undoStep(rita(), { no });
    expect(await stateOf(ours, no)).toBe('open');
    expect((await showRequest(mona(), { requestId })).status).toBe('voided');
  });

  it('never lets an approval stand on other contacts, however the two meet', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { requestId, segmentNo } = await submitted(ours);
      await Promise.allSettled([
        approveRequest(mona(), { requestId }),
        reduceContacts(rita(), { no: segmentNo, criteria: criteria('name:Bo') }),
      ]);
      expect(await stateOf(ours, segmentNo)).toBe('open');
      expect((await showRequest(mona(), { requestId })).status).toBe('voided');
    }
  });

  it('is noticed even when nobody reported it', async () => {
    const { requestId, segmentNo } = await submitted(ours, 'CP1002');
    const fair = and(eq(campaigns.workspaceId, ours.id), eq(campaigns.no, 'CP1002'));
    await database.db.update(campaigns).set({ endingDate: '2026-12-31' }).where(fair);
    expect((await showRequest(mona(), { requestId })).mayDecide).toBe(true);
    await expect(approveRequest(mona(), { requestId })).rejects.toMatchObject({ code: 'request_voided' });
    expect(await stateOf(ours, segmentNo)).toBe('open');
    expect(await showRequest(mona(), { requestId })).toMatchObject({
      status: 'voided',
      change: { fields: ['campaign'] },
    });
  });

  it('is noticed when a contact was exchanged behind the back of the steps', async () => {
    const { requestId, segmentNo } = await submitted(ours);
    await database.sql`
      update segment_lines l set contact_id = 4, copy = 1 from segments s
      where s.workspace_id = ${ours.id} and s.no = ${segmentNo} and l.workspace_id = s.workspace_id
        and l.segment_id = s.id and l.contact_id = 3`;
    await expect(approveRequest(mona(), { requestId })).rejects.toMatchObject({ code: 'request_voided' });
    const [request] = await database.db
      .select({ change: approvalRequests.change })
      .from(approvalRequests)
      .where(and(eq(approvalRequests.workspaceId, ours.id), eq(approvalRequests.id, requestId)));
    expect(request?.change).toMatchObject({ fields: ['contacts'] });
  });
});
