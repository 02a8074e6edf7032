import { z } from 'zod';
import type { Cell } from './cells.ts';

/** One cell is null where a problem was found in it, or where nothing is. */
export type Row = Record<string, string | null>;

export interface Column {
  /** In the file, and in the table that stages it. */
  name: string;
  cell: Cell;
  /** What the database casts the cell to. */
  type: 'text' | 'integer' | 'numeric' | 'boolean' | 'date' | 'jsonb';
  /** The file must have this column. */
  required: boolean;
  /** Column of the table it is stored in; null when it is only looked at. */
  target: string | null;
  /** Not in the file, but worked out by `finish` from these columns of it. */
  from?: string[];
}

/** A code that must be in another table, or in the file that fills it. */
export interface Reference {
  column: string;
  /** The file that fills the table; its key has one column. */
  to: string;
}

/** One of the files of the format: what it looks like and where it goes. */
export interface ImportFile {
  /** `contacts.csv` */
  name: string;
  table: string;
  /** What its rows are, for reasons: `countries`. */
  things: string;
  columns: Column[];
  /** Completes a row from its other cells. */
  finish?: (row: Row) => void;
  /** Columns of the format that have no use here. */
  ignored: string[];
  /** What no two rows may share. */
  key: string[];
  references: Reference[];
  /** The rows belong to contacts (column `contact_no`) of this kind. */
  contacts?: 'any' | 'company' | 'person';
}

interface ColumnOptions {
  type?: Column['type'];
  required?: boolean;
  target?: string | null;
}

export const column = (name: string, cell: Cell, options: ColumnOptions = {}): Column => ({
  name,
  cell,
  type: options.type ?? 'text',
  required: options.required ?? false,
  target: options.target === undefined ? name : options.target,
});

type FileOptions = Omit<ImportFile, 'ignored' | 'references' | 'things'> &
  Partial<Pick<ImportFile, 'ignored' | 'references' | 'things'>>;

export const importFile = (file: FileOptions): ImportFile => ({
  ignored: [],
  references: [],
  things: file.table.replaceAll('_', ' '),
  ...file,
});

/** The schema of one row: every column of the format, blank where the file does not have it. */
export const rowSchema = (file: ImportFile): z.ZodType<Row, Record<string, string>> =>
  z.object(Object.fromEntries(inFile(file).map(({ name, cell }) => [name, cell])));

/** The columns that the file itself may have. */
export const inFile = (file: ImportFile): Column[] => file.columns.filter(({ from }) => !from);

/** Where the rows of a file wait to be checked. */
export const stagingTable = (fileName: string): string => `import_${fileName.replace(/\.csv$/, '')}`;
