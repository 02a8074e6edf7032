import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { campaignStatuses, campaigns, contacts, numberSeries } from '../../../src/db/schema/index.ts';
import { listCampaignChannels } from '../../../src/services/campaigns/channels.ts';
import { editCampaign } from '../../../src/services/campaigns/edit.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { deleteCode } from '../../../src/services/setup/delete-code.ts';
import { listCodes } from '../../../src/services/setup/list-codes.ts';
import { saveCode } from '../../../src/services/setup/save-code.ts';
import { listSeries, numberOf, saveSeries } from '../../../src/services/setup/series.ts';
import { showCode } from '../../../src/services/setup/show-code.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
});

const olaf = () => ours.as('olaf');
const codes = async (workspace = ours, list: 'groups' | 'statuses' = 'groups') =>
  (await listCodes(workspace.as('anna'), { list })).rows.map(({ code }) => code);

describe('groups and statuses', () => {
  it('are added with a code in capitals, described anew, and deleted, here alone', async () => {
    await saveCode(olaf(), { list: 'groups', how: 'add', code: ' event ', description: ' Events ' });
    await saveCode(olaf(), { list: 'groups', how: 'change', code: 'EVENT', description: 'Fairs' });
    const found = await listCodes(olaf(), { list: 'groups' });
    expect(found).toMatchObject({ from: 1, total: 3 });
    expect(found.rows[0]).toEqual({ code: 'EVENT', description: 'Fairs' });
    await saveCode(theirs.as('anna'), { list: 'groups', how: 'add', code: 'EVENT', description: 'Theirs' });
    await deleteCode(olaf(), { list: 'groups', code: 'EVENT' });
    await deleteCode(olaf(), { list: 'groups', code: 'EVENT' });
    expect(await codes()).toEqual(['LETTER', 'PHONE']);
    expect(await codes(theirs)).toContain('EVENT');
  });

  it('are not described anew by those who looked at them before somebody else did', async () => {
    await saveCode(olaf(), { list: 'groups', how: 'add', code: 'TWO', description: 'Two' });
    const change = (description: string, expected: string, as = olaf()) =>
      saveCode(as, { list: 'groups', how: 'change', code: 'TWO', description, expected });
    await change('Second', 'Two', ours.as('mona'));
    await expect(change('Both', 'Two')).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { no: 'TWO', by: 'U0MONA' },
    });
    await change('Second', 'Two');
    await change('Both', 'Second');
    expect(await showCode(olaf(), { list: 'groups', code: 'TWO' })).toMatchObject({ description: 'Both' });
    await deleteCode(olaf(), { list: 'groups', code: 'TWO' });
  });

  it.each([
    ['code', 'set_up_code_invalid', { code: 'TOO LONG A CODE' }],
    ['code', 'set_up_code_invalid', { code: '  ' }],
    ['code', 'set_up_code_taken', { code: 'letter' }],
    ['description', 'name_missing', { description: '  ' }],
    ['description', 'too_long', { description: 'x'.repeat(101) }],
  ])('tell at %s: %s', async (field, code, over) => {
    const wanted = { list: 'groups', how: 'add', code: 'NEW', description: 'New', ...over } as const;
    await expect(saveCode(olaf(), wanted)).rejects.toMatchObject({ code, fields: [{ field }] });
    expect(await codes()).toEqual(['LETTER', 'PHONE']);
  });

  it('that are in use stay, and say where', async () => {
    await createSegment(ours.as('rita'), { templateCode: 'BUS' });
    await expect(deleteCode(olaf(), { list: 'groups', code: 'LETTER' })).rejects.toMatchObject({
      code: 'code_in_use',
      params: { code: 'LETTER', templates: 1, segments: 1, interactions: 0 },
    });
    await saveCode(olaf(), { list: 'statuses', how: 'add', code: 'RUN', description: 'Running' });
    await database.db.update(campaigns).set({ statusCode: 'RUN' }).where(eq(campaigns.workspaceId, ours.id));
    await database.db
      .insert(campaignStatuses)
      .values({ workspaceId: theirs.id, code: 'OTHER', description: 'O' });
    await expect(deleteCode(olaf(), { list: 'statuses', code: 'RUN' })).rejects.toMatchObject({
      params: { campaigns: 2 },
    });
    expect(await codes(ours, 'statuses')).toEqual(['RUN']);
  });

  it('are for those who organize campaigns', async () => {
    const refused = { code: 'organizers_only' };
    await expect(listCodes(ours.as('rita'), { list: 'groups' })).rejects.toMatchObject(refused);
    const wanted = { list: 'groups', how: 'add', code: 'X', description: 'X' } as const;
    await expect(saveCode(ours.as('rita'), wanted)).rejects.toMatchObject(refused);
    await expect(deleteCode(ours.as('rita'), { list: 'groups', code: 'PHONE' })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('number series', () => {
  const series = async (name: string) => {
    const row = (await listSeries(ours.as('anna'))).find((one) => one.series === name);
    if (!row) throw new Error('No such series');
    return row;
  };
  const change = async (name: 'segment' | 'contact', over: object) =>
    saveSeries(ours.as('anna'), { ...(await series(name)), ...over });

  it('draw the number that was asked for', async () => {
    await change('segment', { prefix: ' seg-', digits: 3, next: 7, manualAllowed: true });
    expect(numberOf(await series('segment'))).toBe('SEG-007');
    expect((await createSegment(ours.as('rita'), {})).no).toBe('SEG-007');
    expect(await series('segment')).toMatchObject({ next: 8, manualAllowed: true });
  });

  it('never draw a number that is taken', async () => {
    await addContacts(ours, [{ id: 41, name: 'Alpha' }]);
    await addContacts(theirs, [{ id: 99, name: 'Theirs' }]);
    await expect(change('contact', { next: 41 })).rejects.toMatchObject({
      code: 'series_next_taken',
      params: { next: 42 },
      fields: [{ field: 'next' }],
    });
    await change('contact', { next: 42 });
    await database.db.update(contacts).set({ no: 'K7X' });
    await change('contact', { prefix: 'K', next: 1 });
    await change('segment', { next: 7 });
    await createSegment(ours.as('rita'), {});
    await expect(change('segment', { next: 7 })).rejects.toMatchObject({ params: { next: 8 } });
    await change('segment', { prefix: 'SEG-', next: 7 });
  });

  it.each([
    ['prefix', 'series_prefix_invalid', { prefix: 'S M' }],
    ['prefix', 'series_prefix_invalid', { prefix: '' }],
    ['digits', 'series_digits_invalid', { digits: 0 }],
    ['next', 'series_next_taken', { next: 0 }],
  ])('tell at %s: %s', async (field, code, over) => {
    await expect(change('segment', over)).rejects.toMatchObject({ code, fields: [{ field }] });
  });

  it('are for admins, and there has to be one', async () => {
    await expect(listSeries(ours.as('mona'))).rejects.toMatchObject({ code: 'admins_only' });
    const row = await series('segment');
    await expect(saveSeries(ours.as('mona'), row)).rejects.toMatchObject({ code: 'admins_only' });
    const { id } = await makeWorkspace(database.db, 'T0BARE');
    await database.sql`delete from number_series where workspace_id = ${id}`;
    const bare = ours.as('anna', { workspaceId: id });
    await expect(saveSeries(bare, row)).rejects.toMatchObject({ code: 'number_series_missing' });
    expect(await database.db.$count(numberSeries)).toBeGreaterThan(5);
  });
});

it('lists the channels of campaigns to those who organize one', async () => {
  await editCampaign(olaf(), { campaignNo: 'CP1001', logChannel: 'C0FAIR' });
  const { rows, total } = await listCampaignChannels(olaf(), {});
  expect(total).toBe(2);
  expect(rows.map(({ no, channel }) => [no, channel])).toEqual([
    ['CP1001', 'C0FAIR'],
    ['CP1002', null],
  ]);
  const others = await listCampaignChannels(theirs.as('olaf'), { from: 1, limit: 1 });
  expect(others).toMatchObject({ total: 2, rows: [{ channel: null }] });
  await expect(listCampaignChannels(ours.as('rita'), {})).rejects.toMatchObject({ code: 'organizers_only' });
});
