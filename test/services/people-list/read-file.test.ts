import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { InvalidError } from '../../../src/core/errors.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { readPeopleFile } from '../../../src/services/people-list/read-file.ts';

const read = (text: string, encoding = 'utf-8') => readPeopleFile(iconv.encode(text, encoding), 5000);
const texts = async (text: string) => (await read(text)).map((entry) => entry.text);

async function problem(bytes: string | Buffer): Promise<object> {
  try {
    await readPeopleFile(Buffer.from(bytes), 5000);
  } catch (error) {
    if (!(error instanceof InvalidError)) throw error;
    return { ...error.params, code: error.code, field: error.fields[0]?.field };
  }
  throw new Error('The file was read.');
}

describe('the encoding', () => {
  const LIST = 'Navn;Mail\r\nBjørn Åse “Æ”;bjørn@ø.example\r\n';
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', false],
    ['utf-16le', true],
    ['utf-16be', false],
    ['utf-16be', true],
    ['windows-1252', false],
  ])('%s is told, with a mark: %s', async (encoding, addBOM) => {
    expect(await readPeopleFile(iconv.encode(LIST, encoding, { addBOM }), 5000)).toEqual([
      { line: 2, text: 'bjørn@ø.example', no: '', email: 'bjørn@ø.example', name: 'Bjørn Åse “Æ”' },
    ]);
  });

  it('is Latin-1 when it is nothing else', async () => {
    expect(
      (await readPeopleFile(Buffer.from('Søren\nÅse', 'latin1'), 5000)).map((entry) => entry.text),
    ).toEqual(['Søren', 'Åse']);
  });
});

describe('the columns', () => {
  it.each([
    ['a comma', 'No.,Name,E-mail\nCT000001,"Holm, Bo",bo@a.example'],
    ['a semicolon', 'Kontaktnr.;Navn;E-mail\nCT000001;Holm, Bo;bo@a.example'],
    ['a tab', 'Contact no.\tName\tEmail address\nCT000001\tHolm, Bo\tbo@a.example'],
    ['what sep= says', 'sep=|\nnummer|fulde navn|mailadresse\nCT000001|Holm, Bo|bo@a.example'],
    ['a tab, with others between them', 'City\tMAIL\tNr\tNavn\nÅrhus, C\tbo@a.example\tCT000001\tHolm, Bo'],
  ])('are set apart by %s', async (_name, text) => {
    expect(await read(text)).toMatchObject([
      { text: 'CT000001', no: 'CT000001', email: 'bo@a.example', name: 'Holm, Bo' },
    ]);
  });

  it.each(['en', 'da'] as const)('of our own exports are known (%s)', async (locale) => {
    const words = ['csv.entryNo', 'csv.contactNo', 'csv.name', 'csv.companyName', 'csv.email'] as const;
    const head = words.map((key) => translate(locale, key)).join(',');
    expect(await read(`${head}\n7,CT000001,Bo,Alpha,'=bo@a.example`)).toMatchObject([
      { no: 'CT000001', name: 'Bo', email: '=bo@a.example' },
    ]);
  });

  it('without a heading: the first one counts', async () => {
    expect(await texts('bo@a.example;Bo\r\n\r\nct000004;Dee\r\n;;\r\n')).toEqual([
      'bo@a.example',
      'ct000004',
    ]);
    expect((await read('bo@a.example;Bo\n\n"ct";Dee')).map(({ line }) => line)).toEqual([1, 3]);
  });

  it('a single column keeps the commas of its names', async () => {
    expect(await texts('Navn\nMøbler, Senge A/S\nAlpha\n"Beta, Inc."\nBo Holm <bo@a.example>')).toEqual([
      'Møbler, Senge A/S',
      'Alpha',
      'Beta, Inc.',
      'bo@a.example',
    ]);
    expect(await texts('Møbler, Senge A/S\nAlpha')).toEqual(['Møbler, Senge A/S', 'Alpha']);
  });

  it('say the lines of the file, blank ones and quoted line ends counted', async () => {
    const text = 'name;note\r\n"Bo";"two\r\nlines"\r\n\r\nDee;x\rZeta;\n';
    expect((await read(text)).map(({ line, text }) => [line, text])).toEqual([
      [2, 'Bo'],
      [5, 'Dee'],
      [6, 'Zeta'],
    ]);
  });

  it('that say the same are not guessed between', async () => {
    expect(await problem('E-mail;Navn;mail\na@b.c;Bo;d@e.f')).toEqual({
      code: 'list_column_twice',
      field: 'file',
      first: 'E-mail',
      second: 'mail',
    });
  });
});

describe('what is no list', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');
  it.each([
    ['a new Excel file', Buffer.from('504b0304140006000800', 'hex'), 'list_is_workbook'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'list_is_workbook'],
    ['a picture', PNG, 'list_not_text'],
    ['another picture', JPEG, 'list_not_text'],
    ['a web page', '\n<!DOCTYPE html><table><tr><td>Bo', 'list_not_text'],
    ['a PDF', '%PDF-1.7\n', 'list_not_text'],
    ['nothing', '', 'list_empty'],
    ['blanks', '\ufeff \r\n;;;\r\n', 'list_empty'],
    ['a heading alone', 'Name;E-mail\r\n', 'list_empty'],
    ['columns without anybody', 'Name;City\n;Århus\n', 'list_empty'],
  ])('%s', async (_name, bytes, code) => {
    expect(await problem(bytes)).toEqual({ code, field: 'file' });
  });

  it('a cell of 10 MB, quoted or not, closed or not', async () => {
    const huge = 'x'.repeat(10 * 1024 * 1024);
    for (const text of [huge, `a;b\n${huge};c`, `name;b\nBo;1\n"${huge}";c`, `name,b\nBo,1\n"${huge}`]) {
      expect(await problem(text)).toMatchObject({ code: 'list_row_broken' });
    }
    expect(await problem(`name;b\nBo;1\n"${huge}";c`)).toMatchObject({ line: 3 });
    expect(await problem('name;b\nBo;1\nDee;"2\nZeta;3\n')).toMatchObject({
      code: 'list_row_broken',
      line: 3,
    });
  });

  it('is not read further than wanted, however many lines there are', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `nobody${at}@a.example;x`).join('\n');
    expect(await readPeopleFile(Buffer.from(`mail;x\n${many}`), 5001)).toHaveLength(5001);
    const trailing = `${'\n;'.repeat(20_000)}`;
    expect(await texts(`mail;x\nbo@a.example;y${trailing}\ndee@a.example;z`)).toHaveLength(2);
  });
});
