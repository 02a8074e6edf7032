import { measureAcknowledging } from './acknowledging.ts';
import { cases } from './cases/index.ts';
import { type BenchServer, withBenchDatabase } from './database.ts';
import { makeBench } from './fixture.ts';
import { measureImport } from './importing.ts';
import type { Latency } from './latencies.ts';
import { type Measured, measure } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { countReads, type Reads } from './reads.ts';
import { measureTypeahead } from './typeahead.ts';

export interface BenchResult {
  /** The server's version as it calls itself. */
  postgres: string;
  measured: Measured[];
  reads: Reads[];
  latencies: Latency[];
}

/** Measures every operation at every size, the largest last; each size has a database of its own. */
export async function runBench(
  server: BenchServer,
  { sizes, runs, only = '' }: Pick<BenchOptions, 'sizes' | 'runs' | 'only'>,
  log: (message: string) => void,
): Promise<BenchResult> {
  const result: BenchResult = { postgres: '', measured: [], reads: [], latencies: [] };
  const wanted = cases.filter((one) => one.name.includes(only));
  for (const contacts of sizes.toSorted((a, b) => a - b)) {
    await withBenchDatabase(server, async (connection, url) => {
      const [version] = await connection.sql<{ server_version: string }[]>`show server_version`;
      result.postgres = version?.server_version ?? '';
      log(`Making ${contacts.toLocaleString('en')} contacts`);
      const bench = await makeBench(connection, contacts);
      for (const one of wanted) {
        if (one.statistics === 'stale' && !bench.snapshot.superuser) {
          log(`${one.name}: left out, because only a superuser can make statistics stale`);
          continue;
        }
        const done = await measure(bench, one, runs);
        result.measured.push(done);
        log(`${one.name}: ${Math.round(done.serviceMs)} ms, by hand ${Math.round(done.floorMs)} ms`);
      }
      if (only === '') result.reads.push(...(await countReads(bench)));
      if ('search'.includes(only)) result.latencies.push(...(await measureTypeahead(bench)));
      if ('acknowledge'.includes(only)) result.latencies.push(...(await measureAcknowledging(bench, url)));
      // Last, because it leaves much behind for the server to clear away.
      if ('import'.includes(only)) result.measured.push(await measureImport(bench, runs));
    });
  }
  return result;
}
