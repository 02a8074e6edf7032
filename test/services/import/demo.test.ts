import { beforeEach, describe, expect, it } from 'vitest';
import { DATA_TABLES, KEPT_TABLES } from '../../../src/services/import/make-room.ts';
import { createForSegment } from '../../../src/services/opportunities/create-for-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { resolveMember } from '../../../src/services/setup/resolve-member.ts';
import { seedDemo } from '../../../src/services/setup/seed-demo.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { NOON } from '../../support/workspace.ts';
import { csv, importFiles } from './support.ts';

const database = useDatabase();
const now = () => NOON;
let workspaceId: number;
let teamId: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  teamId = `T0${count}`;
  workspaceId = await registerWorkspace(database.db, { teamId });
});

const seed = (id = workspaceId) => seedDemo(database.db, { workspaceId: id, now });
const member = (slackUserId: string) =>
  resolveMember(database.db, { teamId, slackUserId, adminUserIds: [], now }).then(({ ctx }) => ctx);
const settings = async () => {
  const [row] = await database.sql`
    select demo, log_channel from workspace_settings where workspace_id = ${workspaceId}`;
  return row;
};
async function countRows(table: string, id = workspaceId): Promise<number> {
  const [row] = await database.sql`
    select count(*)::int as count from ${database.sql(table)} where workspace_id = ${id}`;
  return row?.count;
}

describe('the demo data', () => {
  it('comes into a workspace without contacts, once', async () => {
    expect(await Promise.all([seed(), seed(), seed()])).toEqual(expect.arrayContaining([true, false, false]));
    expect(await seed()).toBe(false);
    expect(await countRows('contacts')).toBe(59);
    expect(await settings()).toEqual({ demo: true, log_channel: 'C0SALES' });
  });

  it('says who the people of the playground are, and takes those who came first', async () => {
    await member('U0RITA');
    await seed();
    expect((await member('U0RITA')).actor).toMatchObject({ salespersonCode: 'RITA', isManager: false });
    expect((await member('U0MONA')).actor).toMatchObject({ isManager: true, name: 'U0MONA' });
    expect((await member('U0ANNA')).actor.isManager).toBe(true);
    expect(await countRows('members')).toBe(4);
  });

  it('does not come into a workspace with contacts, but names the managers of one that is new', async () => {
    await importFiles(database.db, workspaceId, { 'contacts.csv': csv('no,type,name', 'K1,company,Real') });
    expect(await seed()).toBe(false);
    expect(await settings()).toEqual({ demo: false, log_channel: 'C0SALES' });
    expect((await member('U0MONA')).actor).toMatchObject({ isManager: true, salespersonCode: null });
    expect(await countRows('members')).toBe(4);
  });

  it('has what the first steps need', async () => {
    await seed();
    const rita = await member('U0RITA');
    const { no } = await createSegment(rita, { campaignNo: 'CP1001', templateCode: 'BUS' });
    const { added } = await add(rita, { no, criteria: criteria('country:DK type:company') });
    expect(added).toEqual({ companies: 6, people: 0 });
  });
});

describe('a first real import', () => {
  const real = {
    'salespeople.csv': csv('code,name', 'SOREN,Søren'),
    'contacts.csv': csv('no,type,name', 'CT000007,company,Real'),
  };

  it('makes the demo data and all that was built on it give way', async () => {
    const other = await registerWorkspace(database.db, { teamId: `T0OTHER${count}` });
    await seed();
    await seed(other);
    const rita = await member('U0RITA');
    for (const text of ['country:DK', 'country:SE']) {
      const { no } = await createSegment(rita, { description: 'Autumn', campaignNo: 'CP1001' });
      await add(rita, { no, criteria: criteria(text) });
      await createForSegment(rita, { segmentNo: no });
    }
    const before = await Promise.all(DATA_TABLES.map((table) => countRows(table, other)));

    const result = await importFiles(database.db, workspaceId, real);
    expect(result.madeRoom).toEqual({ contacts: 59, segments: 2 });
    expect(await settings()).toEqual({ demo: false, log_channel: 'C0SALES' });
    const left = await Promise.all(
      DATA_TABLES.map(async (table) => [table, await countRows(table)] as const),
    );
    expect(left.filter(([, rows]) => rows > 0)).toEqual([
      ['contacts', 1],
      ['salespeople', 1],
    ]);
    expect((await member('U0RITA')).actor.salespersonCode).toBeNull();
    expect((await member('U0SOREN')).actor.salespersonCode).toBe('SOREN');
    expect((await member('U0MONA')).actor.isManager).toBe(true);
    const series = await database.sql`
      select series, next::int as next from number_series where workspace_id = ${workspaceId} order by series`;
    expect(series.map((row) => `${row.series} ${row.next}`)).toEqual([
      'campaign 1',
      'campaign-entry 1',
      'contact 8',
      'logged-segment 1',
      'opportunity 1',
      'segment 1',
      'task 1',
    ]);
    expect(await Promise.all(DATA_TABLES.map((table) => countRows(table, other)))).toEqual(before);

    const again = await importFiles(database.db, workspaceId, real);
    expect(again.madeRoom).toBeNull();
  });

  it('leaves the demo data when a row is bad', async () => {
    await seed();
    const result = await importFiles(database.db, workspaceId, {
      // The demo's countries do not count: they would be gone.
      'contacts.csv': csv('no,type,name,country_code', 'CT1,company,Real,DK'),
    });
    expect(result).toMatchObject({ badRows: 1, madeRoom: null });
    expect(await countRows('contacts')).toBe(59);
    expect(await settings()).toMatchObject({ demo: true });
  });

  it('knows every table of the store', async () => {
    const tables = await database.sql<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id'`;
    expect([...DATA_TABLES, ...KEPT_TABLES].sort()).toEqual(tables.map(({ name }) => name).sort());
  });
});
