import { parseArgs } from 'node:util';
import { plainReason } from '../plain-reason.ts';

export const USAGE = `npm run bench -- [--sizes 10000,100000,1000000] [--runs 5] [--only WORDS]
                  [--data-dir FOLDER | --database-url URL]

Measures the services beside plain SQL with the same effect (docs/performance.md).
  --sizes N,…         how many contacts, one database each
  --runs N            how often each operation runs; the median counts
  --only WORDS        only operations whose name contains these words; also: import, search, acknowledge
  --data-dir FOLDER   where the built-in Postgres keeps its files (a temporary folder, removed afterwards)
  --database-url URL  a server to use instead; the account must be allowed to create databases`;

const DEFAULT_SIZES = '10000,100000,1000000';
/** Fewer contacts than this leave some operations with nothing to do. */
const LEAST = 200;

export interface BenchOptions {
  sizes: number[];
  runs: number;
  only?: string;
  dataDir?: string;
  databaseUrl?: string;
}

/** What was asked for is not possible; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * @returns nothing when only help was asked for
 * @throws UsageError
 */
export function readOptions(args: string[]): BenchOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const sizes = (values.sizes ?? DEFAULT_SIZES).split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= LEAST)) {
    throw new UsageError(`--sizes should be whole numbers from ${LEAST}, separated by commas.`);
  }
  const runs = Number(values.runs ?? 5);
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError('--runs should be a whole number from 1.');
  const dataDir = values['data-dir'];
  const databaseUrl = values['database-url'];
  if (dataDir !== undefined && databaseUrl !== undefined) {
    throw new UsageError('Give --data-dir or --database-url, not both.');
  }
  return {
    sizes,
    runs,
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { sizes: text, runs: text, only: text, 'data-dir': text, 'database-url': text } as const;
    return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    throw new UsageError(`${plainReason(error)}\n\n${USAGE}`);
  }
}
