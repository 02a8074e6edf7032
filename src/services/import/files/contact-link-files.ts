import { choice, code, isoDate, text } from '../cells.ts';
import { column, type ImportFile, importFile } from '../import-file.ts';

const contactNo = () =>
  column('contact_no', code(20, { filled: true }), { required: true, target: 'contact_id' });

interface LinkFile {
  name: string;
  contacts: 'any' | 'company' | 'person';
  codeColumn: string;
  to: string;
  columns?: ImportFile['columns'];
}

const linkFile = ({ name, contacts, codeColumn, to, columns = [] }: LinkFile): ImportFile =>
  importFile({
    name: `${name}.csv`,
    table: name,
    contacts,
    key: ['contact_no', codeColumn],
    columns: [
      contactNo(),
      column(codeColumn, code(10, { filled: true }), { required: true, target: 'code' }),
      ...columns,
    ],
    references: [{ column: codeColumn, to }],
  });

/** What contacts have (`domain.md` §3.3). */
export const contactLinkFiles: ImportFile[] = [
  linkFile({
    name: 'contact_industry_groups',
    contacts: 'company',
    codeColumn: 'industry_group_code',
    to: 'industry_groups.csv',
  }),
  linkFile({
    name: 'contact_mailing_groups',
    contacts: 'any',
    codeColumn: 'mailing_group_code',
    to: 'mailing_groups.csv',
  }),
  linkFile({
    name: 'contact_business_relations',
    contacts: 'company',
    codeColumn: 'business_relation_code',
    to: 'business_relations.csv',
    columns: [
      column(
        'link_to_table',
        choice({
          Customer: 'customer',
          Vendor: 'vendor',
          'Bank Account': 'bank-account',
          Employee: 'employee',
        }),
        { target: 'link_to' },
      ),
      column('link_no', code(20, { blank: '' })),
    ],
  }),
  linkFile({
    name: 'contact_job_responsibilities',
    contacts: 'person',
    codeColumn: 'job_responsibility_code',
    to: 'job_responsibilities.csv',
  }),
  linkFile({
    name: 'contact_web_sources',
    contacts: 'any',
    codeColumn: 'web_source_code',
    to: 'web_sources.csv',
    columns: [column('search_word', text(250))],
  }),
];

export const altAddressesFile: ImportFile = importFile({
  name: 'contact_alt_addresses.csv',
  table: 'contact_alt_addresses',
  contacts: 'any',
  key: ['contact_no', 'code'],
  columns: [
    contactNo(),
    column('code', code(10, { filled: true }), { required: true }),
    column('company_name', text(100)),
    column('address', text(100)),
    column('address_2', text(50)),
    column('post_code', code(20, { blank: '' })),
    column('city', text(30)),
    column('county', text(30)),
    column('country_code', code(10)),
  ],
  references: [{ column: 'country_code', to: 'countries.csv' }],
});

export const altAddressDateRangesFile: ImportFile = importFile({
  name: 'contact_alt_address_date_ranges.csv',
  table: 'contact_alt_address_date_ranges',
  contacts: 'any',
  key: ['contact_no', 'alt_address_code', 'starting_date'],
  columns: [
    contactNo(),
    column('alt_address_code', code(10, { filled: true }), { required: true, target: 'code' }),
    column('starting_date', isoDate({ filled: true }), { type: 'date', required: true }),
    column('ending_date', isoDate(), { type: 'date' }),
  ],
});
