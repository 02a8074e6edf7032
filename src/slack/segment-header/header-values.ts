import type { HeaderChanges, SegmentHeader } from '../../services/segments/types.ts';
import {
  asText,
  type FieldValue,
  type FieldValues,
  HEADER_FIELDS,
  type HeaderFormField,
  valuesOf,
} from './fields.ts';

const named = (code: string | undefined, name: string | undefined): FieldValue => ({
  value: code ?? '',
  ...(name ? { name } : {}),
});

/** What a header holds, as its form shows it. */
export function headerValues(header: SegmentHeader): FieldValues<HeaderFormField> {
  const { campaign, template, salesperson, language } = header;
  return valuesOf(HEADER_FIELDS, (field) => {
    switch (field) {
      case 'campaignNo':
        return named(campaign?.no, campaign?.description);
      case 'templateCode':
        return named(template?.code, template?.description);
      case 'salespersonCode':
        return named(salesperson?.code, salesperson?.name);
      case 'languageCode':
        return named(language?.code, language?.description);
      default:
        return { value: asText(header[field]) };
    }
  });
}

/** The fields that the person has changed, as the service takes them; what cannot be, it refuses at the field. */
export function headerChanges<F extends HeaderFormField>(
  fields: readonly F[],
  typed: FieldValues<F>,
): HeaderChanges {
  const changes: Record<string, string | number | boolean | null> = {};
  for (const field of fields) changes[field] = changeOf(field, typed[field].value);
  return changes as HeaderChanges;
}

function changeOf(field: HeaderFormField, value: string): string | number | boolean | null {
  switch (field) {
    case 'campaignNo':
    case 'templateCode':
    case 'salespersonCode':
    case 'languageCode':
      return value === '' ? null : value;
    case 'campaignTarget':
    case 'campaignResponse':
    case 'ignoreContactCorrespondenceType':
      return value === 'yes';
    case 'unitCost':
      return value === '' ? '0.00' : value;
    case 'unitDuration':
      return value === '' ? 0 : Number(value);
    default:
      return value;
  }
}
