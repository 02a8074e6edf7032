import { choice, code, email, flag, phone, text } from '../cells.ts';
import { column, type ImportFile, importFile } from '../import-file.ts';
import { splitName } from '../split-name.ts';

/** `domain.md` §3.1; how a person finds its company is in merge-contacts.ts. */
export const contactsFile: ImportFile = importFile({
  name: 'contacts.csv',
  table: 'contacts',
  key: ['no'],
  columns: [
    column('no', code(20, { filled: true }), { required: true }),
    column('type', choice({ company: 'company', person: 'person' }, { filled: true }), { required: true }),
    column('company_no', code(20), { target: null }),
    column('name', text(100, { filled: true }), { required: true }),
    column('first_name', text(30)),
    column('middle_name', text(30)),
    column('surname', text(30)),
    column('address', text(100)),
    column('address_2', text(50)),
    column('post_code', code(20, { blank: '' })),
    column('city', text(30)),
    column('county', text(30)),
    column('country_code', code(10)),
    column('territory_code', code(10)),
    column('currency_code', code(10)),
    column('language_code', code(10)),
    column('salesperson_code', code(20)),
    column('salutation_code', code(10)),
    column('job_title', text(30)),
    column('organizational_level_code', code(10)),
    column('correspondence_type', choice({ 'Hard Copy': 'hard-copy', Email: 'email' })),
    column('email', email(80)),
    column('phone', phone(30)),
    column('vat_registration_no', text(20)),
    column('exclude_from_segment', flag(), { type: 'boolean' }),
    column('minor', flag(), { type: 'boolean' }),
    column('parental_consent', flag(), { type: 'boolean' }),
    // What becomes of it where nothing is said is in contact-privacy.ts.
    column('privacy_blocked', flag({ blank: null }), { type: 'boolean' }),
    column('origin', text(30)),
    column('origin_no', code(20, { blank: '' })),
  ],
  finish: splitName,
  // A person's company name is that of the company itself.
  ignored: ['company_name'],
  references: [
    { column: 'country_code', to: 'countries.csv' },
    { column: 'territory_code', to: 'territories.csv' },
    { column: 'currency_code', to: 'currencies.csv' },
    { column: 'language_code', to: 'languages.csv' },
    { column: 'salesperson_code', to: 'salespeople.csv' },
    { column: 'salutation_code', to: 'salutations.csv' },
    { column: 'organizational_level_code', to: 'organizational_levels.csv' },
  ],
});
