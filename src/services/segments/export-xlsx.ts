import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type Locale, translate } from '../../i18n/translate.ts';
import type { CsvColumn } from '../interactions/csv.ts';

/** XML 1.0 has no room for these, and Excel refuses the file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The names of sheets have no room for these either, nor for more than 31 characters. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const MAX_NAME = 31;

/** Of a column, in characters: what is longer is cut off by the cell beside it, not lost. */
const MAX_WIDTH = 50;
/** For the borders, and for bold headings. */
const PADDING = 2;

const DATE = { en: 'd mmm yyyy', da: 'dd-mm-yyyy' } as const satisfies Record<Locale, string>;
const AMOUNT = '#,##0.00';

/**
 * Rows as an Excel file of one sheet, its columns as wide as what they hold. Texts are texts in it, whatever they look
 * like, so that nothing is run as a formula; dates and amounts are what Excel can sort and add up.
 */
export async function toXlsx<Row>(
  locale: Locale,
  columns: CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  name: string,
): Promise<Buffer> {
  const headings = columns.map(({ heading }) => translate(locale, heading));
  const widths = headings.map(({ length }) => length);
  const sheet: SheetData = [headings.map((value) => ({ value, type: String, fontWeight: 'bold' }))];
  for await (const row of rows) {
    const cells = columns.map(({ cell }) => cell(row, locale));
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, String(cell).length);
    sheet.push(cells.map((cell, at) => excelCell(cell, columns[at]?.kind, locale)));
  }
  return writeXlsxFile(sheet, {
    sheet: name.replaceAll(NOT_IN_NAMES, ' ').slice(0, MAX_NAME),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width: Math.min(width, MAX_WIDTH) + PADDING })),
  }).toBuffer();
}

function excelCell(value: string | number, kind: CsvColumn<unknown>['kind'], locale: Locale) {
  if (typeof value === 'number')
    return { value, type: Number, ...(kind === 'amount' ? { format: AMOUNT } : {}) };
  const text = value.replaceAll(FORBIDDEN, '');
  if (text === '') return null;
  if (kind !== 'date') return { value: text, type: String };
  return { value: new Date(`${text}T00:00:00Z`), type: Date, format: DATE[locale] };
}
