import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe as describeCriteria, nameKey } from '../../src/criteria/describe.ts';
import { anyValues, arbitraryCriteria } from '../support/arbitrary-criteria.ts';
import { criteria } from '../support/criteria.ts';

const names = new Map([
  [nameKey('countries', 'DK'), 'Denmark'],
  [nameKey('countries', 'SE'), 'Sweden'],
  [nameKey('countries', 'NO'), 'Norway'],
  [nameKey('mailingGroups', 'X-CARD'), 'Christmas Card'],
  [nameKey('campaigns', 'CP1'), 'Autumn call'],
  [nameKey('profileAnswers', 'PERSON/60000'), 'Hobbies: Golf'],
]);
const say = (text: string, locale: 'en' | 'da') => describeCriteria(criteria(text), { locale, names });

test.each([
  ['', 'every contact', 'alle kontakter'],
  [
    'country:DK|SE|NO type:company',
    'country is Denmark, Sweden or Norway; type is company',
    'land er Denmark, Sweden eller Norway; type er virksomhed',
  ],
  ['country:<>DK&<>SE', 'country is not Denmark or Sweden', 'land er ikke Denmark eller Sweden'],
  ['territory:X', 'territory is X', 'distrikt er X'],
  [
    "mailing:<>X-CARD|''",
    'mailing group is one other than Christmas Card or is missing',
    'mailinggruppe er noget andet end Christmas Card eller mangler',
  ],
  [
    "job:* relation:''",
    'at least one job responsibility; no business relation',
    'mindst ét jobansvar; ingen forretningsrelation',
  ],
  ['company.country:DK', 'company’s country is Denmark', 'virksomhedens land er Denmark'],
  [
    'name:"* A/S|A*"',
    'name ends with “ A/S” or begins with “A”',
    'navn ender med “ A/S” eller begynder med “A”',
  ],
  ['name:<>*x*', 'name does not contain “x”', 'navn indeholder ikke “x”'],
  ['name:J?n*', 'name fits the pattern “J?n*”', 'navn passer til mønstret “J?n*”'],
  [
    'name:(*a*|*b*)&<>=IBM',
    'name (contains “a” or contains “b”) and is not “IBM” (capital letters as written)',
    'navn (indeholder “a” eller indeholder “b”) og er ikke “IBM” (store og små bogstaver som skrevet)',
  ],
  ['post-code:1000..2000', 'post code is from “1000” to “2000”', 'postnummer er fra “1000” til “2000”'],
  [
    'no:>5 city:..B',
    'no. comes after 5; city is “B” or before',
    'nummer kommer efter 5; by er “B” eller før',
  ],
  ["phone:* email:''", 'phone is not blank; e-mail is blank', 'telefon er udfyldt; mail er tom'],
  ['excluded:no', 'exclude from segment is no', 'udelad fra målgruppe er nej'],
  [
    'profile:PERSON/60000|Hobbies=G*',
    'profile answer is Hobbies: Golf or “Hobbies”: “G*”',
    'profilsvar er Hobbies: Golf eller “Hobbies”: “G*”',
  ],
  [
    'profile:PERSON/*',
    'profile answer is one in the questionnaire PERSON',
    'profilsvar er et i spørgeskemaet PERSON',
  ],
  [
    'country:DK (type:person OR -mailing:X-CARD)',
    'country is Denmark; (type is person or not (mailing group is Christmas Card))',
    'land er Denmark; (type er person eller ikke (mailinggruppe er Christmas Card))',
  ],
  [
    'interaction.campaign:CP1 type:person interaction.date:>="1 Oct"',
    'at least one interaction whose campaign is Autumn call and date is 1 Oct 2026 or after (“1 Oct”); type is person',
    'mindst én interaktion, hvor kampagne er Autumn call og dato er 1. okt. 2026 eller efter (“1 Oct”); type er person',
  ],
  [
    '-interaction.date:2026-10-01..',
    'no interaction whose date is 1 Oct 2026 or after',
    'ingen interaktion, hvor dato er 1. okt. 2026 eller efter',
  ],
  ["interaction.date:''", 'no interaction', 'ingen interaktioner'],
  [
    'interaction.count:>=3 interaction.evaluation:positive',
    'the number of interactions is at least 3, counting those whose evaluation is positive',
    'antallet af interaktioner er mindst 3, når kun dem tælles med, hvor evaluering er positiv',
  ],
  [
    'opportunity.status:"in progress" opportunity.value:>=1000 interaction.campaign:CP1',
    'at least one opportunity whose status is in progress and estimated value is at least 1000; at least one interaction whose campaign is Autumn call',
    'mindst én salgsmulighed, hvor status er i gang og anslået værdi er mindst 1000; mindst én interaktion, hvor kampagne er Autumn call',
  ],
  ["opportunity.status:''", 'no opportunity', 'ingen salgsmuligheder'],
  [
    '-opportunity.status:won',
    'no opportunity whose status is won',
    'ingen salgsmulighed, hvor status er vundet',
  ],
  [
    'opportunity.count:>1 opportunity.campaign:CP1',
    'the number of opportunities is more than 1, counting those whose campaign is Autumn call',
    'antallet af salgsmuligheder er mere end 1, når kun dem tælles med, hvor kampagne er Autumn call',
  ],
  [
    "segment:<>SM1 logged:''",
    'segment is not SM1; in no logged segment',
    'målgruppe er ikke SM1; ikke med i nogen logget målgruppe',
  ],
])('%s', (text, en, da) => {
  expect(say(text, 'en')).toBe(en);
  expect(say(text, 'da')).toBe(da);
});

test('everything can be said in both languages', () => {
  fc.assert(
    fc.property(
      arbitraryCriteria(anyValues),
      fc.constantFrom('en' as const, 'da' as const),
      (all, locale) => {
        expect(describeCriteria(all, { locale })).not.toMatch(/^$|undefined|criteria\./);
      },
    ),
    { numRuns: 500 },
  );
});
