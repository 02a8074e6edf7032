import { CsvError, type Parser, parse } from 'csv-parse';
import { FileProblem } from './file-problem.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** Far more than any row of the format takes; what is longer is a quote that was never closed, or no CSV. */
const MAX_ROW_BYTES = 1_000_000;

export interface CsvRow {
  /** Where it begins; the header is line 1. */
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV file, the header first, some at a time in bounded memory. Rows without any content are left out.
 * @throws FileProblem where the file is not UTF-8, or its quotes do not add up; all rows before it were given
 */
export async function* readRows(path: string, onBytes: (count: number) => void): AsyncGenerator<CsvRow[]> {
  let rows: CsvRow[] = [];
  const place = new Place();
  const parser = parse({
    bom: true,
    columns: false,
    max_record_size: MAX_ROW_BYTES,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines, empty_lines }) => {
      const line = place.pass(cells, lines, empty_lines);
      if (cells.some((value) => value.trim() !== '')) rows.push({ line, cells });
      // Nothing goes on through the stream, which would drop what it holds when a later row is broken.
      return null;
    },
  });
  parser.on('error', () => {});
  parser.resume();
  const taken = () => {
    const full = rows;
    rows = [];
    return full;
  };
  try {
    for await (const chunk of utf8Chunks(path, onBytes)) {
      const problem = await write(parser, chunk);
      if (rows.length > 0) yield taken();
      if (problem) throw quoteProblem(problem, place);
    }
    const problem = await write(parser, null);
    if (rows.length > 0) yield taken();
    if (problem) throw quoteProblem(problem, place);
  } catch (error) {
    // The parser holds a few bytes back; what it has is whole lines.
    if (error instanceof FileProblem && !parser.writableEnded && !parser.destroyed) await write(parser, null);
    if (rows.length > 0) yield taken();
    throw error;
  } finally {
    parser.destroy();
  }
}

const write = (parser: Parser, chunk: Buffer | null) =>
  new Promise<Error | null>((resolve) => {
    if (chunk) parser.write(chunk, (error) => resolve(error ?? null));
    else
      parser
        .once('error', resolve)
        .once('end', () => resolve(null))
        .end();
  });

/** Keeps count of where records begin. */
class Place {
  #next = 1;
  #blank = 0;
  #counted = 1;

  /** @returns the line where a record that was just read begins */
  pass(cells: string[], lines: number, blankLines: number): number {
    const start = this.at(blankLines);
    // The parser counts a line end of two characters inside quotes twice, so it only says when to look.
    this.#next = start + 1 + (lines > this.#counted ? lineEnds(cells) : 0);
    this.#blank = blankLines;
    this.#counted = lines + 1;
    return start;
  }

  /** The line where the record after the last one begins. */
  at(blankLines: number): number {
    return this.#next + blankLines - this.#blank;
  }
}

const lineEnds = (cells: string[]) =>
  cells.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

function quoteProblem(error: Error, place: Place): FileProblem {
  const blankLines = 'empty_lines' in error ? Number(error.empty_lines) : 0;
  const column = 'index' in error ? Number(error.index) : null;
  const problem = (reason: string) =>
    new FileProblem(place.at(blankLines), column, '', `${reason}. The rest of the file was not read`);
  const code = error instanceof CsvError ? error.code : error.message;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return problem('A double quote that opens in this row is never closed');
    case 'CSV_MAX_RECORD_SIZE':
      return problem('The row is longer than 1 MB, perhaps because a double quote is not closed');
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return problem('A double quote stands inside a cell: write it twice and put the cell in double quotes');
    default:
      return problem(`The row cannot be read (${code})`);
  }
}
