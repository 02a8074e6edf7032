import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFolder } from '../../../src/services/import/import-folder.ts';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { useDatabase } from '../../support/database.ts';
import { csv, folderOf, importContext, importFiles } from './support.ts';

const database = useDatabase();
let count = 0;
const newWorkspace = () => {
  count += 1;
  return registerWorkspace(database.db, { teamId: `T0${count}` });
};

describe('the folder', () => {
  it('may spell names as it likes, and names what it does not read', async () => {
    const result = await importFiles(database.db, await newWorkspace(), {
      'Countries.CSV': '\ufeffCode , NAME\r\n"dk","Danmark ""her"""\r\n\r\n , \r\nse,"to\r\nlinjer"\r\n',
      'contact.csv': 'a',
      'activities.csv': 'a',
      'notes.txt': 'a',
    });
    expect(result).toMatchObject({
      badRows: 0,
      notUsed: ['activities.csv'],
      unknown: [{ fileName: 'contact.csv', meant: 'contacts.csv' }],
    });
    const rows =
      await database.sql`select code, description from countries order by workspace_id desc, code limit 2`;
    expect(rows.map((row) => [row.code, row.description])).toEqual([
      ['DK', 'Danmark "her"'],
      ['SE', 'to\r\nlinjer'],
    ]);
  });

  it.each([
    [{}, /has no file to import, such as contacts\.csv/],
    [{ 'contact.csv': '' }, /is contact\.csv meant to be contacts\.csv\?/],
  ])('must have files: %o', async (files, message) => {
    await expect(importFiles(database.db, await newWorkspace(), files)).rejects.toThrow(message);
  });

  it('must be there, and so must the place for rejects', async () => {
    const ctx = importContext(database.db, await newWorkspace());
    await expect(importFolder(ctx, { folder: '/nowhere', rejectsFile: '/tmp/x' })).rejects.toThrow(
      '/nowhere does not exist.',
    );
    const folder = await folderOf({ 'countries.csv': csv('code,name', ',Blank') });
    const nowhere = join(folder, 'nowhere');
    const rejected = (rejectsFile: string) => expect(importFolder(ctx, { folder, rejectsFile })).rejects;
    await rejected(join(nowhere, 'rejects.csv')).toThrow(`${nowhere} does not exist.`);
    await rejected(folder).toThrow(`${folder} is a folder.`);
    await rejected(join(folder, 'countries.csv')).toThrow(
      'is to be imported: name another file for rejects.',
    );
  });

  it('loses the rejects of an earlier run, and no other file', async () => {
    const ctx = importContext(database.db, await newWorkspace());
    const folder = await folderOf({ 'countries.csv': csv('code,name', ',Blank'), 'mine.csv': 'mine' });
    const rejects = join(folder, 'import-rejects.csv');
    expect((await importFolder(ctx, { folder, rejectsFile: rejects })).badRows).toBe(1);
    expect(existsSync(rejects)).toBe(true);
    await writeFile(join(folder, 'countries.csv'), csv('code,name', 'DK,Denmark'));
    expect(await importFolder(ctx, { folder, rejectsFile: rejects })).toMatchObject({
      badRows: 0,
      unknown: [{ fileName: 'mine.csv' }],
    });
    expect(existsSync(rejects)).toBe(false);
    await importFolder(ctx, { folder, rejectsFile: join(folder, 'mine.csv') });
    expect(existsSync(join(folder, 'mine.csv'))).toBe(true);
  });
});
