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
  | 'businessRelations'
  | 'campaigns'
  | 'interactionTemplates'
  | 'segments'
  | 'loggedSegments';

/**
 * What a field's values are: `code` is compared in upper case, `text` ignores case unless exact case is asked for,
 * `choice` is one of `values`, `profile` an answer in a profile questionnaire, `date` a day (`YYYY-MM-DD`), `number` a
 * whole number from 0 on.
 */
export type FieldKind = 'code' | 'text' | 'choice' | 'profile' | 'date' | 'number';

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
const date = (blankable: boolean, many: boolean) => ({ kind: 'date', blankable, many }) as const;
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

/** When the contact itself was made, and last changed: days in the zone that the criteria name. */
const instantFields = {
  created: date(false, false),
  modified: date(false, false),
} satisfies Record<string, FieldDefinition>;

/** What the contact is a member of. Each test is one of its own: `<>X` is met by those who are not in X. */
const membershipFields = {
  segment: linked('segments'),
  logged: { kind: 'number', table: 'loggedSegments', blankable: true, many: true },
} satisfies Record<string, FieldDefinition>;

/** The contact's own interactions that were not canceled (`domain.md` §4.2). */
const interactionFields = {
  'interaction.date': date(true, true),
  'interaction.campaign': linked('campaigns'),
  'interaction.template': linked('interactionTemplates'),
  'interaction.evaluation': {
    ...choice(['very-positive', 'positive', 'neutral', 'negative', 'very-negative'], true),
    many: true,
  },
  'interaction.salesperson': linked('salespeople'),
  'interaction.count': { kind: 'number', blankable: false, many: false },
} satisfies Record<string, FieldDefinition>;

/** The contact's own opportunities, closed ones too. What nobody has estimated is worth 0. */
const opportunityFields = {
  'opportunity.status': { ...choice(['not-started', 'in-progress', 'won', 'lost'], true), many: true },
  'opportunity.value': { kind: 'number', blankable: false, many: true },
  'opportunity.campaign': linked('campaigns'),
  'opportunity.count': { kind: 'number', blankable: false, many: false },
} satisfies Record<string, FieldDefinition>;

export type OwnField = keyof typeof ownFields;
export type ListField = keyof typeof listFields;
export type InstantField = keyof typeof instantFields;
export type MembershipField = keyof typeof membershipFields;
export type InteractionField = keyof typeof interactionFields;
export type OpportunityField = keyof typeof opportunityFields;
export type FieldName =
  | OwnField
  | 'company'
  | 'company-no'
  | `company.${OwnField}`
  | ListField
  | InstantField
  | MembershipField
  | InteractionField
  | OpportunityField;

const definitions = new Map<FieldName, FieldDefinition>();
const define = (fields: Record<string, FieldDefinition>, prefix = '') => {
  for (const [name, field] of Object.entries(fields)) definitions.set(`${prefix}${name}` as FieldName, field);
};
define(ownFields);
define(instantFields);
define({ company: text, 'company-no': code() });
define(listFields);
define(membershipFields);
define(interactionFields);
define(opportunityFields);
define(ownFields, 'company.');

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

export const isInstantField = (name: FieldName): name is InstantField => name in instantFields;
export const isMembershipField = (name: FieldName): name is MembershipField => name in membershipFields;

/** What a contact may have several of, each with fields of its own that are asked for together. */
export const FAMILIES = ['interaction', 'opportunity'] as const;
export type Family = (typeof FAMILIES)[number];
export type FamilyField = InteractionField | OpportunityField;

/** The family that a field is of, if any. */
export function familyOf(name: FieldName): Family | undefined {
  if (name in interactionFields) return 'interaction';
  return name in opportunityFields ? 'opportunity' : undefined;
}
export const isFamilyField = (name: FieldName): name is FamilyField => familyOf(name) !== undefined;

/**
 * Every interaction has a date and a template, every opportunity a status: where one is asked to be blank, there must be
 * none.
 */
export const isAlwaysThere = (name: FieldName): boolean =>
  name === 'interaction.date' || name === 'interaction.template' || name === 'opportunity.status';

/** The field of the company that `company.…` names. */
export const companyField = (name: FieldName): OwnField | undefined =>
  name.startsWith('company.') ? (name.slice('company.'.length) as OwnField) : undefined;

/** The field without its owner: `company.country` is called what `country` is called. */
export const bareField = (name: FieldName): Exclude<FieldName, `company.${string}`> =>
  companyField(name) ?? (name as Exclude<FieldName, `company.${string}`>);
