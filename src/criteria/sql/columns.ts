import type { SQLWrapper } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import {
  contactBusinessRelations,
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
  contacts,
} from '../../db/schema/index.ts';
import type { ListField, OwnField } from '../fields.ts';

/** The contact that criteria are about. Statements that use compiled criteria say `from ${contacts} c`. */
export const c = alias(contacts, 'c');
/** The company of that contact. */
export const company = alias(contacts, 'company');

/** A column to be tested. */
export interface TestedColumn {
  readonly column: SQLWrapper;
  /** Null means blank. */
  readonly nullable: boolean;
}

const filled = (column: SQLWrapper): TestedColumn => ({ column, nullable: false });
const nullable = (column: SQLWrapper): TestedColumn => ({ column, nullable: true });

/** Where a contact, or a company by another alias, keeps each field. */
export const ownColumns = (of: typeof c | typeof company): Record<OwnField, TestedColumn> => ({
  no: filled(of.no),
  name: filled(of.name),
  type: filled(of.type),
  country: nullable(of.countryCode),
  territory: nullable(of.territoryCode),
  salesperson: nullable(of.salespersonCode),
  language: nullable(of.languageCode),
  currency: nullable(of.currencyCode),
  city: filled(of.city),
  'post-code': filled(of.postCode),
  email: filled(of.email),
  phone: filled(of.phone),
  'job-title': filled(of.jobTitle),
  level: nullable(of.organizationalLevelCode),
  salutation: nullable(of.salutationCode),
  correspondence: filled(of.correspondenceType),
  excluded: filled(of.excludeFromSegment),
});

/** A list's table, and the contact it hangs on: people have the industries and relations of their company. */
export const lists = {
  industry: { table: contactIndustryGroups, owner: c.companyId },
  relation: { table: contactBusinessRelations, owner: c.companyId },
  mailing: { table: contactMailingGroups, owner: c.id },
  job: { table: contactJobResponsibilities, owner: c.id },
} satisfies Record<Exclude<ListField, 'profile'>, unknown>;
