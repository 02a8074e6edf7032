import type { LineChanges, LineView } from '../../services/segments/types.ts';
import {
  asText,
  type FieldValues,
  LINE_FIELDS,
  type LineFormField,
  valuesOf,
} from '../segment-header/fields.ts';

type Values = FieldValues<LineFormField>;

/** What a line has of its own, as its form shows it; blank where it follows the header. */
export const ownValues = ({ line }: Pick<LineView, 'line'>): Values =>
  valuesOf(LINE_FIELDS, (field) => ({ value: line.own.includes(field) ? asText(line[field]) : '' }));

/** What a line would say if it had nothing of its own. */
export const inheritedValues = ({ inherited }: Pick<LineView, 'inherited'>): Values =>
  valuesOf(LINE_FIELDS, (field) => ({ value: asText(inherited[field]) }));

/** The fields that the person has changed, as the service takes them; null: as the header has it again. */
export function lineChanges(fields: readonly LineFormField[], typed: Values): LineChanges {
  const changes: Record<string, string | number | boolean | null> = {};
  for (const field of fields) changes[field] = changeOf(field, typed[field].value);
  return changes as LineChanges;
}

function changeOf(field: LineFormField, value: string): string | number | boolean | null {
  if (value === '') return null;
  switch (field) {
    case 'campaignTarget':
    case 'campaignResponse':
    case 'attemptFailed':
      return value === 'yes';
    case 'duration':
      return Number(value);
    default:
      return value;
  }
}
