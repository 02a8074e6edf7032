import type { TemplateView } from '../../services/templates/show-template.ts';
import type { TemplateFields } from '../../services/templates/template-input.ts';
import { asText, type FieldValue, type FieldValues, valuesOf } from '../segment-header/fields.ts';
import { headerChanges } from '../segment-header/header-values.ts';

/** Fields of a template that a segment's header has too, in the order of the form. */
export const TEMPLATE_FIELDS = [
  'description',
  'unitCost',
  'unitDuration',
  'informationFlow',
  'initiatedBy',
  'correspondenceType',
  'ignoreContactCorrespondenceType',
  'campaignNo',
  'campaignTarget',
  'campaignResponse',
  'languageCode',
] as const;
export type TemplateFormField = (typeof TEMPLATE_FIELDS)[number];
export type TemplateValues = FieldValues<TemplateFormField>;

const named = (row: { code: string; description: string } | null): FieldValue =>
  row ? { value: row.code, name: row.description } : { value: '' };

/** What a template holds, as its form shows it; of a new one, what most have. */
export const templateValues = (template: TemplateView | undefined): TemplateValues =>
  valuesOf(TEMPLATE_FIELDS, (field) => {
    if (!template) return { value: NEW[field] ?? '' };
    if (field === 'campaignNo') return named(template.campaign);
    if (field === 'languageCode') return named(template.language);
    return { value: asText(template[field]) };
  });

/** What a template holds, for telling later what was changed: by its form, and by others meanwhile. */
export function baseOf(template: TemplateView): Record<string, string> {
  const values = templateValues(template);
  return {
    group: template.groupCode ?? '',
    ...Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, values[field].value])),
  };
}

/** `domain.md` §3.7: e-mail is where a new template begins. */
const NEW: Partial<Record<TemplateFormField, string>> = {
  unitCost: '0.00',
  unitDuration: '0',
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: 'email',
  ignoreContactCorrespondenceType: 'no',
  campaignTarget: 'no',
  campaignResponse: 'no',
};

/** What was typed, as the service takes it. */
export const templateFields = (typed: TemplateValues, groupCode: string | null): TemplateFields =>
  ({ ...headerChanges(TEMPLATE_FIELDS, typed), groupCode }) as TemplateFields;
