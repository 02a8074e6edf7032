import { and, eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { beforeAll, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { maintain } from '../../../src/jobs/maintenance.ts';
import { keep } from '../../../src/services/call-lists/keep.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addPeople, caller, minutes, startList } from './support.ts';

const database = useDatabase();
let here: TestWorkspace;

beforeAll(async () => {
  here = await makeWorkspace(database.db, 'T0HERE');
  await addPeople(here, 3);
});

const maintainAt = (after: number) =>
  maintain({ db: database.db, now: () => minutes(after), log: pino({ level: 'silent' }) });

it('the message about a list is made anew once when a turn has run out, and not before', async () => {
  const { listId } = await startList(here);
  const ofList = and(eq(channelPosts.workspaceId, here.id), eq(channelPosts.subject, `call-list:${listId}`));
  const statusOf = async () => {
    const [row] = await here.db.select({ status: channelPosts.status }).from(channelPosts).where(ofList);
    return row?.status;
  };
  const postedAt = (after: number) =>
    here.db
      .update(channelPosts)
      .set({
        status: 'posted',
        postedRevision: sql`${channelPosts.revision}`,
        postedAt: minutes(after),
        notBefore: null,
      })
      .where(ofList);
  const soren = caller(here, 'soren', listId);
  await caller(here, 'rita', listId).take();
  await soren.take(1);
  await postedAt(1);
  await maintainAt(14);
  expect(await statusOf()).toBe('posted');

  // Søren goes on, Rita has closed her laptop.
  await keep(here.as('soren', { now: () => minutes(14) }), { listId });
  await postedAt(14);
  await maintainAt(16);
  expect(await statusOf()).toBe('waiting');
  await postedAt(16);
  await maintainAt(17);
  expect(await statusOf()).toBe('posted');

  await maintainAt(30);
  expect(await statusOf()).toBe('waiting');
  await postedAt(30);
  await maintainAt(60);
  expect(await statusOf()).toBe('posted');
});
