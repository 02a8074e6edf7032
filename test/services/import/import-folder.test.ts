import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextNumber } from '../../../src/core/number-series.ts';
import { importFolder } from '../../../src/services/import/import-folder.ts';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { NOON } from '../../support/workspace.ts';
import { csv, folderOf, importContext, importFiles, storedContact } from './support.ts';

const database = useDatabase();
const DEMO = 'demo';
const CRONUS = '../shared/data/cronus';
const LATER = new Date('2026-12-01T08:00:00Z');

let count = 0;
const newWorkspace = () => {
  count += 1;
  return registerWorkspace(database.db, { teamId: `T0${count}` });
};
const stored = (workspaceId: number, no: string) => storedContact(database.sql, workspaceId, no);
const rejectsFile = async () => join(await folderOf({}), 'rejects.csv');

describe('a whole folder', () => {
  let workspaceId: number;
  let other: number;
  beforeAll(async () => {
    other = await newWorkspace();
    workspaceId = await newWorkspace();
    // The same numbers and codes stand for something else next door.
    await importFiles(database.db, other, {
      'countries.csv': csv('code,name', 'DK,Elsewhere'),
      'contacts.csv': csv('no,type,name,country_code', 'CT000001,person,Somebody else,DK'),
    });
    await importFolder(importContext(database.db, workspaceId), {
      folder: DEMO,
      rejectsFile: await rejectsFile(),
    });
  });

  it('brings in companies that point at themselves and people that point at them', async () => {
    expect(await stored(workspaceId, 'CT000001')).toMatchObject({
      type: 'company',
      company_no: 'CT000001',
      company_name: 'Møbelværket Aarhus A/S',
      correspondence_type: 'email',
      exclude_from_segment: false,
      created_at: NOON,
    });
    expect(await stored(workspaceId, 'CT000015')).toMatchObject({
      type: 'person',
      company_no: 'CT000001',
      company_name: 'Møbelværket Aarhus A/S',
      correspondence_type: 'hard-copy',
      first_name: 'Karen',
      middle_name: 'Lykke',
      surname: 'Østergård',
      currency_code: null,
    });
  });

  it('leaves another workspace with the same numbers alone', async () => {
    expect(await stored(other, 'CT000001')).toMatchObject({ type: 'person', name: 'Somebody else' });
    const [country] = await database.sql`select description from countries where workspace_id = ${other}`;
    expect(country).toEqual({ description: 'Elsewhere' });
  });

  it('changes nothing when it comes again', async () => {
    const result = await importFolder(importContext(database.db, workspaceId, { now: () => LATER }), {
      folder: DEMO,
      rejectsFile: await rejectsFile(),
    });
    expect(result).toMatchObject({ badRows: 0, contacts: { companies: 14, people: 45 }, madeRoom: null });
    expect(result.files).toHaveLength(27);
    for (const file of result.files)
      expect(file).toMatchObject({ added: 0, changed: 0, unchanged: file.read });
    expect(result.files.every(({ read }) => read > 0)).toBe(true);
    const touched = await database.sql`
      select no from contacts where workspace_id = ${workspaceId} and modified_at > ${NOON.toISOString()}::timestamptz`;
    expect(touched).toEqual([]);
  });

  it('goes on with the numbers after the highest', async () => {
    const ctx = importContext(database.db, workspaceId);
    await database.db.transaction(async (tx) => {
      expect(await nextNumber({ ...ctx, tx }, 'contact')).toBe('CT000060');
      expect(await nextNumber({ ...ctx, tx }, 'campaign')).toBe('CP1004');
      expect(await nextNumber({ ...ctx, tx }, 'segment')).toBe('SM00001');
    });
  });

  it('says in the audit log what it did', async () => {
    const [row] = await database.sql`
      select actor, member_id, action, detail from audit_log where workspace_id = ${workspaceId} order by id limit 1`;
    expect(row).toMatchObject({
      actor: 'import',
      member_id: null,
      action: 'workspace.import',
      detail: { contacts: { companies: 14, people: 45 } },
    });
  });
});

it.skipIf(!existsSync(CRONUS))('takes the CRONUS data as it is', async () => {
  const workspaceId = await newWorkspace();
  const input = { folder: CRONUS, rejectsFile: await rejectsFile() };
  const first = await importFolder(importContext(database.db, workspaceId), input);
  expect(first).toMatchObject({ badRows: 0, contacts: { companies: 167, people: 370 } });
  expect(first.notUsed).toHaveLength(4);
  const second = await importFolder(importContext(database.db, workspaceId), input);
  expect(second.files.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
});

it('is for the import only', async () => {
  const ctx = importContext(database.db, await newWorkspace(), { actor: { kind: 'job', name: 'other' } });
  await expect(importFolder(ctx, { folder: DEMO, rejectsFile: 'x.csv' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
