import { expect, it } from 'vitest';
import type { CsvColumn } from '../../../src/services/interactions/csv.ts';
import { toXlsx } from '../../../src/services/segments/export-xlsx.ts';
import { unzip } from '../../support/unzip.ts';

interface Row {
  date: string;
  name: string;
  cost: number;
}

const columns: CsvColumn<Row>[] = [
  { heading: 'csv.date', cell: ({ date }) => date, kind: 'date' },
  { heading: 'csv.name', cell: ({ name }) => name },
  { heading: 'csv.cost', cell: ({ cost }) => cost, kind: 'amount' },
];

async function* rows(): AsyncGenerator<Row> {
  yield { date: '2026-11-25', name: '=1+1', cost: 12.5 };
  yield { date: '', name: 'x'.repeat(200), cost: 0 };
}

const made = async (name: string, locale: 'en' | 'da' = 'en') =>
  unzip(await toXlsx(locale, columns, rows(), name));

it('has dates and amounts that Excel can sort and add up, and texts that are texts', async () => {
  const files = await made('SM00001');
  const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
  // 46351 is 25 November 2026, counted in days as Excel does.
  expect(sheet).toMatch(/<v>46351<\/v>/);
  expect(sheet).toMatch(/<v>12\.5<\/v>/);
  expect(sheet).not.toContain('<f>');
  expect(files['xl/styles.xml']).toContain('d mmm yyyy');
  expect((await made('SM00001', 'da'))['xl/styles.xml']).toContain('dd-mm-yyyy');
});

it('has columns as wide as what they hold, within reason', async () => {
  const sheet = (await made('SM00001'))['xl/worksheets/sheet1.xml'] ?? '';
  expect([...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([12, 52, 6]);
});

it('names its sheet as Excel allows', async () => {
  expect((await made('SM00001'))['xl/workbook.xml']).toContain('name="SM00001"');
  expect((await made(`a/b:${'c'.repeat(40)}`))['xl/workbook.xml']).toContain(`name="a b ${'c'.repeat(27)}"`);
});
