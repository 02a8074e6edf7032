import { type AnyPgColumn, date, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import {
  businessRelations,
  countries,
  industryGroups,
  jobResponsibilities,
  mailingGroups,
  webSources,
} from './code-tables.ts';
import { ref, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';

/** Rows that give a contact one of the codes of a code table (`domain.md` §3.3). */
const codeLink = <Name extends string>(name: Name, codes: { workspaceId: AnyPgColumn; code: AnyPgColumn }) =>
  pgTable(
    name,
    { workspaceId: workspaceId(), contactId: ref('contact_id').notNull(), code: text('code').notNull() },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.contactId, t.code] }),
      index(`${name}_code`).on(t.workspaceId, t.code, t.contactId),
      foreignKey({
        columns: [t.workspaceId, t.contactId],
        foreignColumns: [contacts.workspaceId, contacts.id],
        name: `${name}_contact_fk`,
      }).onDelete('cascade'),
      foreignKey({
        columns: [t.workspaceId, t.code],
        foreignColumns: [codes.workspaceId, codes.code],
        name: `${name}_code_fk`,
      }),
    ],
  );

/** Companies only. */
export const contactIndustryGroups = codeLink('contact_industry_groups', industryGroups);
/** Any contact. */
export const contactMailingGroups = codeLink('contact_mailing_groups', mailingGroups);
/** People only. */
export const contactJobResponsibilities = codeLink('contact_job_responsibilities', jobResponsibilities);

/** Companies only; `linkTo` names the kind of record in the other system (customer, vendor, bank account). */
export const contactBusinessRelations = pgTable(
  'contact_business_relations',
  {
    workspaceId: workspaceId(),
    contactId: ref('contact_id').notNull(),
    code: text('code').notNull(),
    linkTo: text('link_to').notNull().default(''),
    linkNo: text('link_no').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.code] }),
    index('contact_business_relations_code').on(t.workspaceId, t.code, t.contactId),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'contact_business_relations_contact_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.code],
      foreignColumns: [businessRelations.workspaceId, businessRelations.code],
      name: 'contact_business_relations_code_fk',
    }),
  ],
);

export const contactWebSources = pgTable(
  'contact_web_sources',
  {
    workspaceId: workspaceId(),
    contactId: ref('contact_id').notNull(),
    code: text('code').notNull(),
    searchWord: text('search_word').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.code] }),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'contact_web_sources_contact_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.code],
      foreignColumns: [webSources.workspaceId, webSources.code],
      name: 'contact_web_sources_code_fk',
    }),
  ],
);

export const contactAltAddresses = pgTable(
  'contact_alt_addresses',
  {
    workspaceId: workspaceId(),
    contactId: ref('contact_id').notNull(),
    code: text('code').notNull(),
    companyName: text('company_name').notNull().default(''),
    address: text('address').notNull().default(''),
    address2: text('address_2').notNull().default(''),
    postCode: text('post_code').notNull().default(''),
    city: text('city').notNull().default(''),
    county: text('county').notNull().default(''),
    countryCode: text('country_code'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.code] }),
    foreignKey({
      columns: [t.workspaceId, t.contactId],
      foreignColumns: [contacts.workspaceId, contacts.id],
      name: 'contact_alt_addresses_contact_fk',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.workspaceId, t.countryCode],
      foreignColumns: [countries.workspaceId, countries.code],
      name: 'contact_alt_addresses_country_fk',
    }),
  ],
);

/** When an alternative address is the one to use; an open end has no ending date. */
export const contactAltAddressDateRanges = pgTable(
  'contact_alt_address_date_ranges',
  {
    workspaceId: workspaceId(),
    contactId: ref('contact_id').notNull(),
    code: text('code').notNull(),
    startingDate: date('starting_date').notNull(),
    endingDate: date('ending_date'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.contactId, t.code, t.startingDate] }),
    foreignKey({
      columns: [t.workspaceId, t.contactId, t.code],
      foreignColumns: [
        contactAltAddresses.workspaceId,
        contactAltAddresses.contactId,
        contactAltAddresses.code,
      ],
      name: 'contact_alt_address_date_ranges_address_fk',
    }).onDelete('cascade'),
  ],
);
