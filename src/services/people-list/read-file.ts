import { decodeText } from './decode-text.ts';
import { anyOf, cleanText, type Entry } from './entries.ts';
import { readHeadings, type Said } from './headings.ts';
import { listProblem } from './list-problem.ts';
import { type Row, readRows } from './read-rows.ts';

/** Characters; what is longer is nothing that a contact is known by. */
const MAX_CELL = 1000;

/**
 * The people of a file: by the columns whose headings are known, else by its first column.
 * @param max people wanted; those after them are left out
 * @throws InvalidError at the field file: list_is_workbook, list_not_text, list_empty, list_column_twice,
 * list_row_broken
 */
export async function readPeopleFile(bytes: Buffer, max: number): Promise<Entry[]> {
  // One more, for the headings.
  const rows = await readRows(decodeText(bytes), max + 1);
  const columns = rows[0] && readHeadings(rows[0].cells);
  const people = columns ? rows.slice(1) : rows;
  const entries = people
    .map((row) => (columns ? fromColumns(row, columns) : anyOf(row.line, cell(row, 0))))
    .filter(({ text }) => text !== '');
  if (entries.length === 0) throw listProblem('file', 'list_empty');
  return entries.slice(0, max);
}

function cell({ cells, line }: Row, at: number | undefined): string {
  const text = at === undefined ? '' : (cells[at] ?? '');
  if (text.length > MAX_CELL) throw listProblem('file', 'list_row_broken', { line });
  return text;
}

function fromColumns(row: Row, columns: Map<Said, number>): Entry {
  const said = (what: Said) => cleanText(cell(row, columns.get(what)));
  const [no, email, name] = [said('no'), said('email'), said('name')];
  return { line: row.line, text: no || email || name, no, email, name };
}
