import fc from 'fast-check';
import type { FieldName } from '../../src/criteria/fields.ts';
import type { ValueSource } from './arbitrary-criteria.ts';
import type { PlainAnswer, PlainContact } from './naive-criteria.ts';

/** Few values, so that criteria meet them often; with letters, signs and cases that could go wrong. */
export const CODES = ['A', 'AB', 'Æ', 'DK', 'X-CARD', '10', '9', 'A%', 'B_C', 'A\\B', "O'K"];
const TEXTS = [
  '',
  'Ærø Møbler A/S',
  'ærø møbler a/s',
  'IBM',
  'ibm',
  '100%',
  'a_b',
  'axb',
  'C:\\d',
  '10',
  '9',
  'Bo 😀',
  '*',
];
export const QUESTIONNAIRES = ['PERSON', 'COMP'];

/** Per questionnaire: question line, its words, answer lines and their words. */
export const LINES: PlainAnswer[] = QUESTIONNAIRES.flatMap((questionnaire) => [
  { questionnaire, line: 20, question: 'Hobbies', answer: 'Golf' },
  { questionnaire, line: 30, question: 'Hobbies', answer: 'Tennis' },
  { questionnaire, line: 50, question: 'No. of employees (%)', answer: '1..99' },
  { questionnaire, line: 60, question: 'No. of employees (%)', answer: 'Golf' },
]);
/** The line of a question, in every questionnaire. */
export const QUESTION_LINES: Record<string, number> = { Hobbies: 10, 'No. of employees (%)': 40 };

const code = fc.constantFrom('', ...CODES);
const text = fc.constantFrom(...TEXTS);
const codes = fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 });

const fields = fc.record({
  no: fc.constant(''),
  type: fc.constant('person'),
  name: text,
  country: code,
  territory: code,
  salesperson: code,
  language: code,
  currency: code,
  city: text,
  'post-code': text,
  email: text,
  phone: text,
  'job-title': text,
  level: code,
  salutation: code,
  correspondence: fc.constantFrom('', 'hard-copy', 'email'),
  excluded: fc.constantFrom('yes', 'no', 'no'),
});

/** Days next to each other, on both sides of a change of summer time. */
const DATES = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-11-23'];
/** Moments right before and after midnight in Copenhagen, and at others. */
const MOMENTS = [
  '2026-10-23T21:59:59.999Z',
  '2026-10-23T22:00:00.000Z',
  '2026-10-24T22:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T10:00:00.000Z',
  '2026-10-25T22:59:59.999Z',
  '2026-10-25T23:00:00.000Z',
  '2026-11-23T11:00:00.000Z',
];
export const SEGMENTS = ['SM1', 'SM2', 'SM3'];
export const LOGGED = [1, 2, 10];

const entry = fc.record({
  date: fc.constantFrom(...DATES),
  campaign: fc.constantFrom('', ...CODES.slice(0, 3)),
  template: fc.constantFrom(...CODES.slice(0, 3)),
  evaluation: fc.constantFrom('', 'very-positive', 'neutral', 'negative'),
  salesperson: fc.constantFrom('', ...CODES.slice(0, 3)),
  canceled: fc.constantFrom(false, false, true),
  logged: fc.constantFrom(0, ...LOGGED),
});

const opportunity = fc.record({
  status: fc.constantFrom('not-started' as const, 'in-progress' as const, 'won' as const, 'lost' as const),
  value: fc.constantFrom(null, 0, 1, 2.5, 3, 10),
  campaign: fc.constantFrom('', ...CODES.slice(0, 3)),
});

const contact = fc.record({
  created: fc.constantFrom(...MOMENTS),
  modified: fc.constantFrom(...MOMENTS),
  segments: fc.subarray(SEGMENTS),
  left: fc.subarray(SEGMENTS),
  entries: fc.array(entry, { maxLength: 4 }),
  opportunities: fc.array(opportunity, { maxLength: 3 }),
  fields,
  company: fc.nat(5),
  industry: codes,
  relation: codes,
  mailing: codes,
  job: codes,
  profile: fc.subarray(LINES),
});

/** Four companies and their people, some of whom have no company. */
export const arbitraryContacts: fc.Arbitrary<PlainContact[]> = fc
  .array(contact, { minLength: 12, maxLength: 24, size: 'max' })
  .map((list) => {
    const made = list.map((one, i): PlainContact => {
      const isCompany = i < 4;
      const name = one.fields.name || (isCompany ? 'Co' : 'Bo');
      return {
        ...one,
        id: i + 1,
        fields: {
          ...one.fields,
          name,
          no: `CT${String(i + 1).padStart(3, '0')}`,
          type: isCompany ? 'company' : 'person',
        },
        industry: isCompany ? one.industry : [],
        relation: isCompany ? one.relation : [],
        job: isCompany ? [] : one.job,
        company: undefined,
      };
    });
    const companies = made.slice(0, 4);
    for (const [i, one] of made.entries()) one.company = i < 4 ? one : companies[list[i]?.company ?? 5];
    return made;
  });

/** Values that the contacts hold. */
export const valuesOfContacts: ValueSource = {
  value: (field: FieldName) => {
    if (/^(company\.)?no$|^company-no$/.test(field))
      return fc.constantFrom('CT001', 'CT002', 'CT010', 'ct003');
    if (field === 'segment') return fc.constantFrom(...SEGMENTS, 'sm2', 'SM9');
    if (/^(interaction|opportunity)\./.test(field)) return fc.constantFrom(...CODES.slice(0, 4));
    return fc.oneof(fc.constantFrom(...CODES, 'dk'), fc.constantFrom(...TEXTS.filter((one) => one !== '')));
  },
  questionnaire: fc.constantFrom(...QUESTIONNAIRES, 'NONE'),
  line: fc.constantFrom(20, 30, 50, 60),
  question: fc.constantFrom('Hobbies', 'hobbies', 'No. of employees (%)'),
  answer: fc.constantFrom('Golf', 'golf', 'Tennis', '1..99'),
  date: fc.constantFrom(...DATES),
  number: fc.constantFrom('0', '1', '2', '3', '10'),
  timeZone: fc.constantFrom('Europe/Copenhagen', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'),
};
