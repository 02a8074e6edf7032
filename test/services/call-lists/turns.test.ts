import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { channelPosts, contacts, workspaceSettings } from '../../../src/db/schema/index.ts';
import { keep } from '../../../src/services/call-lists/keep.ts';
import { release } from '../../../src/services/call-lists/release.ts';
import { showCall } from '../../../src/services/call-lists/show-call.ts';
import { showList } from '../../../src/services/call-lists/show-list.ts';
import { startCallList } from '../../../src/services/call-lists/start.ts';
import { takeNext } from '../../../src/services/call-lists/take-next.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { removeLine } from '../../../src/services/segments/remove-line.ts';
import { useDatabase } from '../../support/database.ts';
import { makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addPeople, CHANNEL, caller, entriesOf, itemsOf, minutes, startList } from './support.ts';

const database = useDatabase();
let count = 0;
async function fresh(people: number): Promise<TestWorkspace> {
  count += 1;
  const workspace = await makeWorkspace(database.db, `T${count}`);
  await addPeople(workspace, people);
  return workspace;
}
const progressOf = async (workspace: TestWorkspace, listId: number, after = 0) =>
  (await showList(workspace.job({ now: () => minutes(after) }), { listId })).progress;

describe('starting', () => {
  it('has one list per segment, told of once, in the usual channel or where one is', async () => {
    const workspace = await fresh(1);
    const { no, listId } = await startList(workspace);
    expect(await startCallList(workspace.as('soren'), { no, channel: 'C0OTHER' })).toMatchObject({
      id: listId,
      channel: CHANNEL,
    });
    const posts = await database.db
      .select()
      .from(channelPosts)
      .where(and(eq(channelPosts.workspaceId, workspace.id), eq(channelPosts.key, `call-list:${listId}`)));
    expect(posts).toMatchObject([{ channel: CHANNEL, subject: `call-list:${listId}` }]);
    const direct = await makeSegment(workspace.as('rita'));
    expect(await startCallList(workspace.as('rita'), { no: direct, channel: 'D0RITA' })).toMatchObject({
      channel: 'U0RITA',
    });
    await database.db
      .update(workspaceSettings)
      .set({ logChannel: 'C0LOG' })
      .where(eq(workspaceSettings.workspaceId, workspace.id));
    const third = await makeSegment(workspace.as('rita'));
    expect(await startCallList(workspace.as('rita'), { no: third, channel: CHANNEL })).toMatchObject({
      channel: 'C0LOG',
    });
  });

  it('refuses outsiders, other workspaces, empty segments and those without a description', async () => {
    const workspace = await fresh(1);
    const { listId, no } = await startList(workspace);
    const guest = workspace.as('rita', { actor: { outsider: true } });
    await expect(startCallList(guest, { no })).rejects.toMatchObject({ code: 'outsider' });
    await expect(takeNext(guest, { listId })).rejects.toMatchObject({ code: 'outsider' });
    await expect(showCall(guest, { listId })).rejects.toMatchObject({ code: 'outsider' });
    const other = await fresh(1);
    await expect(takeNext(other.as('rita'), { listId: listId + 1000 })).rejects.toMatchObject({
      code: 'call_list_not_found',
    });
    const rita = workspace.as('rita');
    const empty = await makeSegment(rita, { criteria: 'name:nobody' });
    await expect(startCallList(rita, { no: empty })).rejects.toMatchObject({ code: 'segment_empty' });
    const nameless = await makeSegment(rita, { description: '' });
    await expect(startCallList(rita, { no: nameless })).rejects.toMatchObject({
      code: 'description_missing',
    });
  });
});

describe('a turn', () => {
  it('ends after a while: the contact goes to a colleague, and a late outcome is logged but stays theirs', async () => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    const soren = caller(workspace, 'soren', listId);
    const hers = await rita.take();
    expect(await soren.take(14)).toBeNull();
    expect(await progressOf(workspace, listId, 14)).toMatchObject({
      left: 0,
      calling: [{ slackUserId: 'U0RITA' }],
    });
    expect(await progressOf(workspace, listId, 16)).toMatchObject({ left: 1, calling: [] });
    const his = await soren.take(16);
    expect(his?.contactId).toBe(hers?.contactId);
    expect(await rita.record(hers, 'reached', {}, 17)).toMatchObject({ heldBy: 'U0SOREN' });
    expect(await itemsOf(workspace)).toMatchObject([{ state: 'taken', memberId: 102, calls: 0 }]);
    await soren.record(his, 'no-answer', {}, 18);
    const entries = (await entriesOf(workspace)).map(({ entry }) => entry);
    expect(entries).toMatchObject([
      { memberId: 101, attemptFailed: false },
      { memberId: 102, attemptFailed: true },
    ]);
    expect(await progressOf(workspace, listId)).toMatchObject({ done: { 'no-answer': 1, reached: 0 } });
    // The same press again, and one from another window of hers.
    expect(await rita.record(hers, 'meeting', {}, 19)).toMatchObject({
      heldBy: 'U0SOREN',
      outcome: 'reached',
    });
    expect(await entriesOf(workspace)).toHaveLength(2);
  });

  it('lasts on while one works on it, and when nobody wanted the contact meanwhile', async () => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    const soren = caller(workspace, 'soren', listId);
    const hers = await rita.take();
    expect(await keep(workspace.as('rita', { now: () => minutes(10) }), { listId })).toBe(true);
    expect(await soren.take(20)).toBeNull();
    expect(await rita.record(hers, 'reached', {}, 60)).toMatchObject({ heldBy: null });
    expect(await itemsOf(workspace)).toMatchObject([{ state: 'done', memberId: 101 }]);
    expect(await keep(workspace.as('rita'), { listId })).toBe(false);
  });

  it('is given back when one stops, but not by a window that is closed late', async () => {
    const workspace = await fresh(2);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    const first = await rita.take();
    await rita.record(first, 'reached');
    const second = await rita.shown();
    expect(await release(workspace.as('rita'), { listId, contactId: first?.contactId })).toBe(false);
    expect(await rita.shown()).toEqual(second);
    expect(await release(workspace.as('rita'), { listId, contactId: second?.contactId })).toBe(true);
    expect((await caller(workspace, 'soren', listId).take())?.contactId).toBe(second?.contactId);
    // She called before she closed the window: it counts, and stays his.
    expect(await rita.record(second, 'reached')).toMatchObject({ heldBy: 'U0SOREN' });
  });

  it('that is given back after a call keeps its calls, and is due at once', async () => {
    const workspace = await fresh(1);
    const { listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    await rita.record(await rita.take(), 'call-back', { when: 'in 5 minutes' });
    expect((await rita.take(6))?.calls).toBe(1);
    await release(workspace.as('rita', { now: () => minutes(6) }), { listId });
    expect(await itemsOf(workspace)).toMatchObject([{ state: 'later', calls: 1, until: minutes(6) }]);
    expect((await caller(workspace, 'soren', listId).take(7))?.calls).toBe(1);
  });
});

describe('when the segment changes', () => {
  it('counts and offers what is on it now; a call to who left meanwhile is logged', async () => {
    const workspace = await fresh(3);
    const { no, listId } = await startList(workspace, { criteria: 'name:"Person 001|Person 002"' });
    const rita = caller(workspace, 'rita', listId);
    const first = await rita.take();
    await removeLine(workspace.as('rita'), { no, lineNo: 1 });
    await removeLine(workspace.as('rita'), { no, lineNo: 2 });
    await addContactByHand(workspace.as('rita'), { no, contactNo: 'CT000003' });
    await rita.record(first, 'reached');
    expect((await entriesOf(workspace))[0]?.entry).toMatchObject({ contactId: 1, salespersonCode: 'RR' });
    expect((await rita.shown())?.contactId).toBe(3);
    expect(await progressOf(workspace, listId)).toMatchObject({
      total: 1,
      left: 0,
      done: { reached: 0 },
      calling: [{ memberId: 101 }],
    });
  });

  it('has the channel told', async () => {
    const workspace = await fresh(2);
    const { no, listId } = await startList(workspace);
    const revision = async () => {
      const key = `call-list:${listId}`;
      const [row] = await database.db
        .select({ revision: channelPosts.revision })
        .from(channelPosts)
        .where(and(eq(channelPosts.workspaceId, workspace.id), eq(channelPosts.key, key)));
      return row?.revision;
    };
    expect(await revision()).toBe(1);
    await removeLine(workspace.as('rita'), { no, lineNo: 1 });
    expect(await revision()).toBe(2);
  });

  it('drops a contact that left before it was called', async () => {
    const workspace = await fresh(2);
    const { no, listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    expect((await rita.take())?.contactId).toBe(1);
    await removeLine(workspace.as('rita'), { no, lineNo: 1 });
    expect((await rita.take())?.contactId).toBe(2);
    expect(await itemsOf(workspace)).toHaveLength(1);
  });

  it('ends with the logging: calls stay logged, the one under way is logged, and no next is given', async () => {
    const workspace = await fresh(3);
    const { no, listId } = await startList(workspace);
    const rita = caller(workspace, 'rita', listId);
    await rita.record(await rita.take(), 'reached');
    const second = await rita.shown();
    const runId = await startRun(workspace, no);
    await expect(rita.take()).rejects.toMatchObject({ code: 'segment_being_logged' });
    await logSegment(workspace.job(), { runId });
    expect(await rita.record(second, 'no-answer')).toMatchObject({ entryId: expect.any(Number) });
    await expect(rita.take()).rejects.toMatchObject({ code: 'call_list_closed' });
    await expect(startCallList(workspace.as('rita'), { no })).rejects.toMatchObject({
      code: 'call_list_closed',
    });
    const { contact, refusal, progress } = await showCall(workspace.as('rita'), { listId });
    expect(contact).toBeNull();
    expect(refusal?.code).toBe('call_list_closed');
    expect(progress).toMatchObject({ total: 2, done: { reached: 1, 'no-answer': 1 }, left: 0 });
    const calls = (await entriesOf(workspace)).filter(({ entry }) => entry.loggedSegmentId === null);
    expect(calls).toHaveLength(2);
  });
});

describe('who is not called', () => {
  const flag = (workspace: TestWorkspace, id: number, flags: Partial<typeof contacts.$inferInsert>) =>
    database.db
      .update(contacts)
      .set(flags)
      .where(and(eq(contacts.workspaceId, workspace.id), eq(contacts.id, id)));

  it('are those whose privacy is blocked, and the excluded only where the workspace logs none', async () => {
    const workspace = await fresh(4);
    const { listId } = await startList(workspace);
    await flag(workspace, 1, { privacyBlocked: true });
    await flag(workspace, 2, { excludeFromSegment: true });
    const rita = caller(workspace, 'rita', listId);
    expect((await rita.take())?.contactId).toBe(2);
    expect(await progressOf(workspace, listId)).toMatchObject({ total: 4, kept: 1, left: 2 });
    await database.db
      .update(workspaceSettings)
      .set({ flaggedPolicy: 'refuse' })
      .where(eq(workspaceSettings.workspaceId, workspace.id));
    expect((await rita.take())?.contactId).toBe(3);
    expect(await progressOf(workspace, listId)).toMatchObject({ total: 4, kept: 2, left: 1 });
    await flag(workspace, 3, { privacyBlocked: true });
    await expect(rita.record(await rita.shown(), 'reached')).rejects.toMatchObject({
      code: 'contact_privacy_blocked',
    });
    expect((await rita.take())?.contactId).toBe(4);
    expect(await entriesOf(workspace)).toEqual([]);
  });
});
