import type { LineChanges, LineView } from '../../services/segments/types.ts';
import {
  asText,
  type FieldValues,
  KINDS,
  LINE_FIELDS,
  type LineFormField,
  OWN_BLANK,
  valuesOf,
} from '../segment-header/fields.ts';

type Values = FieldValues<LineFormField>;

/** What a line has of its own, as its form shows it; blank where it follows the header, or where a text is blank. */
export const ownValues = ({ line }: Pick<LineView, 'line'>): Values =>
  valuesOf(LINE_FIELDS, (field) => ({
    value:
      isBlank(line, field) && isSelect(field)
        ? OWN_BLANK
        : line.own.includes(field)
          ? asText(line[field])
          : '',
  }));

/** Texts that are empty because the line has a blank of its own, and not because it follows the header. */
export const blankTexts = ({ line }: Pick<LineView, 'line'>): LineFormField[] =>
  LINE_FIELDS.filter((field) => isBlank(line, field) && !isSelect(field));

const isBlank = (line: LineView['line'], field: LineFormField): boolean =>
  line.own.includes(field) && asText(line[field]) === '';

const isSelect = (field: LineFormField): boolean => ['choice', 'code'].includes(KINDS[field].kind);

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
  if (value === OWN_BLANK && isSelect(field)) return '';
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
