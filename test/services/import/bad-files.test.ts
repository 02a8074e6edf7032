import { beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { csv, everything, type Files, importFiles } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let before: string;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  before = await everything(database.sql);
});

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const cases: [what: string, files: Files, rejects: string[]][] = [
  [
    'a column of no name the format has',
    { 'contacts.csv': csv('no,type,name,frist_name', 'CT8,person,Bo,Bo') },
    ['contacts.csv,1,,frist_name,contacts.csv has no column of this name; did you mean first_name?'],
  ],
  [
    'a column that is missing and one that is there twice',
    { 'contacts.csv': csv('no,name,Name', 'CT8,Bo,Bo') },
    ['contacts.csv,1,name,Name,The column is there twice', 'contacts.csv,1,type,,The column is missing'],
  ],
  [
    'semicolons',
    { 'countries.csv': csv('code;name', 'DK;Denmark') },
    ['countries.csv,1,,code;name,The columns seem to be separated by semicolons: use commas'],
  ],
  [
    'an empty file',
    { 'countries.csv': '' },
    ['countries.csv,1,,,The file is empty: its first line should name the columns'],
  ],
  [
    'a quote that is never closed',
    { 'countries.csv': csv('code,name', 'XA,Good', 'ZZ9999999999,Long', 'XB,"Open', 'XC,More') },
    [
      'countries.csv,3,code,ZZ9999999999,is longer than 10 characters',
      'countries.csv,4,name,,A double quote that opens in this row is never closed. The rest of the file was not read',
    ],
  ],
  [
    'a quote inside a cell',
    { 'countries.csv': csv('code,name', '', 'XA,5" nails') },
    [
      'countries.csv,3,name,,A double quote stands inside a cell: write it twice and put the cell in double quotes. The rest of the file was not read',
    ],
  ],
  [
    'a cell of 10 MB',
    { 'countries.csv': csv('code,name', `XA,${'x'.repeat(10_000_000)}`) },
    [
      'countries.csv,2,name,,"The row is longer than 1 MB, perhaps because a double quote is not closed. The rest of the file was not read"',
    ],
  ],
  [
    'a file in Latin 1, whose countries are then not missed elsewhere',
    {
      'countries.csv': bytes('code,name\nXA,Good\nXB,', [0xe5], 'land\nXC,More\n'),
      'contacts.csv': csv('no,type,name,country_code', 'CT8,person,Bo,XC'),
    },
    ['countries.csv,3,,"XB,åland",The file is not UTF-8: save it as UTF-8. The rest of it was not read'],
  ],
  [
    'a file in UTF-16',
    { 'countries.csv': Buffer.from('\ufeffcode,name\nXA,Good\n', 'utf16le') },
    ['countries.csv,1,,,The file is UTF-16: save it as UTF-8'],
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
