import { stringify } from 'csv-stringify';
import type { Context } from '../../core/context.ts';
import { type Locale, type MessageKey, translate } from '../../i18n/translate.ts';
import { streamEntries } from './log-entries.ts';
import type { LogEntryRow } from './types.ts';

/** A column: the key of its heading, and its cell. Numbers stay numbers, so that sheets can add them up. */
export interface CsvColumn<Row> {
  heading: MessageKey;
  cell: (row: Row, locale: Locale) => string | number;
  /** What Excel shows it as: a business date (`YYYY-MM-DD`), or an amount of money. */
  kind?: 'date' | 'amount';
}

/** A decimal point, or a comma where sheets expect one. */
export const decimal = (amount: string, locale: Locale): string =>
  locale === 'da' ? amount.replace('.', ',') : amount;

/**
 * Rows as CSV for spreadsheets: with a byte order mark, so that æøå survive; with the separator that the reader's
 * language expects (Danish sheets: semicolon); and with `'` before a cell that a sheet would take for a formula.
 */
export async function toCsv<Row>(
  locale: Locale,
  columns: CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
): Promise<Buffer> {
  const csv = stringify({
    bom: true,
    delimiter: locale === 'da' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  const read = collect(csv);
  csv.write(columns.map((column) => translate(locale, column.heading)));
  try {
    for await (const row of rows) {
      if (csv.write(columns.map((column) => column.cell(row, locale)))) continue;
      await new Promise((resolve) => csv.once('drain', resolve));
    }
    csv.end();
  } catch (error) {
    csv.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  return read;
}

async function collect(stream: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const correspondence: Record<LogEntryRow['correspondenceType'], MessageKey | null> = {
  '': null,
  email: 'csv.correspondence.email',
  'hard-copy': 'csv.correspondence.hardCopy',
};

const columns: CsvColumn<LogEntryRow>[] = [
  { heading: 'csv.entryNo', cell: (row) => row.entryId },
  { heading: 'csv.contactNo', cell: (row) => row.contactNo },
  { heading: 'csv.name', cell: (row) => row.contactName },
  { heading: 'csv.companyName', cell: (row) => row.companyName },
  { heading: 'csv.date', cell: (row) => row.date },
  { heading: 'csv.description', cell: (row) => row.description },
  { heading: 'csv.template', cell: (row) => row.templateCode },
  { heading: 'csv.cost', cell: (row, locale) => decimal(row.cost, locale) },
  { heading: 'csv.duration', cell: (row) => row.duration },
  { heading: 'csv.salesperson', cell: (row) => row.salespersonCode },
  {
    heading: 'csv.correspondence',
    cell: (row, locale) => {
      const key = correspondence[row.correspondenceType];
      return key ? translate(locale, key) : '';
    },
  },
  {
    heading: 'csv.canceled',
    cell: (row, locale) => translate(locale, row.canceled ? 'csv.yes' : 'csv.no'),
  },
];

/** All interactions of a logged segment as CSV, in the reader's language. */
export const entriesCsv = (ctx: Context, input: { loggedSegmentId: number }): Promise<Buffer> =>
  toCsv(ctx.locale, columns, streamEntries(ctx, input.loggedSegmentId));
