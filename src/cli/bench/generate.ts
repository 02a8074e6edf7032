import type { Sql } from './database.ts';
import * as names from './names.ts';

/** Another number gives other contacts with the same skew. */
const SEED = 1;
/** One company in five contacts: the rest are people, most of them in few large companies. */
const COMPANY_SHARE = 5;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** A number from 0 up to 1 that depends on the row, the purpose and the seed only. */
const u = (row: string, purpose: number) => `bench.u(${row}, ${purpose})`;
/** One of a list, each as likely. */
const pick = (list: readonly string[], row: string, purpose: number) =>
  `(array[${list.map(quoted).join(',')}])[1 + floor(${u(row, purpose)} * ${list.length})::int]`;
/** A rank from 1 to `most` by Zipf's law: rank k comes up about 1/k as often as the first. */
const zipf = (most: number, row: string, purpose: number) =>
  `floor(power(${most + 1}, ${u(row, purpose)}))::int`;
const zipfPick = (list: readonly string[], row: string, purpose: number) =>
  `(array[${list.map(quoted).join(',')}])[${zipf(list.length, row, purpose)}]`;
const code = (letter: string, rank: string, digits = 2) =>
  `'${letter}' || lpad((${rank})::text, ${digits}, '0')`;

const TABLES = {
  territories: ['T', 0, 99],
  organizational_levels: ['L', 0, 9],
  salespeople: ['S', 1, 40],
  industry_groups: ['I', 1, 30],
  mailing_groups: ['M', 1, 20],
  job_responsibilities: ['J', 1, 15],
} as const;

/**
 * Fills an empty workspace with contacts, the same ones for the same number. Territories hold 1 % of the contacts
 * each and levels about 10 %, so that filters hit a known share; countries, salespeople and groups follow Zipf's law
 * and company sizes a power law, as they do in life.
 */
export async function generate(sql: Sql, workspaceId: number, contacts: number): Promise<void> {
  await sql.unsafe(`
    create schema if not exists bench;
    create or replace function bench.u(id bigint, purpose integer) returns double precision
      language sql immutable parallel safe
      return (hashint8extended(id, ${SEED * 1000} + purpose) & 4503599627370495) / 4503599627370496.0::float8`);
  for (const [table, [letter, from, to]] of Object.entries(TABLES)) {
    const digits = table === 'organizational_levels' ? 1 : 2;
    await sql.unsafe(`
      insert into ${table} (workspace_id, code, description)
      select ${workspaceId}, ${code(letter, 'n', digits)}, '${table} ' || n
      from generate_series(${from}, ${to}) n`);
  }
  await sql.unsafe(`insert into countries (workspace_id, code, description)
    select ${workspaceId}, code, code from unnest(array[${names.COUNTRIES.map(quoted).join(',')}]) code on conflict do nothing`);
  const companies = Math.max(1, Math.floor(contacts / COMPANY_SHARE));
  await sql.unsafe(companyRows(workspaceId, companies));
  await sql.unsafe(personRows(workspaceId, companies, contacts));
  await addLinks(sql, workspaceId);
}

const COLUMNS = `workspace_id, id, no, type, company_id, company_name, name, first_name, surname, post_code, city,
  country_code, territory_code, salesperson_code, organizational_level_code, email, correspondence_type,
  exclude_from_segment, created_at, modified_at`;

/** What companies and people have alike, in the order of the columns from `territory_code` on. */
const common = (row: string, mail: string) => `
  ${code('T', `(${row} * 7919) % 100`)}, ${code('S', zipf(40, row, 11))},
  ${code('L', `floor(${u(row, 12)} * 10)::int`, 1)},
  case when ${u(row, 13)} < 0.8 then ${mail} else '' end,
  case when ${u(row, 14)} < 0.3 then 'email' when ${u(row, 14)} < 0.4 then 'hard-copy' else '' end,
  ${u(row, 15)} < 0.01, timestamptz '2025-01-01' + ${u(row, 16)} * interval '1 year', timestamptz '2026-01-01'`;

const number = (row: string) => `'CT' || lpad(${row}::text, 7, '0')`;
const postCode = (row: string) => `lpad(((${row} * 7919) % 10000)::text, 4, '0')`;

const companyRows = (workspaceId: number, companies: number) => `
  insert into contacts (${COLUMNS}) overriding system value
  select ${workspaceId}, n, ${number('n')}, 'company', n, named, named, '', '', ${postCode('n')},
    ${pick(names.CITIES, 'n', 2)}, ${zipfPick(names.COUNTRIES, 'n', 1)},
    ${common('n', `'post@company' || n || '.example'`)}
  from generate_series(1::bigint, ${companies}) n
  cross join lateral (select ${pick(names.COMPANY_FIRST, 'n', 3)} || ' ' || ${pick(names.COMPANY_SECOND, 'n', 4)}
    || ' ' || n || ' ' || ${pick(names.COMPANY_FORM, 'n', 5)} as named offset 0) named`;

/** The share of people in the first k of c companies is the cube root of k / c; one in twenty has no company. */
const personRows = (workspaceId: number, companies: number, contacts: number) => `
  insert into contacts (${COLUMNS}) overriding system value
  select ${workspaceId}, n, ${number('n')}, 'person', company.id, coalesce(company.name, ''),
    drawn.first || ' ' || drawn.last, drawn.first, drawn.last, ${postCode('n')}, ${pick(names.CITIES, 'n', 2)},
    coalesce(company.country_code, ${zipfPick(names.COUNTRIES, 'n', 1)}),
    ${common('n', `lower(drawn.first) || '.' || n || '@mail.example'`)}
  from generate_series(${companies + 1}::bigint, ${contacts}) n
  cross join lateral (select ${pick(names.FIRST_NAMES, 'n', 6)} as first,
    ${pick(names.SURNAMES, 'n', 7)} as last,
    case when ${u('n', 9)} >= 0.05 then 1 + floor(${companies} * power(${u('n', 8)}, 3))::bigint end as at
    offset 0) drawn
  left join contacts company on company.workspace_id = ${workspaceId} and company.id = drawn.at`;

/** Industries: two per company on average; mailing groups: one per contact; jobs: one per person. */
async function addLinks(sql: Sql, workspaceId: number): Promise<void> {
  const links = [
    {
      table: 'contact_industry_groups',
      letter: 'I',
      codes: 30,
      tries: 4,
      p: 0.55,
      only: `c.type = 'company'`,
    },
    { table: 'contact_mailing_groups', letter: 'M', codes: 20, tries: 3, p: 0.37, only: 'true' },
    {
      table: 'contact_job_responsibilities',
      letter: 'J',
      codes: 15,
      tries: 2,
      p: 0.55,
      only: `c.type = 'person'`,
    },
  ];
  for (const [at, { table, letter, codes, tries, p, only }] of links.entries()) {
    const row = `c.id * 8 + n`;
    await sql.unsafe(`
      insert into ${table} (workspace_id, contact_id, code)
      select distinct c.workspace_id, c.id, ${code(letter, zipf(codes, row, 40 + at))}
      from contacts c cross join generate_series(1, ${tries}) n
      where c.workspace_id = ${workspaceId} and ${only} and ${u(row, 30 + at)} < ${p}`);
  }
}
