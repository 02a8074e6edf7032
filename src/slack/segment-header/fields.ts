import type { EditableLineField, HeaderChanges, HeaderField } from '../../services/segments/types.ts';
import type { CodeList } from '../../services/setup/search-codes.ts';
import type { Form } from '../listener.ts';

/** A field of a form for a header or a line. */
export type Field = HeaderField | EditableLineField;

export const HEADER_FIELDS = [
  'description',
  'campaignNo',
  'campaignTarget',
  'campaignResponse',
  'templateCode',
  'date',
  'salespersonCode',
  'unitCost',
  'unitDuration',
  'subject',
  'languageCode',
  'correspondenceType',
  'ignoreContactCorrespondenceType',
  'informationFlow',
  'initiatedBy',
] as const satisfies readonly (keyof HeaderChanges)[];
export type HeaderFormField = (typeof HEADER_FIELDS)[number];

export const LINE_FIELDS = [
  'description',
  'date',
  'time',
  'salespersonCode',
  'cost',
  'duration',
  'subject',
  'languageCode',
  'correspondenceType',
  'campaignTarget',
  'campaignResponse',
  'evaluation',
  'attemptFailed',
] as const satisfies readonly EditableLineField[];
export type LineFormField = (typeof LINE_FIELDS)[number];

export type Kind =
  | { kind: 'text'; max: number }
  | { kind: 'date' | 'time' | 'money' | 'minutes' | 'flag' }
  | { kind: 'code'; list: CodeList }
  | { kind: 'choice'; choices: readonly string[] };

/** Descriptions and subjects: `domain.md` §3.4, §3.5. */
const text: Kind = { kind: 'text', max: 100 };

export const KINDS: Record<Field, Kind> = {
  description: text,
  subject: text,
  date: { kind: 'date' },
  time: { kind: 'time' },
  campaignNo: { kind: 'code', list: 'campaigns' },
  templateCode: { kind: 'code', list: 'templates' },
  salespersonCode: { kind: 'code', list: 'salespeople' },
  languageCode: { kind: 'code', list: 'languages' },
  unitCost: { kind: 'money' },
  cost: { kind: 'money' },
  unitDuration: { kind: 'minutes' },
  duration: { kind: 'minutes' },
  correspondenceType: { kind: 'choice', choices: ['email', 'hard-copy'] },
  informationFlow: { kind: 'choice', choices: ['outbound', 'inbound'] },
  initiatedBy: { kind: 'choice', choices: ['us', 'them'] },
  evaluation: {
    kind: 'choice',
    choices: ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'],
  },
  // Only ever shown: they come with the template, or have a form of their own.
  groupCode: { kind: 'text', max: 10 },
  languages: text,
  attachmentId: text,
  campaignTarget: { kind: 'flag' },
  campaignResponse: { kind: 'flag' },
  ignoreContactCorrespondenceType: { kind: 'flag' },
  attemptFailed: { kind: 'flag' },
};

/** What a field holds, as text: a code, a date, a decimal, minutes, `yes` or `no`; blank for nothing. */
export interface FieldValue {
  value: string;
  /** What a code stands for. */
  name?: string;
}
export type FieldValues<F extends Field = Field> = Record<F, FieldValue>;

/** In selects, the choice that empties the field: an option cannot be blank. */
export const NOTHING = '-';

/** In selects of a line, the choice of nothing where the header says something; no code is in small letters. */
export const OWN_BLANK = 'blank';

/** Any value of a field as text. */
export function asText(value: string | number | boolean | null | undefined): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return value === null || value === undefined ? '' : String(value);
}

const FORM_NAMES: Partial<Record<Field, string>> = {
  campaignNo: 'campaign',
  templateCode: 'template',
  salespersonCode: 'salesperson',
  languageCode: 'language',
};

/** A field's name in a form: the one by which services report problems with what was chosen. */
export const formName = (field: Field): string => FORM_NAMES[field] ?? field;

/** What stands in a field's input, as text. */
export function typedText(form: Form, field: Field): string {
  const raw = form[formName(field)];
  const typed = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  if (typed === NOTHING) return '';
  return KINDS[field].kind === 'money' ? plainDecimal(typed) : typed;
}

/** `8`, `8.0` and `8,00` as `8.00`; what is no such number stays as it is, for the service to refuse. */
export function plainDecimal(text: string): string {
  const [, whole = '', decimals = ''] = /^0*(\d+)(?:[.,](\d*?)0*)?$/.exec(text) ?? [];
  return whole === '' ? text : `${whole}.${decimals.padEnd(2, '0')}`;
}

/** Fields in which two sets of values differ. */
export const changedFields = <F extends Field>(
  fields: readonly F[],
  before: FieldValues<F>,
  after: FieldValues<F>,
): F[] => fields.filter((field) => before[field].value !== after[field].value);

/**
 * What a form shows when its segment was changed meanwhile: what the person typed stays, every other field takes the
 * value that it has now, so that saving the form takes back nothing that somebody else has changed.
 */
export function mergeValues<F extends Field>(
  fields: readonly F[],
  { base, typed, now }: Record<'base' | 'typed' | 'now', FieldValues<F>>,
): FieldValues<F> {
  const own = new Set(changedFields(fields, base, typed));
  return valuesOf(fields, (field) => (own.has(field) ? typed[field] : now[field]));
}

/** A set of values, field by field. */
export const valuesOf = <F extends Field>(
  fields: readonly F[],
  value: (field: F) => FieldValue,
): FieldValues<F> => Object.fromEntries(fields.map((field) => [field, value(field)])) as FieldValues<F>;
