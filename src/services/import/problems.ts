import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { clip } from './cells.ts';

/** What is wrong with one cell, row or file. */
export interface Problem {
  /** Position of the file among those read, for the order of the reject file. */
  fileNo: number;
  /** 1-based. */
  line: number;
  column: string | null;
  value: string;
  /** Reads on after the value: `is not a date such as 2026-12-31`. */
  reason: string;
}

const BATCH = 1000;

/**
 * Collects what is wrong in a table of the transaction: there may be as many problems as cells, and those found
 * by SQL never come here.
 */
export class Problems {
  readonly #tx: Transaction;
  #waiting: Problem[] = [];

  private constructor(tx: Transaction) {
    this.#tx = tx;
  }

  static async open(tx: Transaction): Promise<Problems> {
    await tx.execute(sql`
      create temp table import_problems (
        file_no int not null, line int not null, column_name text, value text not null, reason text not null
      ) on commit drop`);
    return new Problems(tx);
  }

  async add(problem: Problem): Promise<void> {
    this.#waiting.push({ ...problem, value: clip(problem.value) });
    if (this.#waiting.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const found = this.#waiting;
    if (found.length === 0) return;
    this.#waiting = [];
    const all = <Key extends keyof Problem>(key: Key) => sql.param(found.map((problem) => problem[key]));
    await this.#tx.execute(sql`
      insert into import_problems
      select * from unnest(
        ${all('fileNo')}::int[], ${all('line')}::int[], ${all('column')}::text[], ${all('value')}::text[],
        ${all('reason')}::text[])`);
  }

  /** How many rows have a problem. */
  async countRows(): Promise<number> {
    await this.flush();
    const [row] = await this.#tx.execute<{ count: string }>(
      sql`select count(*) as count from (select distinct file_no, line from import_problems) rows`,
    );
    return Number(row?.count ?? 0);
  }

  /** All of them in order of file and line, some at a time. */
  async *inOrder(): AsyncGenerator<Problem[]> {
    await this.#tx.execute(sql`
      declare import_rejects no scroll cursor for
      select file_no as "fileNo", line, column_name as "column", value, reason
      from import_problems order by file_no, line, column_name, reason`);
    for (;;) {
      const some = await this.#tx.execute<Problem & Record<string, unknown>>(
        sql.raw(`fetch ${BATCH} from import_rejects`),
      );
      if (some.length === 0) break;
      yield some;
    }
    await this.#tx.execute(sql`close import_rejects`);
  }
}
