import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchContacts } from '../../../src/services/segments/search-contacts.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  const list = [
    { id: 1, name: 'Østergård & Søn' },
    { id: 2, name: 'Anna Sørensen', company: 1, email: 'Anna@Example.com' },
    { id: 3, name: '100% Sport' },
    { id: 4, name: 'Sørens Smedje' },
    { id: 5, name: 'Under_score' },
  ];
  await addContacts(ours, list);
  await addContacts(theirs, [...list, { id: 6, name: 'Sørine' }]);
});

const find = async (query: string, limit?: number) =>
  (await searchContacts(ours.as('rita'), { query, ...(limit ? { limit } : {}) })).map((one) => one.name);

describe('finding a contact while one types', () => {
  it.each([
    ['ø', ['Østergård & Søn']],
    ['S', ['Sørens Smedje']],
    ['sø', ['Sørens Smedje']],
    ['%', []],
    ['_', []],
    ['zz', []],
  ])('by the first letters: %s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  it.each([
    ['sørens', ['Sørens Smedje', 'Anna Sørensen']],
    ['søren anna', ['Anna Sørensen']],
    ['anna@ex', ['Anna Sørensen']],
    ['ct000004', ['Sørens Smedje']],
    ['% sport', ['100% Sport']],
    ['r_s', ['Under_score']],
    ['  GÅRD  ', ['Østergård & Søn']],
  ])('by any part of name, number or address: %s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  it('gives the first by name when nothing is typed, and no more than wanted', async () => {
    expect(await find('', 2)).toEqual(['100% Sport', 'Anna Sørensen']);
  });

  it('says who it is', async () => {
    expect(await searchContacts(ours.as('rita'), { query: 'Anna' })).toEqual([
      {
        contactNo: 'CT000002',
        name: 'Anna Sørensen',
        type: 'person',
        companyName: 'Østergård & Søn',
        city: '',
        email: 'Anna@Example.com',
      },
    ]);
  });

  it('is refused to guests', async () => {
    const guest = ours.as('rita', { actor: { outsider: true } });
    await expect(searchContacts(guest, { query: 'a' })).rejects.toMatchObject({ code: 'outsider' });
  });
});

describe('among very many', () => {
  let many: TestWorkspace;
  beforeAll(async () => {
    many = await makeWorkspace(database.db, 'T0MANY');
    await database.db.execute(sql`
      insert into contacts (workspace_id, id, no, type, name, created_at, modified_at)
      overriding system value
      select ${many.id}, n, 'CT' || n, 'person', md5(n::text), now(), now() from generate_series(1001, 21000) n`);
    await database.db.execute(sql`analyze contacts`);
  });

  it.each([
    ['an', 'contacts_name'],
    ['anders', 'contacts_search'],
  ])('%s is answered by an index', async (query, index) => {
    const seen: string[] = [];
    const spy = {
      execute: async (statement: Parameters<typeof database.db.execute>[0]) => {
        const plan = await database.db.execute(sql`explain ${statement}`);
        seen.push(...plan.map((row) => String(row['QUERY PLAN'])));
        return database.db.execute(statement);
      },
    };
    await searchContacts(many.as('rita', { db: spy as never }), { query });
    expect(seen.join('\n')).toContain(index);
    expect(seen.join('\n')).not.toContain('Seq Scan');
  });
});
