import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import {
  channelPosts,
  contacts,
  interactionLogEntries,
  opportunityComments,
  salespeople,
  workspaceSettings,
} from '../../../src/db/schema/index.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { addComment } from '../../../src/services/interactions/comments.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { listInteractions } from '../../../src/services/interactions/list-interactions.ts';
import { postponeInteraction } from '../../../src/services/interactions/postpone-interaction.ts';
import { showInteraction } from '../../../src/services/interactions/show-interaction.ts';
import { listOpportunityComments } from '../../../src/services/opportunities/comments.ts';
import { createFromInteraction } from '../../../src/services/opportunities/create-from-interaction.ts';
import { deleteOpportunity } from '../../../src/services/opportunities/delete.ts';
import { showOpportunity } from '../../../src/services/opportunities/show.ts';
import { cleanUpNow } from '../../support/cleanup.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { CALL } from '../interactions/support.ts';
import { auditOf, blockPrivacy, meanwhile, opportunitiesOf, opportunityOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) await addFive(workspace);
});

const log = async (over: Partial<Parameters<typeof createInteraction>[1]> = {}) =>
  (await createInteraction(rita(), { ...CALL, ...over })).entryId;

it('69: takes over what the interaction says, and both of its comments', async () => {
  const entryId = await log({ campaignNo: 'CP1002', comment: 'Wants a price' });
  await addComment(ours.as('soren'), { entryId, comment: 'And samples' });
  const input = { entryId, requestKey: 'once' };
  const { no } = await createFromInteraction(ours.as('mona'), input);
  expect(await createFromInteraction(ours.as('mona'), input)).toEqual({ no });
  expect(await opportunityOf(ours, no)).toMatchObject({
    description: 'Asked about oak',
    contactId: 3,
    companyId: 2,
    campaignId: 2,
    salespersonCode: 'RR',
    segmentId: null,
    segmentDescription: '',
    entryId,
    status: 'not-started',
    createdOn: '2026-11-23',
    createdBy: 103,
  });
  const comments = await listOpportunityComments(rita(), { no });
  expect(comments.map(({ comment, by }) => [comment, by.name])).toEqual([
    ['Wants a price', 'Rita Rep'],
    ['And samples', 'Søren Salg'],
  ]);
  expect(await showOpportunity(rita(), { no })).toMatchObject({ comments: 2, segment: null });
  expect(await auditOf(ours, 'opportunity.create')).toContainEqual({ subjectId: no, detail: { entryId } });
});

it('69: keeps the segment that it was logged with', async () => {
  const { no: segmentNo } = await makeApproved(ours, { description: 'Autumn call' });
  const { entryNo } = await logNow(ours, segmentNo);
  const filter = { scope: { kind: 'logged' as const, key: String(entryNo) } };
  const [row] = (await listInteractions(rita(), { filter })).rows;
  if (!row) throw new Error('Nothing was logged.');
  expect(row.opportunityNo).toBe('');
  const { no } = await createFromInteraction(rita(), { entryId: row.entryId });
  expect(await showOpportunity(rita(), { no })).toMatchObject({
    segment: { no: segmentNo, description: 'Autumn call' },
    campaign: { no: 'CP1001' },
  });
  const [after] = (await listInteractions(rita(), { filter })).rows;
  expect(after).toMatchObject({ entryId: row.entryId, opportunityNo: no });
});

it('68: none comes of an interaction that is canceled, or that has one', async () => {
  const entryId = await log();
  const { no } = await createFromInteraction(rita(), { entryId });
  await expect(createFromInteraction(rita(), { entryId })).rejects.toMatchObject({
    code: 'opportunity_exists',
    params: { no },
  });
  expect(await showInteraction(rita(), { entryId })).toMatchObject({ opportunityNo: no });
  const canceled = await log();
  await cancelInteractions(rita(), { entryIds: [canceled] });
  await expect(createFromInteraction(rita(), { entryId: canceled })).rejects.toMatchObject({
    code: 'interaction_canceled',
  });
  const { entryId: later } = await postponeInteraction(rita(), CALL);
  await expect(createFromInteraction(rita(), { entryId: later })).rejects.toMatchObject({
    code: 'interaction_not_found',
  });
  await expect(createFromInteraction(theirs.as('rita'), { entryId: canceled })).rejects.toMatchObject({
    code: 'interaction_not_found',
  });
  expect(await opportunitiesOf(theirs)).toEqual([]);
});

it('68: of two who ask at once one makes it, and the other is told its number', async () => {
  const entryId = await log();
  const both = await Promise.allSettled([
    createFromInteraction(rita(), { entryId }),
    createFromInteraction(ours.as('soren'), { entryId }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('makes another one when the first was deleted right away, pressed on the same button', async () => {
  const input = { entryId: await log(), requestKey: 'press:same' };
  const first = await createFromInteraction(rita(), input);
  await deleteOpportunity(rita(), { opportunityNo: first.no });
  const second = await createFromInteraction(rita(), input);
  expect(second).not.toEqual(first);
  expect(await createFromInteraction(rita(), input)).toEqual(second);
  expect(await showInteraction(rita(), { entryId: input.entryId })).toMatchObject({
    opportunityNo: second.no,
  });
});

it('waits for the contact before it holds the interaction, as an import does', async () => {
  const entryId = await log();
  const { no } = await meanwhile(
    ours,
    (tx) =>
      tx
        .select()
        .from(contacts)
        .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 3)))
        .for('update'),
    () => createFromInteraction(rita(), { entryId }),
    (tx) =>
      tx
        .select()
        .from(interactionLogEntries)
        .where(and(eq(interactionLogEntries.workspaceId, ours.id), eq(interactionLogEntries.id, entryId)))
        .for('update', { noWait: true }),
  );
  expect(await opportunityOf(ours, no)).toMatchObject({ entryId });
});

it('does not post the interaction again where its channel refused it', async () => {
  await database.db
    .update(workspaceSettings)
    .set({ logChannel: 'C0GONE' })
    .where(eq(workspaceSettings.workspaceId, ours.id));
  const entryId = await log();
  const named = and(
    eq(channelPosts.workspaceId, ours.id),
    eq(channelPosts.subject, `interaction:${entryId}`),
  );
  const postOf = async () => (await database.db.select().from(channelPosts).where(named))[0];
  await database.db.update(channelPosts).set({ status: 'failed', error: 'channel_not_found' }).where(named);
  const { no } = await createFromInteraction(rita(), { entryId });
  expect(await postOf()).toMatchObject({ status: 'failed', revision: 1 });
  await deleteOpportunity(rita(), { opportunityNo: no });
  expect(await postOf()).toMatchObject({ status: 'failed', revision: 1 });
});

it('refuses a contact whose privacy is blocked, and guests', async () => {
  const entryId = await log();
  await blockPrivacy(ours, 3);
  await expect(createFromInteraction(rita(), { entryId })).rejects.toMatchObject({
    code: 'opportunity_privacy_blocked',
    params: { contact: 'Bo' },
  });
  await blockPrivacy(ours, 3, false);
  const guest = ours.as('rita', { actor: { outsider: true } });
  await expect(createFromInteraction(guest, { entryId })).rejects.toMatchObject({ code: 'outsider' });
});

it('passes over a salesperson who is blocked', async () => {
  const entryId = await log({ salespersonCode: 'JO' });
  await database.db
    .update(salespeople)
    .set({ blocked: true })
    .where(and(eq(salespeople.workspaceId, ours.id), eq(salespeople.code, 'JO')));
  const { no } = await createFromInteraction(ours.as('soren'), { entryId });
  expect(await opportunityOf(ours, no)).toMatchObject({ salespersonCode: 'SS' });
});

it('stays, with its comments, when its interaction is cleared away', async () => {
  const entryId = await log({ comment: 'Wants a price' });
  const { no } = await createFromInteraction(rita(), { entryId });
  await cancelInteractions(rita(), { entryIds: [entryId] });
  await cleanUpNow(ours, { kinds: ['interactions'] });
  const row = await opportunityOf(ours, no);
  expect(row.entryId).toBeNull();
  const comments = await database.db
    .select({ comment: opportunityComments.comment })
    .from(opportunityComments)
    .where(and(eq(opportunityComments.workspaceId, ours.id), eq(opportunityComments.opportunityId, row.id)))
    .orderBy(asc(opportunityComments.id));
  expect(comments).toEqual([{ comment: 'Wants a price' }]);
});
