import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { csv, everything, type Files, importFiles } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let before: string;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addContacts(ours, [
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Bo', company: 1 },
  ]);
  await addContacts(theirs, [{ id: 3, name: 'Theirs' }]);
  await importFiles(database.db, theirs.id, {
    'mailing_groups.csv': csv('code,description', 'THEIRS,Of another workspace'),
  });
  before = await everything(database.sql);
});

const CONTACTS = 'no,type,name,company_no,country_code,phone,email,exclude_from_segment';
const contact = (row: string): Files => ({ 'contacts.csv': csv(CONTACTS, 'CT7,company,Fine,,,,,', row) });
const ranges = (row: string): Files => ({
  'contact_alt_addresses.csv': csv('contact_no,code', 'CT000002,HOME'),
  'contact_alt_address_date_ranges.csv': csv('contact_no,alt_address_code,starting_date,ending_date', row),
});
const QUESTIONS = {
  'profile_questionnaires.csv': csv('code,description,contact_type', 'FIRM,Firm,Companies'),
  'profile_questionnaire_lines.csv': csv(
    'questionnaire_code,line_no,type,question_line_no,description',
    'FIRM,10,Question,10,How many?',
    'FIRM,20,Answer,10,Few',
    'FIRM,30,Answer,10,Many',
  ),
};
const answers = (...rows: string[]): Files => ({
  ...QUESTIONS,
  'profile_answers.csv': csv('contact_no,questionnaire_code,line_no', ...rows),
});
const cases: [what: string, files: Files, rejects: string[]][] = [
  ['a blank number', contact(',person,Bo,,,,,'), ['contacts.csv,3,no,,must not be blank']],
  [
    'a number that is too long',
    contact('CT1234567890123456789,person,Bo,,,,,'),
    ['contacts.csv,3,no,CT1234567890123456789,is longer than 20 characters'],
  ],
  [
    'an unknown type',
    contact('CT8,robot,Bo,,,,,'),
    ['contacts.csv,3,type,robot,"is none of company, person"'],
  ],
  [
    'a name of 101 characters that look like 202',
    contact(`CT8,person,${'😀'.repeat(101)},,,,,`),
    [`contacts.csv,3,name,${'😀'.repeat(101)},is longer than 100 characters`],
  ],
  [
    'a boolean that is none',
    contact('CT8,person,Bo,,,,,maybe'),
    ['contacts.csv,3,exclude_from_segment,maybe,is neither true nor false'],
  ],
  [
    'letters in a phone number',
    contact('CT8,person,Bo,,,call me,,'),
    ['contacts.csv,3,phone,call me,contains letters'],
  ],
  [
    'two bad cells in one row, and what looks like a formula',
    contact('CT8,person,Bo,,,=SUM(A1),nobody,'),
    [
      'contacts.csv,3,email,nobody,is not an e-mail address',
      "contacts.csv,3,phone,'=SUM(A1),contains letters",
    ],
  ],
  ['a NUL character', contact('CT8,person,B\0o,,,,,'), ['contacts.csv,3,name,B␀o,contains a NUL character']],
  [
    'a number that is there twice',
    contact('ct7,person,Bo,,,,,'),
    ['contacts.csv,3,no,CT7,is already on line 2'],
  ],
  [
    'a country of nowhere',
    contact('CT8,person,Bo,,zz,,,'),
    ['contacts.csv,3,country_code,ZZ,is not among the countries (countries.csv or the database)'],
  ],
  [
    'a company of nowhere',
    contact('CT8,person,Bo,CT404,,,,'),
    ['contacts.csv,3,company_no,CT404,is not among the contacts (contacts.csv or the database)'],
  ],
  [
    'a company of another workspace',
    contact('CT8,person,Bo,CT000003,,,,'),
    ['contacts.csv,3,company_no,CT000003,is not among the contacts (contacts.csv or the database)'],
  ],
  [
    'a company that is a person',
    contact('CT8,person,Bo,CT000002,,,,'),
    ['contacts.csv,3,company_no,CT000002,"is a person, not a company"'],
  ],
  [
    'a person of itself',
    contact('CT8,person,Bo,CT8,,,,'),
    ['contacts.csv,3,company_no,CT8,"is a person, not a company"'],
  ],
  [
    'a company of another company',
    contact('CT8,company,Bo,CT7,,,,'),
    [
      'contacts.csv,3,company_no,CT7,is not the number of the company itself; leave it blank or repeat the number',
    ],
  ],
  [
    'too few cells',
    contact('CT8,person,Bo'),
    ['contacts.csv,3,,"CT8,person,Bo","has 3 cells, but the header has 8"'],
  ],
  [
    'a job for a company, a mailing group of another workspace, a contact of nowhere',
    {
      'job_responsibilities.csv': csv('code,description', 'BUYER,Buys'),
      'contact_job_responsibilities.csv': csv('contact_no,job_responsibility_code', 'CT000001,BUYER'),
      'contact_mailing_groups.csv': csv('contact_no,mailing_group_code', 'CT000001,THEIRS', 'CT404,THEIRS'),
    },
    [
      'contact_mailing_groups.csv,2,mailing_group_code,THEIRS,is not among the mailing groups (mailing_groups.csv or the database)',
      'contact_mailing_groups.csv,3,contact_no,CT404,is not among the contacts (contacts.csv or the database)',
      'contact_mailing_groups.csv,3,mailing_group_code,THEIRS,is not among the mailing groups (mailing_groups.csv or the database)',
      'contact_job_responsibilities.csv,2,contact_no,CT000001,is a company; only people have job responsibilities',
    ],
  ],
  [
    'dates that do not exist, or come in the wrong order',
    {
      'campaigns.csv': csv(
        'no,description,starting_date,ending_date',
        'CP8,Leap,2026-02-29,',
        'CP9,Back,2026-12-02,2026-12-01',
      ),
    },
    [
      'campaigns.csv,2,starting_date,2026-02-29,is not a date such as 2026-12-31',
      'campaigns.csv,3,ending_date,2026-12-01,is before the starting date 2026-12-02',
    ],
  ],
  [
    'an alternative address that is another contact’s',
    ranges('CT000001,HOME,2026-01-01,'),
    [
      'contact_alt_address_date_ranges.csv,2,alt_address_code,HOME,is not an alternative address of CT000001 (contact_alt_addresses.csv or the database)',
    ],
  ],
  [
    'amounts that are none',
    {
      'interaction_templates.csv': csv(
        'code,description,interaction_group_code,unit_cost_lcy,unit_duration_min',
        'A,A,LETTER,-1,1.5',
        'B,B,LETTER,1.234,3000000000',
      ),
    },
    [
      "interaction_templates.csv,2,unit_cost_lcy,'-1,is not a number such as 12.50",
      'interaction_templates.csv,2,unit_duration_min,1.5,is not a whole number',
      'interaction_templates.csv,3,unit_cost_lcy,1.234,has more than 2 decimals',
      'interaction_templates.csv,3,unit_duration_min,3000000000,is too large',
    ],
  ],
  [
    'answers that are questions, second ones, or for the wrong kind of contact',
    answers('CT000001,FIRM,10', 'CT000001,FIRM,20', 'CT000001,FIRM,30', 'CT000002,FIRM,20'),
    [
      'profile_answers.csv,2,line_no,FIRM/10,is not an answer of a profile questionnaire (profile_questionnaire_lines.csv or the database)',
      'profile_answers.csv,4,line_no,FIRM/30,is a second answer to a question that takes one; the first is on line 3',
      'profile_answers.csv,5,questionnaire_code,FIRM,"is a questionnaire for companies, but the contact is a person"',
    ],
  ],
  [
    'an answer without a question',
    {
      'profile_questionnaires.csv': csv('code,description', 'FIRM,Firm'),
      'profile_questionnaire_lines.csv': csv(
        'questionnaire_code,line_no,type,question_line_no,description',
        'FIRM,20,Answer,10,Few',
      ),
    },
    ['profile_questionnaire_lines.csv,2,question_line_no,10,is not a question of this questionnaire'],
  ],
];

it.each(cases)('refuses %s, and writes nothing', async (_what, files, rejects) => {
  const result = await importFiles(database.db, ours.id, {
    'salespeople.csv': csv('code,name', 'NEW,Would be new'),
    ...files,
  });
  expect(result.rejects).toEqual(rejects);
  expect(result.badRows).toBe(new Set(rejects.map((line) => line.split(',', 2).join())).size);
  expect(await everything(database.sql)).toBe(before);
});
