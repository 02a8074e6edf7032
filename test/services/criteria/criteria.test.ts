import { beforeAll, describe, expect, it } from 'vitest';
import { ForbiddenError } from '../../../src/core/errors.ts';
import { describe as describeCriteria } from '../../../src/criteria/describe.ts';
import { InvalidCriteriaError } from '../../../src/criteria/errors.ts';
import {
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
  contactProfileAnswers,
  countries,
  jobResponsibilities,
  mailingGroups,
  profileQuestionnaireLines,
  profileQuestionnaires,
} from '../../../src/db/schema/index.ts';
import { checkCriteria } from '../../../src/services/criteria/check-criteria.ts';
import { countContacts } from '../../../src/services/criteria/count-contacts.ts';
import { loadNames } from '../../../src/services/criteria/load-names.ts';
import { readCriteria } from '../../../src/services/criteria/read-criteria.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

const CONTACTS = [
  { id: 1, name: 'Kontor A/S', country: 'DK', territory: 'N' },
  { id: 2, name: 'Peter', company: 1, country: 'DK', territory: 'N' },
  { id: 3, name: 'Karla', company: 1, country: 'SE', territory: 'S', excluded: true },
  { id: 4, name: 'Zeta AB', country: 'SE', territory: 'S' },
  { id: 5, name: 'Lone', type: 'person', country: 'DK' },
] as const;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T1');
  theirs = await makeWorkspace(database.db, 'T2');
  for (const { id: workspaceId } of [ours, theirs]) {
    const code = (list: string, description: string) => ({ workspaceId, code: list, description });
    await database.db
      .insert(mailingGroups)
      .values([code('GIFT', 'Gifts'), code('X-CARD', 'Christmas cards')]);
    await database.db.insert(jobResponsibilities).values([code('IT', 'IT'), code('SALE', 'Sales')]);
    await database.db.insert(profileQuestionnaires).values({
      ...code('PERSON', 'General personal information'),
      contactType: 'people',
      priority: 'normal',
    });
    const line = { workspaceId, questionnaireCode: 'PERSON', questionLineNo: 10, multipleAnswers: true };
    const common = { ...line, priority: 'normal', autoClassification: false };
    await database.db.insert(profileQuestionnaireLines).values([
      { ...common, lineNo: 10, type: 'question', description: 'Hobbies' },
      { ...common, lineNo: 20, type: 'answer', description: 'Golf' },
    ]);
  }
  await addContacts(ours, [...CONTACTS]);
  await addContacts(theirs, [...CONTACTS, { id: 6, name: 'Extra', country: 'DK' }]);
  const workspaceId = ours.id;
  await database.db.insert(countries).values({ workspaceId: theirs.id, code: 'NO', description: 'Norway' });
  await database.db.insert(contactIndustryGroups).values({ workspaceId, contactId: 1, code: 'PRESS' });
  await database.db.insert(contactMailingGroups).values([
    { workspaceId, contactId: 2, code: 'GIFT' },
    { workspaceId, contactId: 3, code: 'GIFT' },
    { workspaceId, contactId: 5, code: 'GIFT' },
  ]);
  await database.db.insert(contactJobResponsibilities).values([
    { workspaceId, contactId: 2, code: 'IT' },
    { workspaceId, contactId: 4, code: 'IT' },
  ]);
  await database.db
    .insert(contactProfileAnswers)
    .values({ workspaceId, contactId: 5, questionnaireCode: 'PERSON', lineNo: 20, priority: 'normal' });
});

async function problemsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidCriteriaError)) throw error ?? new Error('It was accepted.');
  return error.problems;
}

describe('readCriteria', () => {
  it('reads text whose codes are known', async () => {
    const text = 'country:dk profile:PERSON/20|Hobbies=golf|PERSON/* industry:WHOLE name:X';
    expect(await readCriteria(ours.as('rita'), text)).toEqual(criteria(text));
  });

  it('says where a code is unknown, and which was meant', async () => {
    const text = 'country:Denmark|SE mailing:GIFTS|card territory:<>QQQQ profile:Hobbys=Golff|PERSON/10|X/*';
    const problems = await problemsOf(readCriteria(ours.as('rita'), text));
    expect(
      problems.map(({ code, from, to, suggestion, params }) => [
        code,
        text.slice(from, to),
        params.value,
        suggestion,
      ]),
    ).toEqual([
      ['unknown_code', 'Denmark', 'DENMARK', 'DK'],
      ['unknown_code', 'GIFTS', 'GIFTS', 'GIFT'],
      ['unknown_code', 'card', 'CARD', 'X-CARD'],
      ['unknown_code', '<>QQQQ', 'QQQQ', undefined],
      ['unknown_answer', 'Hobbys=Golff', 'Hobbys', 'Hobbies'],
      ['unknown_answer', 'Hobbys=Golff', 'Golff', 'Golf'],
      // A question is no answer.
      ['unknown_answer', 'PERSON/10', 'PERSON/10', undefined],
      ['unknown_answer', 'X/*', 'X', undefined],
    ]);
  });

  it('does not know the codes of another workspace', async () => {
    expect(await readCriteria(theirs.as('rita'), 'country:NO')).toEqual(criteria('country:NO'));
    expect(await problemsOf(readCriteria(ours.as('rita'), 'country:NO|Norway'))).toMatchObject([
      { code: 'unknown_code', from: 8, to: 10 },
      { code: 'unknown_code', from: 11, to: 17 },
    ]);
  });

  it('is an error with a code for texts that cannot be read', async () => {
    const reading = readCriteria(ours.as('rita'), 'contry:DK');
    await expect(reading).rejects.toMatchObject({ kind: 'invalid', code: 'criteria_invalid' });
    expect(await problemsOf(reading)).toMatchObject([{ code: 'unknown_field', suggestion: 'country' }]);
  });

  it('is not for outsiders', async () => {
    const rita = ours.as('rita');
    const guest = { ...rita, actor: { ...rita.actor, outsider: true } };
    await expect(readCriteria(guest, '')).rejects.toBeInstanceOf(ForbiddenError);
    await expect(checkCriteria(guest, criteria(''))).rejects.toBeInstanceOf(ForbiddenError);
    await expect(countContacts(guest, { criteria: criteria('') })).rejects.toBeInstanceOf(ForbiddenError);
    await expect(loadNames(guest, [])).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe('checkCriteria', () => {
  it('gives the tree back with its codes in upper case', async () => {
    const tree = { version: 1, all: [{ field: 'country', expression: { op: 'eq', value: 'dk' } }] };
    expect(await checkCriteria(ours.as('rita'), tree)).toEqual(criteria('country:DK'));
  });

  it('names the term that has an unknown code', async () => {
    const problems = await problemsOf(checkCriteria(ours.as('rita'), criteria('name:X country:DE')));
    expect(problems).toMatchObject([
      { code: 'unknown_code', term: 1, params: { field: 'country', value: 'DE' } },
    ]);
  });

  it('refuses what is no tree', async () => {
    await expect(checkCriteria(ours.as('rita'), { all: 'x' })).rejects.toMatchObject({ name: 'ZodError' });
  });
});

describe('loadNames', () => {
  it('finds what codes are called', async () => {
    const all = criteria('country:DK|NO mailing:X-CARD profile:PERSON/20|PERSON/*');
    const words = async (workspace: TestWorkspace) =>
      describeCriteria(all, { locale: 'en', names: await loadNames(workspace.as('rita'), [all]) });
    const rest =
      'mailing group is Christmas cards; profile answer is Hobbies: Golf or is one in the questionnaire General personal information';
    expect(await words(ours)).toBe(`country is Denmark or NO; ${rest}`);
    expect(await words(theirs)).toBe(`country is Denmark or Norway; ${rest}`);
  });
});

describe('countContacts', () => {
  const count = (text: string, options = {}) =>
    countContacts(ours.as('rita'), { criteria: criteria(text), options });

  it('counts every contact of the workspace that is not excluded', async () => {
    expect(await count('')).toEqual({ companies: 2, people: 2 });
    expect(await count('', { ignoreExclusion: true })).toEqual({ companies: 2, people: 3 });
  });

  it('14: follows the territory', async () => {
    expect(await count('territory:N type:person')).toEqual({ companies: 0, people: 1 });
  });

  it('15: wants a row in each list', async () => {
    expect(await count('mailing:GIFT job:IT')).toEqual({ companies: 0, people: 1 });
  });

  it('16: finds people through the industry of their company', async () => {
    expect(await count('industry:PRESS')).toEqual({ companies: 1, people: 1 });
  });

  it('17: expands companies, but people without one stay alone', async () => {
    expect(await count('mailing:GIFT', { expandCompanies: true })).toEqual({ companies: 1, people: 2 });
    expect(await count('mailing:GIFT', { expandCompanies: true, ignoreExclusion: true })).toEqual({
      companies: 1,
      people: 3,
    });
  });

  it('18: adds related companies', async () => {
    expect(await count('mailing:GIFT', { relatedCompanies: true })).toEqual({ companies: 1, people: 2 });
  });

  it('19: brings the company even when all who match are excluded', async () => {
    expect(await count('name:Karla')).toEqual({ companies: 0, people: 0 });
    expect(await count('name:Karla', { relatedCompanies: true })).toEqual({ companies: 1, people: 0 });
    expect(await count('name:Karla', { expandCompanies: true })).toEqual({ companies: 1, people: 1 });
  });

  it('finds answers by line and by words', async () => {
    for (const text of ['profile:PERSON/20', 'profile:golf', 'profile:hobbies=G*', 'profile:PERSON/*']) {
      expect(await count(text)).toEqual({ companies: 0, people: 1 });
    }
  });

  it('takes values as values, whatever is in them', async () => {
    const hostile = ["'); drop table contacts; --", "' or 1=1 --", '$1', '\\', '%', '_', 'é'.repeat(200)];
    for (const value of hostile) {
      const expression = { op: 'eq' as const, value };
      const tree = { version: 2 as const, all: [{ field: 'name' as const, expression }] };
      expect(await countContacts(ours.as('rita'), { criteria: tree })).toEqual({ companies: 0, people: 0 });
    }
    expect(await count("name:'%'*")).toEqual({ companies: 0, people: 0 });
    expect(await count('')).toEqual({ companies: 2, people: 2 });
  });
});
