import { sql } from 'drizzle-orm';
import { note, type Run } from './checks.ts';
import { checkPrivacy } from './contact-privacy.ts';
import type { Staged } from './staging.ts';

/** Rules that tie contacts to each other and to what was built on them (`domain.md` §3.2). */
export async function checkContactRules(run: Run, staged: Staged): Promise<void> {
  await lockMoved(run, staged);
  await checkCompanies(run, staged);
  await checkMoves(run, staged);
  await checkTypeChanges(run, staged);
  await checkPrivacy(run, staged);
}

const stored = (run: Run) => sql`join contacts c on c.workspace_id = ${run.workspaceId} and c.no = s.no`;

const movesCompany = (staged: Staged) =>
  staged.present.has('company_no')
    ? sql`(s.type = 'person' and c.type = 'person' and s.company_no is distinct from (
        select k.no from contacts k where k.workspace_id = c.workspace_id and k.id = c.company_id))`
    : sql`false`;

/** Nobody adds these contacts to a segment between the checks and the change. */
async function lockMoved(run: Run, staged: Staged): Promise<void> {
  await run.tx.execute(sql`
    select count(*) from (
      select from ${staged.table} s ${stored(run)}
      where s.type <> c.type or ${movesCompany(staged)} for update of c) locked`);
}

async function checkCompanies(run: Run, staged: Staged): Promise<void> {
  if (!staged.present.has('company_no')) return;
  await note(run, staged, {
    column: 'company_no',
    value: sql`s.company_no`,
    reason: sql`'is not the number of the company itself; leave it blank or repeat the number'`,
    rest: sql`where s.type = 'company' and s.company_no <> s.no`,
  });
  const company = sql`
    left join ${staged.table} f on f.no = s.company_no
    left join contacts c on c.workspace_id = ${run.workspaceId} and c.no = s.company_no`;
  if (staged.complete) {
    await note(run, staged, {
      column: 'company_no',
      value: sql`s.company_no`,
      reason: sql`'is not among the contacts (contacts.csv or the database)'`,
      rest: sql`${company} where s.type = 'person' and s.company_no is not null and f.no is null and c.no is null`,
    });
  }
  await note(run, staged, {
    column: 'company_no',
    value: sql`s.company_no`,
    reason: sql`'is a person, not a company'`,
    rest: sql`${company} where s.type = 'person' and coalesce(f.type, c.type) = 'person'`,
  });
}

const openSegment = sql`
  segment_lines l join segments g on g.workspace_id = l.workspace_id and g.id = l.segment_id
  where l.workspace_id = c.workspace_id and l.contact_id = c.id and g.state <> 'logged'`;

async function checkMoves(run: Run, staged: Staged): Promise<void> {
  await note(run, staged, {
    column: 'company_no',
    value: sql`s.company_no`,
    reason: sql`'cannot be the new company of a person who is on segment ' || (
      select min(g.no) from ${openSegment} and l.live) || ': log it or take the person off it first'`,
    rest: sql`${stored(run)} where ${movesCompany(staged)} and exists (select from ${openSegment} and l.live)`,
  });
}

async function checkTypeChanges(run: Run, staged: Staged): Promise<void> {
  const refuse = (reason: string, where: ReturnType<typeof sql>) =>
    note(run, staged, {
      column: 'type',
      value: sql`s.type`,
      reason: sql`${`cannot be the new type of a contact that ${reason}`}::text`,
      rest: sql`${stored(run)} where s.type <> c.type and ${where}`,
    });
  const has = (table: string) =>
    sql`exists (select from ${sql.identifier(table)} x where x.workspace_id = c.workspace_id and x.contact_id = c.id)`;
  // A line that was taken off or undone may come back, and knows the type as well.
  await refuse('is on a segment that is not logged', sql`exists (select from ${openSegment})`);
  await refuse('has interactions', has('interaction_log_entries'));
  await refuse('has opportunities', has('opportunities'));
  await refuse(
    'has job responsibilities',
    sql`s.type = 'company' and ${has('contact_job_responsibilities')}`,
  );
  await refuse('has industry groups', sql`s.type = 'person' and ${has('contact_industry_groups')}`);
  await refuse('has business relations', sql`s.type = 'person' and ${has('contact_business_relations')}`);
  await refuse(
    'has people',
    sql`s.type = 'person' and exists (
      select from contacts p where p.workspace_id = c.workspace_id and p.company_id = c.id and p.id <> c.id
        and not exists (select from ${staged.table} f where f.no = p.no))`,
  );
}
