import { type SQL, sql } from 'drizzle-orm';
import type { Run } from './checks.ts';
import { changedBlocked, newBlocked } from './contact-privacy.ts';
import { differs, type Merged, written } from './merge.ts';
import { list, quoted, type Staged } from './staging.ts';

const NAME_PARTS = new Set(['first_name', 'middle_name', 'surname']);

/**
 * Brings contacts in: ids are given out beforehand, so that companies can point at themselves and people at
 * companies in one statement. A company's new name reaches all its people (`domain.md` §3.2).
 */
export async function mergeContacts(run: Run, staged: Staged): Promise<Merged> {
  await giveIds(run, staged);
  // People who are there already may move to a company that is new.
  const added = await addContacts(run, staged);
  const changed = await changeContacts(run, staged);
  await renameCompanies(run);
  return { added, changed };
}

/** Every contact of the file, and every company that its people name: id, type and name as they will be. */
async function giveIds({ tx, workspaceId }: Run, staged: Staged): Promise<void> {
  await tx.execute(sql`
    create temp table import_contact_ids (
      no text not null, id bigint not null, is_new boolean not null, type text not null, name text not null
    ) on commit drop`);
  await tx.execute(sql`
    insert into import_contact_ids
    select s.no, coalesce(c.id, nextval(pg_get_serial_sequence('contacts', 'id'))), c.id is null, s.type, s.name
    from ${staged.table} s left join contacts c on c.workspace_id = ${workspaceId} and c.no = s.no`);
  await tx.execute(sql`
    insert into import_contact_ids
    select c.no, c.id, false, c.type, c.name from contacts c
    where c.workspace_id = ${workspaceId} and c.no in (
      select company_no from ${staged.table} where company_no is not null
      except select no from ${staged.table})`);
  await tx.execute(sql`create index on import_contact_ids (no)`);
  await tx.execute(sql`analyze pg_temp.import_contact_ids`);
}

const source = (staged: Staged) => sql`
  ${staged.table} s join import_contact_ids i on i.no = s.no
  left join import_contact_ids k on k.no = s.company_no and s.type = 'person'`;

const ownColumns = (staged: Staged) =>
  staged.file.columns.flatMap(({ name, target }) => (target ? [{ name, target }] : []));

async function addContacts({ tx, workspaceId, now }: Run, staged: Staged): Promise<number> {
  const columns = ownColumns(staged);
  const at = sql`${now.toISOString()}::timestamptz`;
  return written(
    await tx.execute(sql`
      insert into contacts (workspace_id, id, company_id, company_name, created_at, modified_at,
        ${list(columns.map(({ target }) => quoted(target)))})
      overriding system value
      select ${workspaceId}::bigint, i.id,
        case s.type when 'company' then i.id else k.id end,
        case s.type when 'company' then s.name else coalesce(k.name, '') end,
        ${at}, ${at}, ${list(columns.map(({ name }) => (name === 'privacy_blocked' ? newBlocked : sql`s.${quoted(name)}`)))}
      from ${source(staged)} where i.is_new`),
  );
}

/** What each column of a stored contact (`c`) becomes; what the file does not have stays. */
function newValues(staged: Staged): [target: string, value: SQL][] {
  const { present } = staged;
  const values = ownColumns(staged).flatMap(({ name, target }): [string, SQL][] => {
    const column = quoted(name);
    if (name === 'no' || name === 'privacy_blocked') return [];
    if (present.has(name)) return [[target, sql`s.${column}`]];
    // Parts that were taken from the name follow it.
    if (NAME_PARTS.has(name)) {
      return [[target, sql`case when s.name = c.name then c.${column} else s.${column} end`]];
    }
    return [];
  });
  const [companyId, companyName] = present.has('company_no')
    ? [sql`k.id`, sql`coalesce(k.name, '')`]
    : [
        sql`case c.type when 'person' then c.company_id end`,
        sql`case c.type when 'person' then c.company_name else '' end`,
      ];
  const blocked = changedBlocked(staged);
  return [
    ...values,
    ...(blocked ? [['privacy_blocked', blocked] as [string, SQL]] : []),
    ['company_id', sql`case s.type when 'company' then c.id else ${companyId} end`],
    ['company_name', sql`case s.type when 'company' then s.name else ${companyName} end`],
  ];
}

async function changeContacts(run: Run, staged: Staged): Promise<number> {
  const { tx, workspaceId, now } = run;
  const values = newValues(staged);
  const pairs = values.map(([target, value]): [SQL, SQL] => [sql`c.${quoted(target)}`, value]);
  await tx.execute(sql`
    create temp table import_changed_contacts on commit drop as
    select c.id, c.type as old_type, c.company_id as old_company_id,
      ${list(values.map(([target, value]) => sql`${value} as ${quoted(target)}`))}
    from ${source(staged)} join contacts c on c.workspace_id = ${sql.raw(String(workspaceId))} and c.id = i.id
    where not i.is_new and ${differs(pairs)}`);
  await tx.execute(sql`analyze pg_temp.import_changed_contacts`);
  await leaveHistory(run);
  return written(
    await tx.execute(sql`
      update contacts c
      set modified_at = ${now.toISOString()}::timestamptz,
        ${list(values.map(([target]) => sql`${quoted(target)} = n.${quoted(target)}`))}
      from import_changed_contacts n where c.workspace_id = ${workspaceId} and c.id = n.id`),
  );
}

/**
 * The interactions, tasks and opportunities of a person who moves stay with the old company, or go to the first one
 * (`domain.md` §3.2).
 */
async function leaveHistory({ tx, workspaceId }: Run): Promise<void> {
  for (const table of ['interaction_log_entries', 'tasks', 'opportunities']) {
    await tx.execute(sql`
      update ${quoted(table)} e
      set contact_id = coalesce(n.old_company_id, n.company_id), company_id = coalesce(n.old_company_id, n.company_id)
      from import_changed_contacts n
      where e.workspace_id = ${workspaceId} and e.contact_id = n.id and n.old_type = 'person'
        and n.type = 'person' and n.company_id is distinct from n.old_company_id`);
  }
}

async function renameCompanies({ tx, workspaceId, now }: Run): Promise<void> {
  await tx.execute(sql`
    update contacts p
    set company_name = n.name, modified_at = ${now.toISOString()}::timestamptz
    from import_changed_contacts n
    where n.type = 'company' and p.workspace_id = ${workspaceId} and p.company_id = n.id
      and p.company_name <> n.name`);
}
