import { closest, distance } from 'fastest-levenshtein';
import { FileProblem } from './file-problem.ts';
import { type Column, type ImportFile, inFile } from './import-file.ts';

/** The column that each cell of a row belongs to; null where the format has no use for it. */
export type Header = (Column | null)[];

/** A name this near may be what was meant. */
const nearest = (name: string, names: string[]) => {
  const near = closest(name, names);
  return distance(name, near) <= Math.max(2, Math.ceil(near.length / 3)) ? near : undefined;
};

/**
 * Reads the header of a file: every name must be one of the format, the required ones must be there.
 * @returns what is wrong with it, or the columns
 */
export function readHeader(
  file: ImportFile,
  cells: string[],
): { header: Header } | { problems: FileProblem[] } {
  const columns = new Map<string, Column | null>();
  for (const name of file.ignored) columns.set(name, null);
  for (const column of inFile(file)) columns.set(column.name, column);
  const names = cells.map((cell) => cell.trim().toLowerCase());

  const separator =
    names.length === 1 ? [';', '\t', '|'].find((sign) => names[0]?.includes(sign)) : undefined;
  if (separator) {
    const sign = separator === ';' ? 'semicolons' : separator === '\t' ? 'tabs' : 'vertical bars';
    return {
      problems: [
        new FileProblem(1, null, cells[0] ?? '', `The columns seem to be separated by ${sign}: use commas`),
      ],
    };
  }

  const problems: FileProblem[] = [];
  const problem = (column: string | null, value: string, reason: string) =>
    problems.push(new FileProblem(1, column, value, reason));
  names.forEach((name, at) => {
    if (!columns.has(name)) problem(null, cells[at] ?? '', unknownColumn(file, name, [...columns.keys()]));
    else if (names.indexOf(name) < at) problem(name, cells[at] ?? '', 'The column is there twice');
  });
  for (const { name, required } of inFile(file)) {
    if (required && !names.includes(name)) problem(name, '', 'The column is missing');
  }
  return problems.length > 0 ? { problems } : { header: names.map((name) => columns.get(name) ?? null) };
}

function unknownColumn(file: ImportFile, name: string, known: string[]): string {
  const meant = nearest(name, known);
  return `${file.name} has no column of this name${meant ? `; did you mean ${meant}?` : ''}`;
}

/** The file of the format whose name is near, for one that is none of them. */
export const nearestFile = nearest;
