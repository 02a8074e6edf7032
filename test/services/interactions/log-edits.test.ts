import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { channelPosts, interactionLogEntries } from '../../../src/db/schema/index.ts';
import { createFollowUp } from '../../../src/services/follow-ups/create.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let entryNo: number;
let loggedSegmentId: number;

const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  ({ entryNo, loggedSegmentId } = await logNow(ours, await makeSegment(rita())));
});

const ofLog = () =>
  and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.subject, `logged-segment:${loggedSegmentId}`));
const posts = async () => {
  const rows = await database.db.select().from(channelPosts).where(ofLog()).orderBy(asc(channelPosts.id));
  return rows.map(({ content, revision, status }) => [(content as { kind: string }).kind, revision, status]);
};

it('a follow-up is named by the message in the channel alone: its thread is not edited for that', async () => {
  await createFollowUp(rita(), { entryNo });
  expect(await posts()).toEqual([
    ['logged-segment', 2, 'waiting'],
    ['log-entries', 1, 'waiting'],
    ['log-csv', 1, 'waiting'],
  ]);
});

it('a log that the channel refused is not brought back without its thread', async () => {
  await database.db.update(channelPosts).set({ status: 'failed', error: 'is_archived' }).where(ofLog());
  const before = await posts();
  const [entry] = await database.db
    .select({ id: interactionLogEntries.id })
    .from(interactionLogEntries)
    .where(eq(interactionLogEntries.loggedSegmentId, loggedSegmentId));
  await cancelInteractions(rita(), { entryIds: [entry?.id ?? 0] });
  await createFollowUp(rita(), { entryNo });
  expect(await posts()).toEqual(before);
});
