import { distance } from 'fastest-levenshtein';

/** The tables whose codes a field holds. */
export type CodeTable =
  | 'countries'
  | 'territories'
  | 'salespeople'
  | 'languages'
  | 'currencies'
  | 'organizationalLevels'
  | 'salutations'
  | 'industryGroups'
  | 'mailingGroups'
  | 'jobResponsibilities'
  | 'businessRelations';

/**
 * What a field's values are: `code` is compared in upper case, `text` ignores case unless exact case is asked for,
 * `choice` is one of `values`, `profile` an answer in a profile questionnaire.
 */
export type FieldKind = 'code' | 'text' | 'choice' | 'profile';

export interface FieldDefinition {
  readonly kind: FieldKind;
  /** The table that lists a code field's codes; a number has none. */
  readonly table?: CodeTable;
  /** A choice's values. */
  readonly values?: readonly string[];
  /** False for a field that always has a value. */
  readonly blankable: boolean;
  /** A contact may have many of these: a term is met when one of them meets it. */
  readonly many: boolean;
}

const text = { kind: 'text', blankable: true, many: false } as const;
const code = (table?: CodeTable) =>
  ({ kind: 'code', ...(table && { table }), blankable: true, many: false }) as const;
const choice = (values: readonly string[], blankable = false) =>
  ({ kind: 'choice', values, blankable, many: false }) as const;
const linked = (table: CodeTable) => ({ kind: 'code', table, blankable: true, many: true }) as const;

/** Fields of the contact itself, which its company has too (`company.country`). */
const ownFields = {
  no: code(),
  name: text,
  type: choice(['company', 'person']),
  country: code('countries'),
  territory: code('territories'),
  salesperson: code('salespeople'),
  language: code('languages'),
  currency: code('currencies'),
  city: text,
  'post-code': text,
  email: text,
  phone: text,
  'job-title': text,
  level: code('organizationalLevels'),
  salutation: code('salutations'),
  correspondence: choice(['hard-copy', 'email'], true),
  excluded: choice(['yes', 'no']),
} satisfies Record<string, FieldDefinition>;

/** Lists that belong to the contact, or to its company (`domain.md` §4.2). */
const listFields = {
  industry: linked('industryGroups'),
  mailing: linked('mailingGroups'),
  job: linked('jobResponsibilities'),
  relation: linked('businessRelations'),
  profile: { kind: 'profile', blankable: true, many: true },
} satisfies Record<string, FieldDefinition>;

export type OwnField = keyof typeof ownFields;
export type ListField = keyof typeof listFields;
export type FieldName = OwnField | 'company' | 'company-no' | `company.${OwnField}` | ListField;

const definitions = new Map<FieldName, FieldDefinition>();
for (const [name, field] of Object.entries(ownFields)) definitions.set(name as OwnField, field);
definitions.set('company', text);
definitions.set('company-no', code());
for (const [name, field] of Object.entries(listFields)) definitions.set(name as ListField, field);
for (const [name, field] of Object.entries(ownFields)) definitions.set(`company.${name as OwnField}`, field);

/** Every field that criteria may name, in the order in which they are offered. */
export const fieldNames: readonly FieldName[] = [...definitions.keys()];

/** What a field holds. */
export function fieldDefinition(name: FieldName): FieldDefinition {
  const definition = definitions.get(name);
  if (!definition) throw new Error(`There is no field ${name}.`);
  return definition;
}

/** True for the fields a contact may have many of. */
export const isListField = (name: FieldName): name is ListField => name in listFields;

/** The field of the company that `company.…` names. */
export const companyField = (name: FieldName): OwnField | undefined =>
  name.startsWith('company.') ? (name.slice('company.'.length) as OwnField) : undefined;

/** The field without its owner: `company.country` is called what `country` is called. */
export const bareField = (name: FieldName): Exclude<FieldName, `company.${string}`> =>
  companyField(name) ?? (name as Exclude<FieldName, `company.${string}`>);

/** Other spellings that people try, and the Danish words; criteria are always written back with the real name. */
const aliases: Record<string, FieldName> = {
  number: 'no',
  region: 'country',
  'country-code': 'country',
  'sales-person': 'salesperson',
  postcode: 'post-code',
  zip: 'post-code',
  'e-mail': 'email',
  mail: 'email',
  telephone: 'phone',
  title: 'job-title',
  'company-name': 'company',
  'mailing-group': 'mailing',
  'industry-group': 'industry',
  'job-responsibility': 'job',
  'business-relation': 'relation',
  nr: 'no',
  nummer: 'no',
  navn: 'name',
  virksomhed: 'company',
  virksomhedsnr: 'company-no',
  land: 'country',
  distrikt: 'territory',
  sælger: 'salesperson',
  sprog: 'language',
  valuta: 'currency',
  by: 'city',
  postnr: 'post-code',
  postnummer: 'post-code',
  telefon: 'phone',
  stilling: 'job-title',
  niveau: 'level',
  starthilsen: 'salutation',
  korrespondance: 'correspondence',
  udeladt: 'excluded',
  branche: 'industry',
  jobansvar: 'job',
  profil: 'profile',
};

const spelled = (written: string) =>
  written
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^virksomhed\./, 'company.');

/** The field that a person means by a word, in any case, in English or Danish. */
export function findField(written: string): FieldName | undefined {
  const word = spelled(written);
  if (definitions.has(word as FieldName)) return word as FieldName;
  const [owner, own] = word.startsWith('company.') ? ['company.', word.slice('company.'.length)] : ['', word];
  const found = Object.hasOwn(aliases, own) ? aliases[own] : undefined;
  if (!found) return undefined;
  const name = `${owner}${found}` as FieldName;
  return definitions.has(name) ? name : undefined;
}

/** The known field nearest to a misspelled word, if any is near enough to be what was meant. */
export function nearestField(written: string): FieldName | undefined {
  const word = spelled(written);
  const known = [...fieldNames, ...Object.keys(aliases)];
  const near = nearest(word, known);
  return near === undefined ? undefined : findField(near);
}

/** Of several words the one with the fewest differences, unless so many differ that it is only a guess. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const differences = distance(word, candidate);
    if (differences < fewest) {
      fewest = differences;
      best = candidate;
    }
  }
  return best;
}

/** Other words for the values of choices. */
const choiceAliases: Record<string, string> = {
  companies: 'company',
  virksomhed: 'company',
  virksomheder: 'company',
  people: 'person',
  persons: 'person',
  personer: 'person',
  'hard copy': 'hard-copy',
  hardcopy: 'hard-copy',
  papirkopi: 'hard-copy',
  mail: 'email',
  'e-mail': 'email',
  true: 'yes',
  ja: 'yes',
  false: 'no',
  nej: 'no',
};

/** The value of a choice that a word means, in any case, in English or Danish. */
export function findChoice(field: FieldDefinition, written: string): string | undefined {
  const word = written.toLowerCase();
  const value = Object.hasOwn(choiceAliases, word) ? choiceAliases[word] : word;
  return field.values?.find((one) => one === value);
}
