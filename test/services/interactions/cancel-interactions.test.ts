import { describe, expect, it } from 'vitest';
import { cancelCampaignEntry } from '../../../src/services/interactions/cancel-campaign-entry.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../../src/services/interactions/cancel-logged-segment.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { previewCancel } from '../../../src/services/interactions/preview-cancel.ts';
import { five, useLogs } from './cancel-support.ts';
import { CALL, postsOf } from './support.ts';

const { logs, database, rita, state, entry } = useLogs();

describe('canceling interactions', () => {
  it('55: is not taken back while the logged segment or the campaign entry is canceled', async () => {
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    await expect(cancelInteractions(rita(), { entryIds: [entry(0)] })).rejects.toMatchObject({
      code: 'logged_segment_canceled',
    });
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: false });
    await cancelCampaignEntry(rita(), { entryNo: logs.logged.campaignEntry, canceled: true });
    await expect(cancelInteractions(rita(), { entryIds: [entry(0)] })).rejects.toMatchObject({
      code: 'campaign_entry_canceled',
      params: { no: 'CP1001' },
    });
    expect((await state())?.entries).toEqual(five(true));
  });

  it('57: gives all the opposite of the first', async () => {
    await cancelInteractions(rita(), { entryIds: [entry(0)] });
    const entryIds = [entry(0), entry(1), entry(2)];
    expect(await cancelInteractions(rita(), { entryIds })).toMatchObject({
      canceled: false,
      interactions: 1,
    });
    expect((await state())?.entries).toEqual(five(false));
    const seen = { entryIds: [entry(1), entry(0)], seen: false };
    expect(await cancelInteractions(rita(), seen)).toMatchObject({ canceled: true, interactions: 2 });
    // Asked for again, or by two who saw the same: nothing more.
    expect(await cancelInteractions(rita(), seen)).toMatchObject({ canceled: true, interactions: 0 });
    expect((await state())?.entries).toEqual([true, true, false, false, false]);
  });

  it('is refused as a whole where one is missing or not theirs to cancel', async () => {
    await expect(cancelInteractions(rita(), { entryIds: [entry(0), 999_999] })).rejects.toMatchObject({
      code: 'interaction_not_found',
    });
    await expect(cancelInteractions(logs.ours.as('soren'), { entryIds: [entry(0)] })).rejects.toMatchObject({
      code: 'cancel_forbidden',
    });
    const several = [entry(0), entry(1)];
    await database.sql`
      update interaction_log_entries set member_id = 102 where workspace_id = ${logs.ours.id} and id = ${entry(1)}`;
    for (const refused of [
      () => cancelInteractions(rita(), { entryIds: several }),
      () => previewCancel(rita(), { kind: 'interactions', entryIds: several }),
    ]) {
      await expect(refused()).rejects.toMatchObject({
        code: 'cancel_forbidden_some',
        params: { count: 1, contacts: 'Alpha' },
      });
    }
    await expect(
      cancelInteractions(logs.ours.as('soren'), { entryIds: logs.logged.entries }),
    ).rejects.toMatchObject({
      code: 'cancel_forbidden_some',
      params: { count: 4 },
    });
    await expect(cancelInteractions(logs.theirs.as('anna'), { entryIds: [entry(0)] })).rejects.toMatchObject({
      code: 'interaction_not_found',
    });
    expect((await state())?.entries).toEqual(five(false));
  });

  it('removes attachments that nothing else uses, if that is wanted', async () => {
    const attach = async (to: number[]) => {
      const [row] = await database.sql<{ id: number }[]>`
        insert into attachments (workspace_id, file_name, media_type, size, content, member_id, added_at)
        values (${logs.ours.id}, 'a.txt', 'text/plain', 1, 'a', 101, now()) returning id::integer`;
      await database.sql`
        update interaction_log_entries set attachment_id = ${row?.id ?? 0}
        where workspace_id = ${logs.ours.id} and id = any(${to})`;
      return row?.id ?? 0;
    };
    const kept = await attach([entry(0), entry(2)]);
    await attach([entry(1)]);
    const entryIds = [entry(0), entry(1)];
    expect(await previewCancel(rita(), { kind: 'interactions', entryIds })).toMatchObject({
      interactions: 2,
      attachments: 1,
    });
    expect(await cancelInteractions(rita(), { entryIds })).toMatchObject({ attachments: 0 });
    const did = await cancelInteractions(rita(), { entryIds, seen: false, removeAttachments: true });
    expect(did).toMatchObject({ interactions: 0, attachments: 1 });
    const left = await database.sql<{ id: number }[]>`
      select id::integer from attachments where workspace_id = ${logs.ours.id}`;
    expect(left.map(({ id }) => id)).toEqual([kept]);
  });
});

describe('what the channel shows', () => {
  const posts = async () =>
    Object.fromEntries(
      (
        await database.sql<{ key: string; revision: number }[]>`
          select key, revision from channel_posts
          where workspace_id = ${logs.ours.id} and subject = ${`logged-segment:${logs.logged.id}`}`
      ).map(({ key, revision }) => [key.replaceAll(/:.*/g, ''), revision]),
    );

  it('is edited where it says something else: the parent, and of the thread what shows the row', async () => {
    expect(await posts()).toEqual({ 'logged-segment': 1, 'log-entries': 1, 'log-csv': 1 });
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    expect(await posts()).toEqual({ 'logged-segment': 2, 'log-entries': 1, 'log-csv': 1 });
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: false });
    await cancelInteractions(rita(), { entryIds: [entry(0)] });
    expect(await posts()).toMatchObject({ 'logged-segment': 4, 'log-entries': 2 });
    // What was edited for a row once is edited from then on: it would show that row as it was.
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    expect(await posts()).toMatchObject({ 'logged-segment': 5, 'log-entries': 3 });
  });

  it('is edited for single interactions only where they were not canceled before', async () => {
    await database.sql`update workspace_settings set log_channel = 'C0LOG' where workspace_id = ${logs.ours.id}`;
    const create = async () => (await createInteraction(rita(), { ...CALL, campaignNo: 'CP1001' })).entryId;
    const [first, second] = [await create(), await create()];
    await cancelInteractions(rita(), { entryIds: [first] });
    const [single] = await database.sql<{ entry_no: number }[]>`
      select entry_no::integer from campaign_entries where workspace_id = ${logs.ours.id} and manual`;
    const did = await cancelCampaignEntry(logs.ours.as('olaf'), {
      entryNo: single?.entry_no ?? 0,
      canceled: true,
    });
    expect(did).toMatchObject({ interactions: 1 });
    const revisions = [first, second].map(
      async (id) => (await postsOf(logs.ours, `interaction:${id}`))[0]?.revision,
    );
    expect(await Promise.all(revisions)).toEqual([2, 2]);
  });

  it('gets a note once the CSV that is shared there is no longer what counts', async () => {
    await database.sql`
      update channel_posts set posted_revision = 1, status = 'posted'
      where workspace_id = ${logs.ours.id} and key = ${`log-csv:${logs.logged.id}`}`;
    await cancelInteractions(rita(), { entryIds: [entry(0)] });
    expect(await posts()).toMatchObject({ 'log-csv': 1, 'log-note': 1 });
    await cancelInteractions(rita(), { entryIds: [entry(0)] });
    expect(await posts()).toMatchObject({ 'log-csv': 1, 'log-note': 2 });
  });
});
