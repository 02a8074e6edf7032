import { describe, expect, it } from 'vitest';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { NOON } from '../../support/workspace.ts';
import { csv, figures, importFiles, storedContact } from './support.ts';

const database = useDatabase();
const LATER = new Date('2026-12-01T08:00:00Z');
let count = 0;
const newWorkspace = () => {
  count += 1;
  return registerWorkspace(database.db, { teamId: `T0${count}` });
};
const stored = (workspaceId: number, no: string) => storedContact(database.sql, workspaceId, no);

describe('rows that are there already', () => {
  const base = {
    'countries.csv': csv('code,name', 'DK,Denmark', 'SE,Sweden'),
    'mailing_groups.csv': csv('code,description', 'NEWS,News'),
    'contacts.csv': csv(
      'no,type,company_no,name,city,country_code,phone',
      'K1,company,,Alpha,Aarhus,DK,1',
      'P1,person,K1,Ane Bo Carlsen,Aarhus,DK,2',
      'P2,person,,Dorte,,,',
    ),
    'contact_mailing_groups.csv': csv('contact_no,mailing_group_code', 'P1,NEWS'),
  };
  const start = async () => {
    const workspaceId = await newWorkspace();
    await importFiles(database.db, workspaceId, base);
    return workspaceId;
  };
  const later = { now: () => LATER };

  it('change where they differ, and only they', async () => {
    const workspaceId = await start();
    const result = await importFiles(
      database.db,
      workspaceId,
      {
        'contacts.csv': csv(
          'no,type,company_no,name,city,country_code,phone',
          'K1,company,,Alpha,Aarhus,DK,1',
          'P1,person,K1,Ane Bo Carlsen,,SE,2',
          'P3,person,K1,New,,,',
        ),
      },
      later,
    );
    expect(figures(result)).toEqual({ 'contacts.csv': '1/1/1' });
    expect(await stored(workspaceId, 'P1')).toMatchObject({
      city: '',
      country_code: 'SE',
      phone: '2',
      created_at: NOON,
      modified_at: LATER,
    });
    expect(await stored(workspaceId, 'K1')).toMatchObject({ modified_at: NOON });
    expect(await stored(workspaceId, 'P2')).toMatchObject({ name: 'Dorte' });
  });

  it('keep what the file has no column for', async () => {
    const workspaceId = await start();
    const result = await importFiles(database.db, workspaceId, {
      'contacts.csv': csv('no,type,name', 'K1,company,Alpha', 'P1,person,Ane Bo Dam'),
    });
    expect(figures(result)).toEqual({ 'contacts.csv': '0/1/1' });
    expect(await stored(workspaceId, 'P1')).toMatchObject({
      city: 'Aarhus',
      country_code: 'DK',
      company_no: 'K1',
      company_name: 'Alpha',
      // Parts that came from the name follow it.
      first_name: 'Ane',
      middle_name: 'Bo',
      surname: 'Dam',
    });
    expect(await stored(workspaceId, 'K1')).toMatchObject({ company_no: 'K1', phone: '1' });
  });

  it('give a company’s new name to all its people', async () => {
    const workspaceId = await start();
    const result = await importFiles(
      database.db,
      workspaceId,
      { 'contacts.csv': csv('no,type,name', 'K1,company,Beta') },
      later,
    );
    expect(figures(result)).toEqual({ 'contacts.csv': '0/1/0' });
    expect(await stored(workspaceId, 'P1')).toMatchObject({ company_name: 'Beta', modified_at: LATER });
    expect(await stored(workspaceId, 'P2')).toMatchObject({ company_name: '', modified_at: NOON });
  });

  it('stay when the file does not name them, links too', async () => {
    const workspaceId = await start();
    const result = await importFiles(database.db, workspaceId, {
      'mailing_groups.csv': csv('code,description', 'CARD,Card', 'NEWS,Newsletter'),
      'contact_mailing_groups.csv': csv('contact_no,mailing_group_code', 'P1,CARD'),
    });
    expect(figures(result)).toEqual({ 'mailing_groups.csv': '1/1/0', 'contact_mailing_groups.csv': '1/0/0' });
    const links = await database.sql`
      select code from contact_mailing_groups where workspace_id = ${workspaceId} order by code`;
    expect(links.map(({ code }) => code)).toEqual(['CARD', 'NEWS']);
  });

  it('take a person to another company, or away from it', async () => {
    const workspaceId = await start();
    await importFiles(database.db, workspaceId, {
      'contacts.csv': csv(
        'no,type,company_no,name',
        'K2,company,,Gamma',
        'P1,person,K2,Ane',
        'P2,person,k1,Dorte',
      ),
    });
    expect(await stored(workspaceId, 'P1')).toMatchObject({ company_no: 'K2', company_name: 'Gamma' });
    expect(await stored(workspaceId, 'P2')).toMatchObject({ company_no: 'K1', company_name: 'Alpha' });
    await importFiles(database.db, workspaceId, {
      'contacts.csv': csv('no,type,company_no,name', 'P1,person,,Ane'),
    });
    expect(await stored(workspaceId, 'P1')).toMatchObject({ company_id: null, company_name: '' });
  });

  it('turn a person into a company and back', async () => {
    const workspaceId = await start();
    await importFiles(database.db, workspaceId, {
      'contacts.csv': csv('no,type,name', 'P1,company,Ane ApS'),
    });
    expect(await stored(workspaceId, 'P1')).toMatchObject({
      type: 'company',
      company_no: 'P1',
      company_name: 'Ane ApS',
    });
    await importFiles(database.db, workspaceId, { 'contacts.csv': csv('no,type,name', 'P1,person,Ane') });
    expect(await stored(workspaceId, 'P1')).toMatchObject({
      type: 'person',
      company_id: null,
      company_name: '',
    });
  });
});

it('lets an answer take the place of the one before where a question takes one', async () => {
  const workspaceId = await newWorkspace();
  const answers = (...rows: string[]) =>
    csv('contact_no,questionnaire_code,line_no,answer_priority', ...rows);
  await importFiles(database.db, workspaceId, {
    'contacts.csv': csv('no,type,name', 'K1,company,Alpha'),
    'profile_questionnaires.csv': csv('code,description', 'FIRM,Firm'),
    'profile_questionnaire_lines.csv': csv(
      'questionnaire_code,line_no,type,question_line_no,description,multiple_answers,from_value,to_value',
      'FIRM,1,Question,1,Size?,false,,',
      'FIRM,2,Answer,1,Small,,,',
      'FIRM,3,Answer,1,Large,,100,500',
      'FIRM,4,Question,4,Wants?,true,,',
      'FIRM,5,Answer,4,Wood,,,',
      'FIRM,6,Answer,4,Steel,,,',
    ),
    'profile_answers.csv': answers('K1,FIRM,2,', 'K1,FIRM,5,Very Low (Hidden)'),
  });
  const result = await importFiles(database.db, workspaceId, {
    'profile_answers.csv': answers('K1,FIRM,3,', 'K1,FIRM,6,', 'K1,FIRM,5,Very Low (Hidden)'),
  });
  expect(figures(result)).toEqual({ 'profile_answers.csv': '1/1/1' });
  const left = await database.sql`
    select line_no, priority from contact_profile_answers where workspace_id = ${workspaceId} order by line_no`;
  expect(left.map(({ line_no, priority }) => `${line_no} ${priority}`)).toEqual([
    '3 normal',
    '5 very-low',
    '6 normal',
  ]);
  const [line] = await database.sql`
    select classification from profile_questionnaire_lines where workspace_id = ${workspaceId} and line_no = 3`;
  expect(line).toEqual({ classification: { from_value: '100', to_value: '500' } });
});
