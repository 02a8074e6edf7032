import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { toXlsx } from '../segments/export-xlsx.ts';
import { type CsvColumn, decimal, toCsv } from './csv.ts';
import {
  type InteractionFilter,
  interactionFilter,
  readFilter,
  type ScopeName,
} from './interaction-filter.ts';
import { type InteractionRow, streamInteractions } from './interaction-rows.ts';

export type InteractionFormat = 'csv' | 'xlsx';

const text = (
  heading: MessageKey,
  field: {
    [Name in keyof InteractionRow]: InteractionRow[Name] extends string ? Name : never;
  }[keyof InteractionRow],
): CsvColumn<InteractionRow> => ({ heading, cell: (row) => row[field] });

const flag = (heading: MessageKey, field: 'attemptFailed' | 'canceled'): CsvColumn<InteractionRow> => ({
  heading,
  cell: (row, locale) => translate(locale, row[field] ? 'csv.yes' : 'csv.no'),
});

/** Amounts are numbers in Excel; in CSV they are written as the reader's sheets expect them. */
const columns = (format: InteractionFormat): CsvColumn<InteractionRow>[] => [
  { heading: 'csv.entryNo', cell: (row) => row.entryId },
  { ...text('csv.date', 'date'), kind: 'date' },
  text('csv.time', 'time'),
  text('csv.contactNo', 'contactNo'),
  text('csv.name', 'contactName'),
  text('csv.companyName', 'companyName'),
  text('csv.template', 'templateCode'),
  text('csv.description', 'description'),
  text('csv.subject', 'subject'),
  {
    heading: 'csv.evaluation',
    cell: ({ evaluation }, locale) =>
      evaluation === '' ? '' : translate(locale, `criteria.choice.${evaluation}`),
  },
  flag('csv.attemptFailed', 'attemptFailed'),
  text('csv.salesperson', 'salespersonCode'),
  text('csv.loggedBy', 'loggedBy'),
  text('csv.campaign', 'campaignNo'),
  text('csv.segment', 'segmentNo'),
  { heading: 'csv.loggedEntry', cell: ({ loggedEntryNo }) => loggedEntryNo ?? '' },
  {
    heading: 'csv.cost',
    kind: 'amount',
    cell: ({ cost }, locale) => (format === 'xlsx' ? Number(cost) : decimal(cost, locale)),
  },
  { heading: 'csv.duration', cell: (row) => row.duration },
  { heading: 'csv.comments', cell: (row) => row.comments },
  flag('csv.canceled', 'canceled'),
];

export interface InteractionsFile {
  scope: ScopeName;
  filter: InteractionFilter;
  content: Buffer;
}

/** The interactions that a filter finds, the latest first, as a file with headings in the reader's language. */
export async function interactionsFile(
  ctx: Context,
  input: { filter: unknown; format: InteractionFormat },
): Promise<InteractionsFile> {
  requireInsider(ctx);
  const { format } = input;
  const filter = interactionFilter.parse(input.filter);
  const { condition, scope } = await readFilter(ctx, filter);
  const rows = streamInteractions(ctx, condition);
  const content =
    format === 'xlsx'
      ? await toXlsx(ctx.locale, columns(format), rows, translate(ctx.locale, 'interactions.button'))
      : await toCsv(ctx.locale, columns(format), rows);
  return { scope, filter, content };
}
