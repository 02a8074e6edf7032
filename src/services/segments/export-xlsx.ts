import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type Locale, translate } from '../../i18n/translate.ts';
import type { CsvColumn } from '../interactions/csv.ts';

/** XML 1.0 has no room for these, and Excel refuses the file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Rows as an Excel file; texts are texts in it, whatever they look like, so that nothing is run as a formula. */
export async function toXlsx<Row>(
  locale: Locale,
  columns: CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
): Promise<Buffer> {
  const sheet: SheetData = [
    columns.map(({ heading }) => ({ value: translate(locale, heading), type: String, fontWeight: 'bold' })),
  ];
  for await (const row of rows) sheet.push(columns.map(({ cell }) => excelCell(cell(row, locale))));
  return writeXlsxFile(sheet, { stickyRowsCount: 1 }).toBuffer();
}

const excelCell = (value: string | number) => {
  if (typeof value === 'number') return { value, type: Number };
  const text = value.replaceAll(FORBIDDEN, '');
  return text === '' ? null : { value: text, type: String };
};
