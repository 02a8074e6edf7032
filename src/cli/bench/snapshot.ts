import type { Sql } from './database.ts';

/** What the measured operations write to, parents before children. */
const TABLES = [
  'number_series',
  'segments',
  'segment_steps',
  'segment_lines',
  'approval_requests',
  'log_runs',
  'logged_segments',
  'campaign_entries',
  'interaction_log_entries',
  'channel_posts',
  'audit_log',
  'handled_requests',
  'drafts',
] as const;

/** Those with a row per contact; what points at them (comments, calls) has no rows here. */
const LARGE: readonly (typeof TABLES)[number][] = ['segment_lines', 'interaction_log_entries'];

export type Statistics =
  /** Vacuumed and analyzed: the database knows what the tables hold. */
  | 'fresh'
  /** As if the lines had been analyzed while there were none. */
  | 'stale';

/** Keeps copies of the tables that are written to and puts them back, rows in the same order on disk. */
export class Snapshot {
  readonly #sql: Sql;
  /** Only a superuser may skip foreign keys and clear statistics. */
  readonly superuser: boolean;

  /** Those of the lines beside the primary key: the one large table, which is filled in half the time without. */
  readonly #indexes: { name: string; definition: string }[];

  private constructor(sql: Sql, superuser: boolean, indexes: { name: string; definition: string }[]) {
    this.#sql = sql;
    this.superuser = superuser;
    this.#indexes = indexes;
  }

  /** Keeps the first copy. Autovacuum is off from here on: it would strike in the middle of something measured. */
  static async prepare(sql: Sql, superuser: boolean): Promise<Snapshot> {
    const off = TABLES.map((table) => `alter table ${table} set (autovacuum_enabled = false)`);
    await sql.unsafe(off.join(';'));
    await sql`vacuum (analyze)`;
    const indexes = await sql<{ name: string; definition: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
      from pg_index where indrelid = 'segment_lines'::regclass and not indisprimary`;
    const snapshot = new Snapshot(sql, superuser, [...indexes]);
    await snapshot.keep('base');
    return snapshot;
  }

  /** Copies the tables as they are now. */
  async keep(name: string): Promise<void> {
    await this.#sql.unsafe(`drop schema if exists bench_${name} cascade; create schema bench_${name};
      ${TABLES.map((table) => `create unlogged table bench_${name}.${table} as table ${table}`).join(';')}`);
  }

  /** Makes the tables what they were when the copy was made. */
  async putBack(name: string, statistics: Statistics = 'fresh'): Promise<void> {
    const sql = this.#sql;
    await sql.unsafe(`truncate ${LARGE.join(', ')} cascade`);
    if (statistics === 'stale') await this.#forget();
    await sql.begin(async (tx) => {
      for (const { name } of this.#indexes) await tx.unsafe(`drop index ${name}`);
      if (this.superuser) await tx.unsafe('set local session_replication_role = replica');
      // To truncate them as well would take longer: each has files to be made anew.
      const small = TABLES.filter((table) => !LARGE.includes(table)).toReversed();
      await tx.unsafe(small.map((table) => `delete from ${table}`).join(';'));
      for (const table of TABLES) {
        await tx.unsafe(`insert into ${table} overriding system value select * from bench_${name}.${table}`);
      }
      for (const { definition } of this.#indexes) await tx.unsafe(definition);
    });
    // Reading every row once leaves none that the measured statement would have to mark as committed.
    if (statistics === 'stale') await sql.unsafe('select count(*) from segment_lines where live');
    else await sql.unsafe(`vacuum (analyze) ${TABLES.join(', ')}`);
    if (this.superuser) await sql`checkpoint`;
  }

  async #forget(): Promise<void> {
    await this.#sql.unsafe(`vacuum (analyze) segment_lines;`);
    await this.#sql.unsafe(`delete from pg_statistic where starelid = 'segment_lines'::regclass`);
  }
}
