import { join } from 'node:path';
import type { Transaction } from '../../db/client.ts';
import { FileProblem } from './file-problem.ts';
import { type Header, readHeader } from './header.ts';
import { fileError } from './import-error.ts';
import { type ImportFile, inFile, type Row, rowSchema } from './import-file.ts';
import type { Problems } from './problems.ts';
import { type CsvRow, readRows } from './read-rows.ts';
import { BATCH_ROWS, createStaging, type Staged, stageRows } from './staging.ts';

export interface StageInput {
  folder: string;
  /** The name it has in the folder. */
  fileName: string;
  file: ImportFile;
  fileNo: number;
  onBytes: (count: number) => void;
}

/** Reads a file into its staging table; what is wrong with single cells, rows or the file goes to `problems`. */
export async function stageFile(tx: Transaction, problems: Problems, input: StageInput): Promise<Staged> {
  const { file, fileNo } = input;
  const staged: Staged = {
    file,
    fileNo,
    table: await createStaging(tx, file),
    present: new Set(),
    rows: 0,
    complete: true,
  };
  const path = join(input.folder, input.fileName);
  let reader: RowReader | undefined;
  const broken = async (problem: FileProblem) => {
    const { column, line, value, message } = problem;
    const name = typeof column === 'number' ? (reader?.header[column]?.name ?? null) : column;
    staged.complete = false;
    await problems.add({ fileNo, line, column: name, value, reason: message });
  };
  try {
    for await (const rows of readRows(path, input.onBytes)) {
      let from = 0;
      if (!reader) {
        const read = readHeader(file, rows[0]?.cells ?? []);
        if ('problems' in read) {
          for (const problem of read.problems) await broken(problem);
          return staged;
        }
        reader = new RowReader(tx, problems, staged, read.header);
        from = 1;
      }
      for (let at = from; at < rows.length; at += 1) {
        const row = rows[at];
        if (row) await reader.take(row);
      }
    }
    if (!reader)
      await broken(new FileProblem(1, null, '', 'The file is empty: its first line should name the columns'));
  } catch (error) {
    if (error instanceof FileProblem) await broken(error);
    else throw error instanceof Error && 'syscall' in error ? fileError(path, error) : error;
  }
  await reader?.finish();
  return staged;
}

/** Turns rows into what the staging table holds, a batch at a time while the server takes the batch before. */
class RowReader {
  readonly header: Header;
  readonly #tx: Transaction;
  readonly #problems: Problems;
  readonly #staged: Staged;
  readonly #schema: ReturnType<typeof rowSchema>;
  readonly #blank: Record<string, string>;
  #lines: number[] = [];
  #rows: Row[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor(tx: Transaction, problems: Problems, staged: Staged, header: Header) {
    this.header = header;
    this.#tx = tx;
    this.#problems = problems;
    this.#staged = staged;
    const { file, present } = staged;
    this.#schema = rowSchema(file);
    this.#blank = Object.fromEntries(inFile(file).map(({ name }) => [name, '']));
    for (const column of header) if (column) present.add(column.name);
    for (const { name, from } of file.columns)
      if (from?.some((source) => present.has(source))) present.add(name);
  }

  async take({ line, cells }: CsvRow): Promise<void> {
    const { file, fileNo } = this.#staged;
    this.#staged.rows += 1;
    if (cells.length !== this.header.length) {
      this.#staged.complete = false;
      const reason = `has ${cells.length} cells, but the header has ${this.header.length}`;
      await this.#problems.add({ fileNo, line, column: null, value: cells.join(','), reason });
      return;
    }
    const given = { ...this.#blank };
    this.header.forEach((column, at) => {
      if (column) given[column.name] = cells[at] ?? '';
    });
    const parsed = this.#schema.safeParse(given);
    const row = parsed.success ? parsed.data : await this.#rescue(line, given);
    file.finish?.(row);
    this.#lines.push(line);
    this.#rows.push(row);
    if (this.#rows.length >= BATCH_ROWS) await this.#send();
  }

  /** Notes what is wrong, and keeps the good cells, so that other rows may refer to this one. */
  async #rescue(line: number, given: Record<string, string>): Promise<Row> {
    const { file, fileNo, present } = this.#staged;
    const row: Row = {};
    for (const { name, cell } of inFile(file)) {
      const value = given[name] ?? '';
      const parsed = cell.safeParse(value);
      row[name] = parsed.success ? parsed.data : null;
      const reason = parsed.error?.issues[0]?.message;
      if (reason && present.has(name))
        await this.#problems.add({ fileNo, line, column: name, value, reason });
    }
    return row;
  }

  async #send(): Promise<void> {
    const [lines, rows] = [this.#lines, this.#rows];
    this.#lines = [];
    this.#rows = [];
    await this.#sending;
    this.#sending = stageRows(this.#tx, this.#staged.table, this.#staged.file.columns, lines, rows);
    // It is awaited before the next batch; until then nobody listens to a failure.
    this.#sending.catch(() => {});
  }

  async finish(): Promise<void> {
    if (this.#rows.length > 0) await this.#send();
    await this.#sending;
    await this.#problems.flush();
  }
}
