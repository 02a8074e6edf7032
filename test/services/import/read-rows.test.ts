import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type CsvRow, readRows } from '../../../src/services/import/read-rows.ts';
import { folderOf } from './support.ts';

let path: string;
beforeAll(async () => {
  path = join(await folderOf({}), 'rows.csv');
});

async function read(content: string | Buffer): Promise<CsvRow[]> {
  await writeFile(path, content);
  const rows: CsvRow[] = [];
  for await (const some of readRows(path, () => {})) rows.push(...some);
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'ø', ' ', 'x'), maxLength: 6 }),
);
const line = fc.tuple(fc.constant('first'), cell, cell);

it('gives back what was written, with the line where each row begins', async () => {
  const delimiter = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), delimiter, fc.boolean(), async (rows, end, bom) => {
      const written = rows.map((cells) =>
        stringify([cells], { record_delimiter: end, quoted_match: /[\r\n]/ }),
      );
      let at = 1;
      const expected = rows.map((cells, index) => {
        const start = at;
        at += written[index]?.match(/\r\n|\n|\r/g)?.length ?? 0;
        return { line: start, cells };
      });
      expect(await read((bom ? '\ufeff' : '') + written.join(''))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('reads characters that lie across its pieces', async () => {
  // 3 bytes do not divide the size of a piece, so some characters are cut.
  const value = '€'.repeat(300_000);
  expect(await read(`a,${value}`)).toEqual([{ line: 1, cells: ['a', value] }]);
});

it('ends with a problem, after the rows before it, for any bytes that are not UTF-8', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      const content = Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xff]), some]);
      const rows: CsvRow[] = [];
      await writeFile(path, content);
      const reading = async () => {
        for await (const more of readRows(path, () => {})) rows.push(...more);
      };
      await expect(reading()).rejects.toMatchObject({ name: 'FileProblem', line: 3 });
      expect(rows.map(({ cells }) => cells)).toEqual([['a'], ['b']]);
    }),
  );
});
