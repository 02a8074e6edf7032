import { type SQL, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { compileCriteria } from '../../src/criteria/compile.ts';
import { formatCriteria } from '../../src/criteria/format.ts';
import type { Criteria } from '../../src/criteria/model.ts';
import { matchedContacts, selectedContacts } from '../../src/services/segments/matching.ts';
import { arbitraryContacts, valuesOfContacts } from '../support/arbitrary-contacts.ts';
import { arbitraryCriteria } from '../support/arbitrary-criteria.ts';
import { useDatabase } from '../support/database.ts';
import { meets, type PlainContact } from '../support/naive-criteria.ts';
import { storeContacts } from '../support/plain-workspace.ts';

const database = useDatabase();

/** For what takes twenty seconds on an idle machine. */
const LONG = 600_000;

/** The contact ids that each select gives, all in one round trip. */
async function idsOf(selects: SQL[]): Promise<number[][]> {
  const rows = await database.db.transaction(async (tx) => {
    // Compiling so many small selects takes the server longer than carrying them out.
    await tx.execute(sql`set local jit = off`);
    return tx.execute<{ i: number; ids: string }>(
      sql.join(
        selects.map(
          (select, i) =>
            sql`select ${i}::int as i, coalesce(string_agg(id::text, ',' order by id), '') as ids from (${select}) s`,
        ),
        sql` union all `,
      ),
    );
  });
  const found: number[][] = [];
  for (const row of rows) {
    const ids = String(row.ids);
    found[Number(row.i)] = ids === '' ? [] : ids.split(',').map(Number);
  }
  return found;
}

let made = 0;
const store = (list: PlainContact[]) => storeContacts(database.db, `T${++made}`, list);
/** Another workspace, with other words on the same lines of the same questionnaires. */
beforeAll(async () => {
  const others: Record<string, string> = {
    Golf: 'Tennis',
    Tennis: '1..99',
    '1..99': 'Golf',
    Hobbies: 'Golf',
  };
  await storeContacts(database.db, 'OTHER', [], (own) => others[own] ?? 'Hobbies');
});

const ids = (list: Iterable<PlainContact>) =>
  [...new Set([...list].map(({ id }) => id))].sort((a, b) => a - b);

test(
  'The database finds the contacts that the plainest reading of the criteria finds',
  async () => {
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryContacts,
        fc.array(arbitraryCriteria(valuesOfContacts, 2), { minLength: 52, maxLength: 52 }),
        async (list, all) => {
          const workspaceId = await store(list);
          const found = await idsOf(
            all.map((one) => sql`select c.id from contacts c where ${compileCriteria(one, { workspaceId })}`),
          );
          for (const [i, criteria] of all.entries()) {
            const expected = ids(list.filter((one) => meets(one, criteria)));
            if (expected.length > 0 && expected.length < list.length) matched += 1;
            expect([formatCriteria(criteria), found[i]]).toEqual([formatCriteria(criteria), expected]);
          }
        },
      ),
      { numRuns: 20 },
    );
    // Most criteria must tell contacts apart, or nothing was compared.
    expect(matched).toBeGreaterThan(200);
  },
  LONG,
);

test(
  'Expanding, relating and excluding follow the order of effects',
  async () => {
    const options = fc.record({
      expandCompanies: fc.boolean(),
      relatedCompanies: fc.boolean(),
      ignoreExclusion: fc.boolean(),
    });
    const wish = fc.record({ criteria: arbitraryCriteria(valuesOfContacts, 2), options });
    await fc.assert(
      fc.asyncProperty(
        arbitraryContacts,
        fc.array(wish, { minLength: 20, maxLength: 20 }),
        async (list, wishes) => {
          const workspaceId = await store(list);
          const selects = wishes.map(({ criteria, options }) =>
            matchedContacts(workspaceId, criteria, options),
          );
          const found = await idsOf(selects);
          for (const [i, { criteria, options }] of wishes.entries()) {
            expect([wishes[i], found[i]]).toEqual([wishes[i], ids(chosen(list, criteria, options))]);
          }
        },
      ),
      { numRuns: 8 },
    );
  },
  LONG,
);

function chosen(
  list: PlainContact[],
  criteria: Criteria,
  options: { expandCompanies: boolean; relatedCompanies: boolean; ignoreExclusion: boolean },
): PlainContact[] {
  let found = list.filter((one) => meets(one, criteria));
  if (options.expandCompanies) found = found.flatMap((one) => wholeCompany(list, one));
  if (options.relatedCompanies) found = found.flatMap((one) => (one.company ? [one, one.company] : [one]));
  return found.filter((one) => options.ignoreExclusion || one.fields.excluded === 'no');
}

const wholeCompany = (list: PlainContact[], one: PlainContact) =>
  one.company ? list.filter(({ company }) => company === one.company) : [one];

test(
  'Entire companies selects everybody of a company where somebody matches',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryContacts,
        fc.array(arbitraryCriteria(valuesOfContacts, 2), { minLength: 20, maxLength: 20 }),
        async (list, all) => {
          const workspaceId = await store(list);
          const whole = await idsOf(
            all.map((one) => selectedContacts(workspaceId, one, { entireCompanies: true })),
          );
          const single = await idsOf(
            all.map((one) => selectedContacts(workspaceId, one, { entireCompanies: false })),
          );
          for (const [i, criteria] of all.entries()) {
            const matches = list.filter((one) => meets(one, criteria));
            expect([criteria, single[i]]).toEqual([criteria, ids(matches)]);
            expect([criteria, whole[i]]).toEqual([
              criteria,
              ids(matches.flatMap((one) => wholeCompany(list, one))),
            ]);
          }
        },
      ),
      { numRuns: 8 },
    );
  },
  LONG,
);
