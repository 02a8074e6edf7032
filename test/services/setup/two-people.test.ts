import { beforeEach, describe, expect, it } from 'vitest';
import { listCampaignChannels } from '../../../src/services/campaigns/channels.ts';
import { editCampaign } from '../../../src/services/campaigns/edit.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { saveSettings } from '../../../src/services/setup/save-settings.ts';
import { listSeries, numberOf, saveSeries } from '../../../src/services/setup/series.ts';
import { showSettings } from '../../../src/services/setup/show-settings.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
});

const anna = () => ours.as('anna');
/** Another admin. */
const mona = () => ours.as('mona', { actor: { isAdmin: true } });

describe('the channel of a campaign', () => {
  const channelOf = async (no: string) =>
    (await listCampaignChannels(anna(), {})).rows.find((row) => row.no === no)?.channel;

  it('is not changed for those who looked at another one', async () => {
    const choose = (as: typeof anna, logChannel: string | null, expectedChannel: string | null) =>
      editCampaign(as(), { campaignNo: 'CP1001', logChannel, expectedChannel });
    await choose(mona, 'C0FAIR', null);
    await editCampaign(anna(), { campaignNo: 'CP1001', description: 'Fairs' });
    await expect(choose(anna, 'C0SALES', null)).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { no: 'CP1001', by: 'U0MONA' },
    });
    await expect(choose(anna, null, 'C0OTHER')).rejects.toMatchObject({ code: 'set_up_moved_on' });
    expect(await channelOf('CP1001')).toBe('C0FAIR');
    // What is there already is nobody's change, nor are other fields.
    await choose(anna, 'C0FAIR', null);
    await choose(anna, 'C0SALES', 'C0FAIR');
    expect(await channelOf('CP1001')).toBe('C0SALES');
    const both = await Promise.allSettled([
      choose(anna, 'C0ONE', 'C0SALES'),
      choose(mona, 'C0TWO', 'C0SALES'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the settings', () => {
  it('are not saved over what another admin has changed since', async () => {
    const [mine, hers] = [await showSettings(anna()), await showSettings(mona())];
    await saveSettings(theirs.as('anna'), { ...mine.settings, currency: 'SEK' });
    const managers = [...hers.settings.managers, 'U0RITA'];
    await saveSettings(mona(), { ...hers.settings, managers, expectedVersion: hers.version });
    const save = (over: Partial<typeof mine.settings>, { version, settings } = mine) =>
      saveSettings(anna(), { ...settings, ...over, expectedVersion: version });
    await expect(save({ currency: 'DKK' })).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { by: 'U0MONA' },
    });
    const now = await showSettings(anna());
    expect(now).toMatchObject({ version: 1, settings: { currency: 'EUR', managers: [...managers].sort() } });
    // What is there already is nobody's change.
    await save({ managers });
    expect(await showSettings(anna())).toEqual(now);
    await save({ currency: 'DKK' }, now);
    expect(await showSettings(anna())).toEqual({
      version: 2,
      settings: { ...now.settings, currency: 'DKK' },
    });
  });

  it('of two saves at once one is told', async () => {
    const { settings, version } = await showSettings(anna());
    const both = await Promise.allSettled(
      [anna(), mona()].map((ctx, at) =>
        saveSettings(ctx, { ...settings, currency: ['DKK', 'SEK'][at] ?? '', expectedVersion: version }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are shown with their version to admins only', async () => {
    await expect(showSettings(ours.as('rita'))).rejects.toMatchObject({ code: 'admins_only' });
  });
});

describe('a number series', () => {
  const series = async () => {
    const row = (await listSeries(anna())).find((one) => one.series === 'segment');
    if (!row) throw new Error('No such series');
    return row;
  };
  const looked = async (as = anna) => {
    const { version, ...row } = await series();
    return (over: Partial<Parameters<typeof saveSeries>[1]>) =>
      saveSeries(as(), { ...row, ...over, expectedVersion: version });
  };

  it('is not changed for those who looked at it before somebody else changed it', async () => {
    const [mine, hers] = [await looked(), await looked(mona)];
    await saveSeries(theirs.as('anna'), { ...(await series()), prefix: 'T' });
    await hers({ prefix: 'SEG', manualAllowed: true });
    await expect(mine({ digits: 3 })).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { no: 'segment', by: 'U0MONA' },
    });
    expect(await series()).toMatchObject({ prefix: 'SEG', digits: 5, manualAllowed: true, version: 1 });
    // What is there already is nobody's change.
    await mine({ prefix: 'seg', manualAllowed: true });
    expect(await series()).toMatchObject({ version: 1 });
    await (await looked())({ digits: 3 });
    const same = [await looked(), await looked(mona)];
    const both = await Promise.allSettled(same.map((save, at) => save({ digits: 6 + at })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not in the way of numbers that are drawn meanwhile, and keeps its next one where nothing is said', async () => {
    const mine = await looked();
    await createSegment(ours.as('rita'), {});
    const { next } = await series();
    await mine({ digits: 4, next: undefined });
    expect(await series()).toMatchObject({ digits: 4, next });
    // A number that is taken by now is refused at its field still.
    const again = await looked();
    const { no } = await createSegment(ours.as('rita'), {});
    expect(no).toBe(numberOf({ prefix: 'SM', digits: 4, next }));
    await expect(again({ digits: 5 })).rejects.toMatchObject({
      code: 'series_next_taken',
      fields: [{ field: 'next' }],
    });
  });
});
