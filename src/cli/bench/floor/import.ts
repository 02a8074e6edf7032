import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Sql } from '../database.ts';

/** What a row must hold, beyond the types of the columns: lengths, kinds, an address, and codes that exist. */
const CHECKS = [
  `no is null or length(no) > 20`,
  `name is null or length(name) > 100 or length(first_name) > 30 or length(surname) > 30`,
  `length(post_code) > 20 or length(city) > 30 or length(email) > 80`,
  `type is null or type not in ('company', 'person')`,
  `correspondence_type not in ('Hard Copy', 'Email')`,
  `exclude_from_segment not in ('true', 'false')`,
  `email !~ '^[^@[:space:]]+@[^@[:space:]]+\\.[^@[:space:]]+$'`,
  `type = 'company' and company_no <> no`,
];
const CODES: [column: string, table: string][] = [
  ['country_code', 'countries'],
  ['territory_code', 'territories'],
  ['salesperson_code', 'salespeople'],
  ['organizational_level_code', 'organizational_levels'],
];

export const COLUMNS = [
  'no',
  'type',
  'company_no',
  'name',
  'first_name',
  'surname',
  'post_code',
  'city',
  'country_code',
  'territory_code',
  'salesperson_code',
  'organizational_level_code',
  'correspondence_type',
  'email',
  'exclude_from_segment',
];

/**
 * Brings a file of contacts in as plainly as the database can: `COPY` into a table of text, the checks, one `INSERT`.
 * @returns how many contacts it wrote
 */
export async function importByHand(sql: Sql, workspaceId: number, file: string): Promise<number> {
  const written = await sql.begin(async (tx) => {
    await tx.unsafe(
      `create temp table given (${COLUMNS.map((name) => `${name} text`).join(', ')}) on commit drop`,
    );
    await pipeline(
      createReadStream(file),
      await tx.unsafe('copy given from stdin with (format csv, header)').writable(),
    );
    await tx.unsafe('analyze given');
    await check(tx, workspaceId);
    await tx.unsafe(`
      create temp table ids on commit drop as
      select no, type, name, nextval(pg_get_serial_sequence('contacts', 'id')) as id from given;
      create unique index on ids (no);
      analyze ids`);
    return tx.unsafe(`
      insert into contacts (workspace_id, id, no, type, company_id, company_name, name, first_name, surname, post_code,
        city, country_code, territory_code, salesperson_code, organizational_level_code, correspondence_type, email,
        exclude_from_segment, created_at, modified_at) overriding system value
      select ${workspaceId}, i.id, g.no, g.type, case g.type when 'company' then i.id else k.id end,
        case g.type when 'company' then g.name else coalesce(k.name, '') end, g.name, coalesce(g.first_name, ''),
        coalesce(g.surname, ''), coalesce(g.post_code, ''), coalesce(g.city, ''), g.country_code, g.territory_code,
        g.salesperson_code, g.organizational_level_code,
        case g.correspondence_type when 'Hard Copy' then 'hard-copy' when 'Email' then 'email' else '' end,
        coalesce(g.email, ''), g.exclude_from_segment::boolean, now(), now()
      from given g join ids i on i.no = g.no left join ids k on k.no = g.company_no and g.type = 'person'`);
  });
  await sql`analyze contacts`;
  return written.count;
}

async function check(tx: Pick<Sql, 'unsafe'>, workspaceId: number): Promise<void> {
  const unknown = CODES.map(
    ([column, table]) => `
      select from given g where ${column} is not null and not exists (
        select from ${table} t where t.workspace_id = ${workspaceId} and t.code = g.${column})`,
  );
  const [found] = await tx.unsafe(`
    select (select count(*) from given where ${CHECKS.map((one) => `(${one})`).join(' or ')})
      + (select count(*) from (select from given group by no having count(*) > 1) doubles)
      + (select count(*) from given g left join given k on k.no = g.company_no
          where g.type = 'person' and g.company_no is not null and k.type is distinct from 'company')
      + (select count(*) from (${unknown.join(' union all ')}) unknown) as bad`);
  if (Number(found?.bad) > 0) throw new Error('Rows of the file are bad.');
}
