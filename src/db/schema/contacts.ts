import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  countries,
  currencies,
  languages,
  organizationalLevels,
  salespeople,
  salutations,
  territories,
} from './code-tables.ts';
import { instant, ref, rowId, workspaceId } from './columns.ts';
import { workspaces } from './workspaces.ts';

/** Text that may be left out: blank, never null, so that filters need one test only. */
const blankable = (name: string) => text(name).notNull().default('');

/** Name, number and e-mail address in lower case, as `contacts_search` has them. */
export const searchedText = (c: { name: AnyPgColumn; no: AnyPgColumn; email: AnyPgColumn }): SQL =>
  sql`lower(${c.name} || ' ' || ${c.no} || ' ' || ${c.email})`;

/** Companies and people (`domain.md` §3.1). Codes that may be missing are null; other texts are blank. */
export const contacts = pgTable(
  'contacts',
  {
    workspaceId: workspaceId(),
    id: rowId(),
    no: text('no').notNull(),
    type: text('type', { enum: ['company', 'person'] }).notNull(),
    /** A company points at itself; a person at the company, or at nothing. */
    companyId: ref('company_id'),
    companyName: blankable('company_name'),
    name: text('name').notNull(),
    firstName: blankable('first_name'),
    middleName: blankable('middle_name'),
    surname: blankable('surname'),
    jobTitle: blankable('job_title'),
    address: blankable('address'),
    address2: blankable('address_2'),
    postCode: blankable('post_code'),
    city: blankable('city'),
    county: blankable('county'),
    countryCode: text('country_code'),
    territoryCode: text('territory_code'),
    currencyCode: text('currency_code'),
    languageCode: text('language_code'),
    salespersonCode: text('salesperson_code'),
    salutationCode: text('salutation_code'),
    organizationalLevelCode: text('organizational_level_code'),
    correspondenceType: text('correspondence_type', { enum: ['', 'hard-copy', 'email'] })
      .notNull()
      .default(''),
    email: blankable('email'),
    phone: blankable('phone'),
    vatRegistrationNo: blankable('vat_registration_no'),
    excludeFromSegment: boolean('exclude_from_segment').notNull().default(false),
    minor: boolean('minor').notNull().default(false),
    parentalConsent: boolean('parental_consent').notNull().default(false),
    /** No interaction is written by hand for such a contact (`domain.md` §3.2). */
    privacyBlocked: boolean('privacy_blocked').notNull().default(false),
    origin: blankable('origin'),
    originNo: blankable('origin_no'),
    createdAt: instant('created_at').notNull(),
    modifiedAt: instant('modified_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('contacts_no').on(t.workspaceId, t.no),
    // Two indexes for finding a contact while one types: by the first letters, and by any three in a row.
    index('contacts_name').on(t.workspaceId, sql`(lower(${t.name}) collate "C")`),
    index('contacts_search').using('gin', t.workspaceId, sql`${searchedText(t)} gin_trgm_ops`),
    index('contacts_company').on(t.workspaceId, t.companyId),
    check('contacts_type', sql`${t.type} in ('company', 'person')`),
    check('contacts_company_is_itself', sql`${t.type} = 'person' or ${t.companyId} = ${t.id}`),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: 'contacts_workspace_fk' }),
    foreignKey({
      columns: [t.workspaceId, t.companyId],
      foreignColumns: [t.workspaceId, t.id],
      name: 'contacts_company_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.countryCode],
      foreignColumns: [countries.workspaceId, countries.code],
      name: 'contacts_country_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.territoryCode],
      foreignColumns: [territories.workspaceId, territories.code],
      name: 'contacts_territory_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.currencyCode],
      foreignColumns: [currencies.workspaceId, currencies.code],
      name: 'contacts_currency_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.languageCode],
      foreignColumns: [languages.workspaceId, languages.code],
      name: 'contacts_language_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salespersonCode],
      foreignColumns: [salespeople.workspaceId, salespeople.code],
      name: 'contacts_salesperson_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.salutationCode],
      foreignColumns: [salutations.workspaceId, salutations.code],
      name: 'contacts_salutation_fk',
    }),
    foreignKey({
      columns: [t.workspaceId, t.organizationalLevelCode],
      foreignColumns: [organizationalLevels.workspaceId, organizationalLevels.code],
      name: 'contacts_organizational_level_fk',
    }),
  ],
);
