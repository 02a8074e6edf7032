import type { Locale } from '../../i18n/translate.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { say } from '../text.ts';
import { UsageError } from './command/usage.ts';

export type FileFormat = 'csv' | 'xlsx';

/** What stands behind `/segment export NO`; nothing means CSV. @throws UsageError for anything else */
export function fileFormat(typed: string): FileFormat {
  const word = typed.trim().toLowerCase();
  if (word === '' || word === 'csv') return 'csv';
  if (word === 'xlsx' || word === 'excel') return 'xlsx';
  throw new UsageError('export.usage');
}

/** The contacts are on their way. */
export function exportMessage(locale: Locale, no: string, format: FileFormat = 'csv'): SlackMessage {
  const text = say(locale, format === 'xlsx' ? 'export.started.xlsx' : 'segments.export.started', { no });
  return message(text, [section(text)]);
}
