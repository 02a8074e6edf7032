import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import { showSegment } from '../../services/segments/show-segment.ts';
import type { Bench } from './fixture.ts';

export interface Reads {
  name: string;
  contacts: number;
  /** Rows that were read to show what is shown, from tables and by way of indexes. */
  rows: number;
  /** Blocks of 8 kB that were looked at, in tables and indexes of the application. */
  blocks: number;
}

/** What opening a card or the list reads, as the server counted it for the transaction. */
export async function countReads(bench: Bench): Promise<Reads[]> {
  await bench.snapshot.putBack('base');
  return [
    await reads(bench, 'open the card of half', (ctx) => showSegment(ctx, { no: bench.half })),
    await reads(bench, 'list the segments', (ctx) => listSegments(ctx)),
  ];
}

function reads(bench: Bench, name: string, work: (ctx: MemberContext) => Promise<unknown>): Promise<Reads> {
  return inTransaction(bench.rep, async (ctx) => {
    // The connection may still hold figures of transactions before this one.
    const before = await readCounters(ctx);
    await work(ctx);
    const after = await readCounters(ctx);
    const { contacts } = bench;
    return { name, contacts, rows: after.rows - before.rows, blocks: after.blocks - before.blocks };
  });
}

async function readCounters({ tx }: TransactionContext): Promise<{ rows: number; blocks: number }> {
  const [row] = await tx.execute<{ rows: number; blocks: number }>(`
    select
      (select sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r')::int as rows,
      (select sum(pg_stat_get_xact_blocks_fetched(oid)) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'i'))::int as blocks`);
  if (!row) throw new Error('The server has no counters.');
  return row;
}
