import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, members, workspaceSettings } from '../../../src/db/schema/index.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeApproved, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { postsOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

const settings = (changes: Partial<typeof workspaceSettings.$inferInsert>) =>
  database.db.update(workspaceSettings).set(changes).where(eq(workspaceSettings.workspaceId, ours.id));
const member = (id: number, changes: Partial<typeof members.$inferInsert>) =>
  database.db
    .update(members)
    .set(changes)
    .where(and(eq(members.workspaceId, ours.id), eq(members.id, id)));

beforeEach(async () => {
  await settings({ approvalPolicy: 'campaign', allowOwnApproval: false });
  for (const { id, ...person } of Object.values(PEOPLE)) {
    await member(id, { ...person, deactivated: false, outsider: false });
  }
});

const rita = () => ours.as('rita');
const withCampaign = () => makeSegment(rita(), { campaignNo: 'CP1001' });

describe('submitting a segment', () => {
  it('asks the owner of the campaign and all managers, each by direct message', async () => {
    const no = await withCampaign();
    const result = await submitSegment(rita(), { no });
    expect(result).toMatchObject({
      segmentNo: no,
      counts: { companies: 2, people: 3 },
      approvers: ['U0MONA', 'U0ANNA', 'U0OLAF'],
    });
    expect(await postsOf(ours, result.requestId)).toMatchObject([
      { channel: 'U0MONA', content: { kind: 'approval-request', memberId: PEOPLE.mona.id } },
      { channel: 'U0ANNA' },
      { channel: 'U0OLAF' },
    ]);
    expect(await postsOf(theirs, result.requestId)).toEqual([]);
    const card = await showSegment(rita(), { no });
    expect(card).toMatchObject({
      header: { state: 'submitted', version: 2 },
      approval: { status: 'pending' },
    });
  });

  it('writes down who asked for what', async () => {
    const no = await withCampaign();
    const { requestId } = await submitSegment(rita(), { no });
    const [row] = await database.db
      .select()
      .from(auditLog)
      .where(
        and(
          eq(auditLog.workspaceId, ours.id),
          eq(auditLog.action, 'segment.submit'),
          eq(auditLog.subjectId, no),
        ),
      );
    expect(row).toMatchObject({
      memberId: PEOPLE.rita.id,
      detail: { requestId, counts: { companies: 2, people: 3 }, approvers: [103, 104, 105] },
    });
  });

  it('leaves out the deactivated, outsiders, and whoever built the segment', async () => {
    await member(PEOPLE.mona.id, { deactivated: true });
    await member(PEOPLE.olaf.id, { outsider: true });
    const { approvers } = await submitSegment(rita(), { no: await withCampaign() });
    expect(approvers).toEqual(['U0ANNA']);

    const built = await withCampaign();
    await add(ours.as('anna'), { no: built, criteria: criteria('name:Bo') });
    await expect(submitSegment(rita(), { no: built })).rejects.toMatchObject({ code: 'only_own_approvers' });
    await member(PEOPLE.anna.id, { deactivated: true });
    await expect(submitSegment(rita(), { no: built })).rejects.toMatchObject({ code: 'no_approvers' });
    expect((await showSegment(rita(), { no: built })).header.state).toBe('open');
  });

  it('asks builders too where people may approve their own', async () => {
    await settings({ allowOwnApproval: true });
    const { approvers } = await submitSegment(ours.as('mona'), { no: await withCampaign() });
    expect(approvers).toContain('U0MONA');
  });

  it('is for segments of a campaign only, unless the policy says always', async () => {
    const no = await makeSegment(rita());
    await expect(submitSegment(rita(), { no })).rejects.toMatchObject({ code: 'no_approval_needed' });
    await settings({ approvalPolicy: 'always' });
    expect((await submitSegment(rita(), { no })).approvers).toEqual(['U0MONA', 'U0ANNA']);
    await settings({ approvalPolicy: 'never' });
    await expect(submitSegment(rita(), { no: await withCampaign() })).rejects.toMatchObject({
      code: 'no_approval_needed',
    });
  });

  it('refuses what could not be logged as it is', async () => {
    const campaignNo = 'CP1001';
    const bare = await createSegment(rita(), { description: 'Empty', templateCode: 'BUS', campaignNo });
    await expect(submitSegment(rita(), { no: bare.no })).rejects.toMatchObject({ code: 'segment_empty' });
    const nameless = await makeSegment(rita(), { description: '', campaignNo });
    await expect(submitSegment(rita(), { no: nameless })).rejects.toMatchObject({
      code: 'description_missing',
    });
    const { no } = await createSegment(rita(), { description: 'No template', campaignNo });
    await add(rita(), { no, criteria: criteria('') });
    await expect(submitSegment(rita(), { no })).rejects.toMatchObject({ code: 'template_missing' });
  });

  it('refuses what is submitted or approved already, and what moved on', async () => {
    const no = await withCampaign();
    await expect(submitSegment(rita(), { no, expectedVersion: 1 })).rejects.toMatchObject({
      code: 'segment_moved_on',
    });
    await submitSegment(rita(), { no });
    await expect(submitSegment(rita(), { no })).rejects.toMatchObject({ code: 'already_submitted' });
    const approved = await makeApproved(ours);
    await expect(submitSegment(rita(), { no: approved.no })).rejects.toMatchObject({
      code: 'already_approved',
    });
  });

  it('of many who submit at once, lets one through', async () => {
    const no = await withCampaign();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => submitSegment(rita(), { no })));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('answers a repeated request with the first answer', async () => {
    const no = await withCampaign();
    const first = await submitSegment(rita(), { no, requestKey: `submit:${no}` });
    expect(await submitSegment(rita(), { no, requestKey: `submit:${no}` })).toEqual(first);
  });

  it('is not for outsiders, and knows no segment of another workspace', async () => {
    const no = await withCampaign();
    const guest = { ...rita(), actor: { ...rita().actor, outsider: true } };
    await expect(submitSegment(guest, { no })).rejects.toMatchObject({ code: 'outsider' });
    await expect(submitSegment(theirs.as('rita'), { no })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
  });
});
