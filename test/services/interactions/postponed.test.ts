import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { campaignEntries, contacts, interactionLogEntries } from '../../../src/db/schema/index.ts';
import { countContacts } from '../../../src/services/criteria/count-contacts.ts';
import { addComment, listComments } from '../../../src/services/interactions/comments.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { deletePostponed } from '../../../src/services/interactions/delete-postponed.ts';
import { evaluateInteraction } from '../../../src/services/interactions/evaluate-interaction.ts';
import { listPostponed, readPostponed } from '../../../src/services/interactions/list-postponed.ts';
import { postponeInteraction } from '../../../src/services/interactions/postpone-interaction.ts';
import { resumeInteraction } from '../../../src/services/interactions/resume-interaction.ts';
import { showInteraction } from '../../../src/services/interactions/show-interaction.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

const CALL = {
  contactNo: 'CT000003',
  templateCode: 'OUTGOING',
  description: 'Call back',
  campaignNo: 'CP1001',
  date: '2026-11-23',
};

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(theirs);
});
beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

const entryOf = async (entryId: number) => {
  const entry = interactionLogEntries;
  const [row] = await database.db
    .select()
    .from(entry)
    .where(and(eq(entry.workspaceId, ours.id), eq(entry.id, entryId)));
  return row;
};

it('77: a postponed interaction counts in no figure; after it is resumed the same entry does', async () => {
  const called = async () => {
    const { people } = await countContacts(rita(), { criteria: criteria('interaction.template:OUTGOING') });
    return people;
  };
  const { entryId } = await postponeInteraction(rita(), {
    ...CALL,
    date: '2026-12-01',
    time: '09:00',
    comment: 'Has to ask the boss',
    requestKey: 'once',
  });
  expect(await called()).toBe(0);
  expect(await database.db.$count(campaignEntries, eq(campaignEntries.workspaceId, ours.id))).toBe(0);
  expect(await entryOf(entryId)).toMatchObject({ postponed: true, campaignId: 1, campaignEntryId: null });
  await expect(showInteraction(rita(), { entryId })).rejects.toMatchObject({ code: 'interaction_not_found' });
  await expect(evaluateInteraction(rita(), { entryId, evaluation: 'neutral' })).rejects.toMatchObject({
    code: 'interaction_not_found',
  });
  expect(await readPostponed(rita(), { entryId })).toMatchObject({
    contact: { no: 'CT000003', name: 'Bo', companyName: 'Alpha' },
    template: { code: 'OUTGOING' },
    campaign: { no: 'CP1001' },
    date: '2026-12-01',
    time: '09:00',
    cost: '1.00',
    duration: 15,
    comment: 'Has to ask the boss',
  });
  await postponeInteraction(rita(), { ...CALL, entryId, date: '2026-12-02', comment: 'Asked the boss' });

  await expect(resumeInteraction(rita(), { ...CALL, entryId, date: '2026-12-02' })).rejects.toMatchObject({
    code: 'date_in_future',
  });
  const resume = { ...CALL, entryId, description: 'Called back', comment: 'Asked the boss', requestKey: 'r' };
  const done = await resumeInteraction(rita(), resume);
  expect(done).toEqual({ entryId, channel: null });
  expect(await resumeInteraction(rita(), resume)).toEqual(done);
  expect(await called()).toBe(1);
  const row = await entryOf(entryId);
  expect(row).toMatchObject({ postponed: false, description: 'Called back', date: '2026-11-23' });
  expect(row?.campaignEntryId).not.toBeNull();
  expect(await listComments(rita(), { entryId })).toMatchObject([
    { comment: 'Asked the boss', by: { name: 'Rita Rep' } },
  ]);
  for (const again of [resumeInteraction, postponeInteraction]) {
    await expect(again(rita(), { ...CALL, entryId })).rejects.toMatchObject({ code: 'interaction_resumed' });
  }
  await expect(deletePostponed(rita(), { entryId })).rejects.toMatchObject({ code: 'interaction_resumed' });
});

it('lists a member’s own ones, the most pressing first, and lets nobody else have them', async () => {
  const wanted = ['2026-12-03', '2026-11-20', '2026-11-30'].map((date) => ({
    ...CALL,
    date,
    description: date,
  }));
  for (const one of wanted) await postponeInteraction(rita(), one);
  const { interactions, total } = await listPostponed(rita(), { limit: 2 });
  expect([interactions.map(({ date }) => date), total]).toEqual([['2026-11-20', '2026-11-30'], 3]);
  const [first] = interactions;
  const entryId = first?.entryId ?? 0;
  for (const stranger of [ours.as('soren'), theirs.as('rita')]) {
    expect(await listPostponed(stranger, { limit: 9 })).toEqual({ interactions: [], total: 0 });
    const refused = { code: 'interaction_not_found' };
    await expect(readPostponed(stranger, { entryId })).rejects.toMatchObject(refused);
    await expect(deletePostponed(stranger, { entryId })).rejects.toMatchObject(refused);
    await expect(resumeInteraction(stranger, { ...CALL, entryId })).rejects.toMatchObject(refused);
  }
  await deletePostponed(rita(), { entryId });
  expect(await entryOf(entryId)).toBeUndefined();
  expect((await listPostponed(rita(), { limit: 2 })).total).toBe(2);
});

it('22: asks for the same as an interaction that is logged', async () => {
  await expect(postponeInteraction(rita(), { ...CALL, description: '' })).rejects.toMatchObject({
    code: 'text_missing',
  });
  const zeta = and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 1));
  await database.db.update(contacts).set({ privacyBlocked: true }).where(zeta);
  await expect(postponeInteraction(rita(), { ...CALL, contactNo: 'CT000001' })).rejects.toMatchObject({
    code: 'contact_privacy_blocked',
  });
});

it('is evaluated and commented on by everybody, until it is canceled', async () => {
  const { entryId } = await createInteraction(rita(), CALL);
  await evaluateInteraction(ours.as('soren'), { entryId, evaluation: 'very-positive' });
  await addComment(ours.as('soren'), { entryId, comment: ' First\nline ', requestKey: 'c1' });
  await addComment(ours.as('soren'), { entryId, comment: 'First\nline', requestKey: 'c1' });
  await addComment(rita(), { entryId, comment: 'x'.repeat(1000) });
  expect(await showInteraction(rita(), { entryId })).toMatchObject({
    evaluation: 'very-positive',
    comments: 2,
  });
  expect((await listComments(rita(), { entryId })).map(({ by }) => by.name)).toEqual([
    'Søren Salg',
    'Rita Rep',
  ]);
  await expect(addComment(rita(), { entryId, comment: ' ' })).rejects.toMatchObject({ code: 'text_missing' });
  await expect(addComment(rita(), { entryId, comment: 'x'.repeat(1001) })).rejects.toMatchObject({
    code: 'too_long',
    fields: [{ field: 'comment', params: { max: 1000 } }],
  });
  await expect(
    evaluateInteraction(theirs.as('rita'), { entryId, evaluation: 'neutral' }),
  ).rejects.toMatchObject({ code: 'interaction_not_found' });
  expect(await listComments(theirs.as('rita'), { entryId })).toEqual([]);

  const entry = interactionLogEntries;
  await database.db.update(entry).set({ canceled: true }).where(eq(entry.id, entryId));
  await expect(evaluateInteraction(rita(), { entryId, evaluation: 'neutral' })).rejects.toMatchObject({
    code: 'interaction_canceled',
  });
  await expect(addComment(rita(), { entryId, comment: 'Late' })).rejects.toMatchObject({
    code: 'interaction_canceled',
  });
});
