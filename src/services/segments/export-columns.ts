import type { contacts } from '../../db/schema/index.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import type { CsvColumn } from '../interactions/csv.ts';

/** A contact with the number of its company. */
export type ContactCells = typeof contacts.$inferSelect & { companyNo: string | null };

type Field = {
  [Name in keyof ContactCells]: ContactCells[Name] extends string | null ? Name : never;
}[keyof ContactCells];

const text = (heading: MessageKey, field: Field): CsvColumn<ContactCells> => ({
  heading,
  cell: (contact) => contact[field] ?? '',
});

/** A column of the other system that this store has nothing for. */
const blank = (heading: MessageKey): CsvColumn<ContactCells> => ({ heading, cell: () => '' });

/** The 36 contact columns of `domain.md` §4.7, in that order. */
export const contactColumns: CsvColumn<ContactCells>[] = [
  text('csv.contactNo', 'no'),
  text('csv.externalId', 'originNo'),
  text('csv.name', 'name'),
  blank('csv.name2'),
  text('csv.address', 'address'),
  text('csv.address2', 'address2'),
  text('csv.county', 'county'),
  text('csv.postCode', 'postCode'),
  text('csv.city', 'city'),
  text('csv.country', 'countryCode'),
  text('csv.phone', 'phone'),
  blank('csv.telex'),
  blank('csv.fax'),
  blank('csv.telexAnswerBack'),
  text('csv.territory', 'territoryCode'),
  text('csv.currency', 'currencyCode'),
  text('csv.language', 'languageCode'),
  text('csv.salesperson', 'salespersonCode'),
  text('csv.vatRegistrationNo', 'vatRegistrationNo'),
  text('csv.email', 'email'),
  blank('csv.homePage'),
  {
    heading: 'csv.type',
    cell: (contact, locale) =>
      translate(locale, contact.type === 'company' ? 'csv.type.company' : 'csv.type.person'),
  },
  text('csv.companyName', 'companyName'),
  text('csv.companyNo', 'companyNo'),
  text('csv.firstName', 'firstName'),
  text('csv.middleName', 'middleName'),
  text('csv.surname', 'surname'),
  text('csv.jobTitle', 'jobTitle'),
  blank('csv.initials'),
  blank('csv.extension'),
  blank('csv.mobile'),
  blank('csv.pager'),
  text('csv.organizationalLevel', 'organizationalLevelCode'),
  {
    heading: 'csv.excluded',
    cell: (contact, locale) => translate(locale, contact.excludeFromSegment ? 'csv.yes' : 'csv.no'),
  },
  {
    heading: 'csv.correspondence',
    cell: (contact, locale) => {
      if (contact.correspondenceType === '') return '';
      const email = contact.correspondenceType === 'email';
      return translate(locale, email ? 'csv.correspondence.email' : 'csv.correspondence.hardCopy');
    },
  },
  text('csv.salutation', 'salutationCode'),
];
