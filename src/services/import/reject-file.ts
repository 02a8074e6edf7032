import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { fileError } from './import-error.ts';
import type { Problems } from './problems.ts';

const HEADER = ['file', 'line', 'column', 'value', 'reason'];

/** Writes everything that was found wrong, in order, in bounded memory. Cells cannot be formulas. */
export async function writeRejects(path: string, problems: Problems, fileNames: string[]): Promise<void> {
  async function* rows() {
    for await (const some of problems.inOrder()) {
      for (const { fileNo, line, column, value, reason } of some) {
        yield [fileNames[fileNo] ?? '', line, column ?? '', value, reason];
      }
    }
  }
  try {
    await pipeline(
      Readable.from(rows()),
      stringify({ header: true, columns: HEADER, escape_formulas: true }),
      createWriteStream(path),
    );
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(path, error) : error;
  }
}

/** Takes away the rejects of an earlier run, so that nobody takes them for this one's. Other files stay. */
export async function removeOldRejects(path: string): Promise<void> {
  const start = `${HEADER.join(',')}\n`;
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return;
  const beginning = await file
    .read(Buffer.alloc(start.length), 0, start.length, 0)
    .catch((error: unknown) => {
      throw fileError(path, error);
    })
    .finally(() => file.close());
  if (beginning.buffer.toString() === start) await rm(path);
}
