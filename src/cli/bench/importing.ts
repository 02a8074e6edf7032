import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { importFolder } from '../../services/import/import-folder.ts';
import { registerWorkspace } from '../../services/setup/register-workspace.ts';
import type { Bench } from './fixture.ts';
import { COLUMNS, importByHand } from './floor/import.ts';
import { type Measured, median } from './measure.ts';

const CODES = ['countries', 'territories', 'salespeople', 'organizational_levels'];
/** How a stored contact looks in a file, in the order of the columns. */
const IN_FILE: Partial<Record<string, string>> = {
  company_no: `(select k.no from contacts k where k.workspace_id = c.workspace_id and k.id = c.company_id)`,
  correspondence_type: `case c.correspondence_type when 'hard-copy' then 'Hard Copy' when 'email' then 'Email' end`,
  exclude_from_segment: `case when c.exclude_from_segment then 'true' else 'false' end`,
};

/**
 * Imports the contacts from a CSV file into an empty workspace, through the service and by hand, in turns.
 * @throws Error when the two do not write the same contacts, or not all of them
 */
export async function measureImport(bench: Bench, runs: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'segments-bench-import-'));
  try {
    const file = join(folder, 'contacts.csv');
    await writeContacts(bench, file);
    const service = { times: [] as number[], work: (id: number) => importHere(bench, id, folder) };
    const floor = { times: [] as number[], work: (id: number) => importByHand(bench.sql, id, file) };
    const written = new Set<string>();
    for (let run = 0; run < runs; run += 1) {
      for (const side of run % 2 === 0 ? [service, floor] : [floor, service]) {
        const workspaceId = await emptyWorkspace(bench);
        const began = performance.now();
        await side.work(workspaceId);
        side.times.push(performance.now() - began);
        written.add(await contentOf(bench, workspaceId));
        await remove(bench, workspaceId);
      }
    }
    if (written.size > 1)
      throw new Error(`The import does not write the same by hand: ${[...written].join('; ')}`);
    const { contacts } = bench;
    const medians = { serviceMs: median(service.times), floorMs: median(floor.times) };
    return { name: 'import a CSV file', contacts, touched: contacts, ...medians };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Row by row: after a `COPY` whose reader was slower, the driver does not read from that connection again. */
async function writeContacts({ sql, workspaceId }: Bench, file: string): Promise<void> {
  const columns = COLUMNS.map((name) => `${IN_FILE[name] ?? `c.${name}`} as ${name}`);
  const pages = sql
    .unsafe(
      `select ${columns.join(', ')} from contacts c where c.workspace_id = ${workspaceId} order by c.id`,
    )
    .cursor(5_000);
  async function* rows() {
    for await (const page of pages) yield* page;
  }
  await pipeline(rows, stringify({ header: true, columns: COLUMNS }), createWriteStream(file));
}

async function importHere({ job }: Bench, workspaceId: number, folder: string): Promise<void> {
  const ctx = { ...job, workspaceId, actor: { kind: 'import' } as const };
  const { badRows } = await importFolder(ctx, { folder, rejectsFile: join(folder, 'rejects.csv') });
  if (badRows > 0) throw new Error(`${badRows} rows were refused.`);
}

/** One that knows the codes of the file. */
async function emptyWorkspace({ sql, job, workspaceId: from }: Bench): Promise<number> {
  const workspaceId = await registerWorkspace(job.db, { teamId: 'T0IMPORT', name: 'Import' });
  for (const table of CODES) {
    await sql.unsafe(`
      insert into ${table} (workspace_id, code, description)
      select ${workspaceId}, code, description from ${table} where workspace_id = ${from} on conflict do nothing`);
  }
  await sql`checkpoint`.catch(() => {});
  return workspaceId;
}

/**
 * The same for the same contacts, whatever their ids.
 * @throws Error when it is not all of them
 */
async function contentOf({ sql, contacts }: Bench, workspaceId: number): Promise<string> {
  const [row] = await sql.unsafe(`
    select count(*)::integer as count, coalesce(sum(hashtextextended(row(c.no, c.type, k.no, c.company_name, c.name,
      c.first_name, c.surname, c.post_code, c.city, c.country_code, c.territory_code, c.salesperson_code,
      c.organizational_level_code, c.correspondence_type, c.email, c.exclude_from_segment, c.privacy_blocked)::text, 0)), 0)
      as content
    from contacts c left join contacts k on k.workspace_id = c.workspace_id and k.id = c.company_id
    where c.workspace_id = ${workspaceId}`);
  if (row?.count !== contacts) throw new Error(`${row?.count} of ${contacts} contacts were imported.`);
  return String(row?.content);
}

/** Nothing refers to them yet; asking every other table whether it does takes longer than the import. */
async function remove({ sql, snapshot }: Bench, workspaceId: number): Promise<void> {
  await sql.begin(async (tx) => {
    if (snapshot.superuser) await tx.unsafe('set local session_replication_role = replica');
    await tx.unsafe(`delete from contacts where workspace_id = ${workspaceId}`);
  });
  await sql.unsafe('vacuum analyze contacts');
}
