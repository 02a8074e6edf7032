import { beforeEach, describe, expect, it } from 'vitest';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { csv, figures, importFiles } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let count = 0;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0${count}`);
  await addContacts(ours, [
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Beta' },
    { id: 3, name: 'Bo', company: 1 },
    { id: 4, name: 'Cy', type: 'person' },
  ]);
});

const contacts = (...rows: string[]) => ({ 'contacts.csv': csv('no,type,company_no,name', ...rows) });
const run = (...rows: string[]) => importFiles(database.db, ours.id, contacts(...rows));
/** A segment with the contact; what is returned is its number. */
async function segmentWith(text: string): Promise<string> {
  const { no } = await createSegment(ours.as('rita'), {});
  await add(ours.as('rita'), { no, criteria: criteria(text) });
  return no;
}

async function logInteractions(): Promise<void> {
  for (const [contactId, companyId] of [
    [3, 1],
    [4, null],
  ] as const) {
    await database.sql`
      insert into interaction_log_entries (workspace_id, contact_id, company_id, date, description,
        interaction_group_code, interaction_template_code, information_flow, initiated_by, correspondence_type,
        salesperson_code, cost, duration, member_id, logged_at)
      values (${ours.id}, ${contactId}, ${companyId}, '2026-11-01', 'Call', 'PHONE', 'OUTGOING', '', '', '', 'RR', 1, 1,
        101, now())`;
  }
}

/** A task and an opportunity with each of the two people. */
async function planSales(): Promise<void> {
  for (const [contactId, companyId] of [
    [3, 1],
    [4, null],
  ] as const) {
    await database.sql`
      insert into tasks (workspace_id, no, kind, description, date, salesperson_code, contact_id, company_id, created_by,
        created_at)
      values (${ours.id}, ${`TD${contactId}`}, 'organizer', 'Call', '2026-11-01', 'RR', ${contactId}, ${companyId}, 101,
        now())`;
    await database.sql`
      insert into opportunities (workspace_id, no, description, salesperson_code, contact_id, company_id, created_on,
        created_by, created_at)
      values (${ours.id}, ${`OP${contactId}`}, 'Desks', 'RR', ${contactId}, ${companyId}, '2026-11-01', 101, now())`;
  }
}

describe('a person on a segment that is not logged', () => {
  it('stays with the company', async () => {
    const no = await segmentWith('name:Bo');
    expect((await run('CT000003,person,CT000002,Bo')).rejects).toEqual([
      `contacts.csv,2,company_no,CT000002,cannot be the new company of a person who is on segment ${no}: log it or take the person off it first`,
    ]);
    expect((await run('CT000003,person,,Bo')).badRows).toBe(1);
    expect(figures(await run('CT000003,person,CT000001,Bo Jr'))).toEqual({ 'contacts.csv': '0/1/0' });
  });

  it('moves freely once taken off it, or when another workspace has the segment', async () => {
    const no = await segmentWith('name:Bo');
    await undoStep(ours.as('rita'), { no });
    const theirs = await makeWorkspace(database.db, `T0OTHER${count}`);
    await addContacts(theirs, [
      { id: 1, name: 'Alpha' },
      { id: 3, name: 'Bo', company: 1 },
    ]);
    const segment = await createSegment(theirs.as('rita'), {});
    await add(theirs.as('rita'), { no: segment.no, criteria: criteria('name:Bo') });
    expect(figures(await run('CT000003,person,CT000002,Bo'))).toEqual({ 'contacts.csv': '0/1/0' });
  });
});

describe('another type', () => {
  it.each([
    [
      'was on a segment, which redo may bring back',
      'CT000004,company,,Cy',
      'is on a segment that is not logged',
    ],
    ['has people', 'CT000001,person,,Alpha', 'has people'],
    ['has an industry', 'CT000002,person,,Beta', 'has industry groups'],
    ['has a job', 'CT000003,company,,Bo', 'has job responsibilities'],
  ])('is not for a contact that %s', async (_what, row, reason) => {
    await undoStep(ours.as('rita'), { no: await segmentWith('name:Cy') });
    await importFiles(database.db, ours.id, {
      'job_responsibilities.csv': csv('code,description', 'BUYER,Buys'),
      'contact_job_responsibilities.csv': csv('contact_no,job_responsibility_code', 'CT000003,BUYER'),
      'contact_industry_groups.csv': csv('contact_no,industry_group_code', 'CT000002,PRESS'),
    });
    const { rejects } = await run(row);
    expect(rejects).toEqual([
      `contacts.csv,2,type,${row.split(',')[1]},cannot be the new type of a contact that ${reason}`,
    ]);
  });

  it('is not for a contact with interactions', async () => {
    await logInteractions();
    const { rejects } = await run('CT000004,company,,Cy');
    expect(rejects).toEqual([
      'contacts.csv,2,type,company,cannot be the new type of a contact that has interactions',
    ]);
  });

  it('is not for a contact with tasks and opportunities', async () => {
    await planSales();
    const { rejects } = await run('CT000004,company,,Cy');
    expect(rejects).toEqual([
      'contacts.csv,2,type,company,cannot be the new type of a contact that has opportunities',
      'contacts.csv,2,type,company,cannot be the new type of a contact that has tasks',
    ]);
  });

  it('is for a company whose people leave in the same file', async () => {
    expect(figures(await run('CT000001,person,,Alpha', 'CT000003,person,CT000002,Bo'))).toEqual({
      'contacts.csv': '0/2/0',
    });
  });
});

it('leaves interactions, tasks and opportunities of people who move with the old company, or the first', async () => {
  await logInteractions();
  await planSales();
  await run('CT000003,person,CT000002,Bo', 'CT000004,person,CT000002,Cy');
  for (const table of ['interaction_log_entries', 'tasks', 'opportunities']) {
    const rows = await database.sql`
      select contact_id::int as contact, company_id::int as company from ${database.sql(table)}
      where workspace_id = ${ours.id} order by id`;
    expect([...rows], table).toEqual([
      { contact: 1, company: 1 },
      { contact: 2, company: 2 },
    ]);
  }
});

describe('privacy', () => {
  const flags = (header: string, ...rows: string[]) =>
    importFiles(database.db, ours.id, { 'contacts.csv': csv(`no,type,name,${header}`, ...rows) });
  const stored = (no: string) =>
    database.sql`
      select minor, parental_consent, privacy_blocked from contacts where workspace_id = ${ours.id} and no = ${no}`;
  const all = 'minor,parental_consent,privacy_blocked';

  it('a minor is blocked unless the file says otherwise and the parents consent', async () => {
    // Past the ids that the tests give themselves.
    await database.sql`select setval(pg_get_serial_sequence('contacts', 'id'), 1000)`;
    await flags(all, 'CT000004,person,Cy,true,,', 'CT000008,person,New,true,true,', 'CT000009,person,Old,,,');
    expect(await stored('CT000004')).toEqual([
      { minor: true, parental_consent: false, privacy_blocked: true },
    ]);
    expect(await stored('CT000008')).toEqual([
      { minor: true, parental_consent: true, privacy_blocked: true },
    ]);
    expect(await stored('CT000009')).toEqual([
      { minor: false, parental_consent: false, privacy_blocked: false },
    ]);
    const again = await flags(all, 'CT000004,person,Cy,true,,', 'CT000008,person,New,true,true,');
    expect(figures(again)).toEqual({ 'contacts.csv': '0/0/2' });
    await flags('privacy_blocked', 'CT000008,person,New,false', 'CT000009,person,Old,true');
    expect(await stored('CT000008')).toMatchObject([{ minor: true, privacy_blocked: false }]);
    expect(await stored('CT000009')).toMatchObject([{ minor: false, privacy_blocked: true }]);
  });

  it('73: a minor without consent cannot be unblocked; with consent it can', async () => {
    const refused = 'cannot be false for a minor without parental consent';
    const none = await flags(all, 'CT000004,person,Cy,true,false,false');
    expect(none.rejects).toEqual([`contacts.csv,2,privacy_blocked,false,${refused}`]);
    await flags('minor', 'CT000004,person,Cy,true');
    expect((await flags('privacy_blocked', 'CT000004,person,Cy,false')).badRows).toBe(1);
    // Recording the consent is one thing, unblocking another.
    await flags('parental_consent', 'CT000004,person,Cy,true');
    expect(await stored('CT000004')).toMatchObject([{ parental_consent: true, privacy_blocked: true }]);
    await flags('privacy_blocked', 'CT000004,person,Cy,false');
    expect(await stored('CT000004')).toMatchObject([{ privacy_blocked: false }]);
    await flags('parental_consent', 'CT000004,person,Cy,false');
    expect(await stored('CT000004')).toMatchObject([{ parental_consent: false, privacy_blocked: true }]);
  });

  it('stays as it is where the file does not speak of it', async () => {
    await flags('privacy_blocked', 'CT000004,person,Cy,true');
    await run('CT000004,person,,Cyril');
    expect(await stored('CT000004')).toMatchObject([{ privacy_blocked: true }]);
    await flags(all, 'CT000004,person,Cyril,,,');
    expect(await stored('CT000004')).toMatchObject([{ privacy_blocked: true }]);
  });
});
