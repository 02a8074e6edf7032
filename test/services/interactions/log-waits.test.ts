import { beforeAll, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeApproved } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { CALL, postsOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});

it('leaves the campaign’s card alone until all entries are written, so that nobody waits to post there', async () => {
  const { no } = await makeApproved(ours);
  await database.db.insert(channelPosts).values({
    workspaceId: ours.id,
    key: 'campaign-card:1',
    subject: 'campaign:1',
    channel: 'C0CARDS',
    content: { kind: 'campaign-card', campaignId: 1, memberId: PEOPLE.rita.id },
    createdAt: new Date(),
  });
  await database.sql`create table seen (revision integer)`;
  await database.sql`
    create function look() returns trigger language plpgsql as $$
    begin
      insert into seen select revision from channel_posts where key = 'campaign-card:1';
      return null;
    end $$`;
  await database.sql`
    create trigger look after insert on interaction_log_entries for each statement execute function look()`;
  await logNow(ours, no);
  expect(await database.sql`select revision from seen`).toEqual([{ revision: 1 }]);
  expect(await postsOf(ours, 'campaign:1')).toMatchObject([{ revision: 2 }]);
});

it('makes a campaign’s entry for single interactions while a log holds the campaign', async () => {
  const { entryId } = await database.sql.begin(async (log) => {
    await log`select id from campaigns where workspace_id = ${ours.id} and id = 2 for no key update`;
    return createInteraction(ours.as('rita'), { ...CALL, campaignNo: 'CP1002' });
  });
  expect(entryId).toBeGreaterThan(0);
});
