import { cpus, totalmem } from 'node:os';
import { startServer } from './bench/database.ts';
import { type BenchOptions, readOptions, USAGE, UsageError } from './bench/options.ts';
import { latenciesTable, readsTable, timesTable } from './bench/report.ts';
import { runBench } from './bench/run.ts';
import { plainReason } from './plain-reason.ts';

/** Progress goes to standard error, the tables to standard output. */
const log = (message: string) => console.error(message);

async function main(options: BenchOptions): Promise<void> {
  const server = await startServer(options, log);
  const stop = stopOnSignal(server.stop);
  try {
    const { postgres, measured, reads, latencies } = await runBench(server, options, log);
    const gigabytes = Math.round(totalmem() / 1024 ** 3);
    console.log(
      `\n${cpus().length} cores, ${gigabytes} GB, Node ${process.version.slice(1)}, PostgreSQL ${postgres}, medians of ${options.runs}\n`,
    );
    if (measured.length > 0) console.log(timesTable(measured));
    if (reads.length > 0) console.log(`\n${readsTable(reads)}`);
    if (latencies.length > 0) console.log(`\n${latenciesTable(latencies)}`);
  } finally {
    await stop();
  }
}

/** Ctrl-C leaves no server behind. */
function stopOnSignal(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const once = () => {
    stopping ??= stop();
    return stopping;
  };
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.once(signal, () => void once().finally(() => process.exit(code)));
  }
  return once;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await main(options);
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof UsageError ? error.message : plainReason(error));
  process.exitCode = 1;
}
