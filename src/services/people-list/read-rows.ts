import { setImmediate } from 'node:timers/promises';
import { type Parser, parse } from 'csv-parse';
import { countHeadings } from './headings.ts';
import { listProblem } from './list-problem.ts';

/** Characters; what is longer is a quotation mark that was never closed, or no list. */
const MAX_ROW = 100_000;
const PIECE_BYTES = 64 * 1024;
const SAMPLE_ROWS = 20;
const SAMPLE_LINES = 100;
const DELIMITERS = [';', '\t', ','];

export interface Row {
  /** 1-based line of the file in which the row begins. */
  line: number;
  cells: string[];
}

/**
 * The rows of a list that have any content, whatever separates their cells; one of a single column is taken line by
 * line. Rows after the last one wanted are not read.
 * @param max rows wanted
 * @throws InvalidError list_row_broken
 */
export async function readRows(file: string, max: number): Promise<Row[]> {
  const text = file.replace(/^\ufeff/, '').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  // Some programs tell the spreadsheet this way.
  const told = /^sep=(.)(?=\n)/i.exec(text)?.[1];
  const delimiter = told ?? (await findDelimiter(text));
  const rest = told === undefined ? text : text.slice('sep=,'.length);
  const { rows, broken } = delimiter === undefined ? lines(rest, max) : await records(rest, delimiter, max);
  if (broken !== undefined) throw listProblem('file', 'list_row_broken', { line: broken });
  return rows;
}

interface Read {
  rows: Row[];
  /** The line from which on nothing could be read. */
  broken?: number;
}

/** The one that sets known headings apart, else one that stands equally often in all rows. */
async function findDelimiter(text: string): Promise<string | undefined> {
  const sample = text.split('\n', SAMPLE_LINES).join('\n');
  const candidates: { delimiter: string; headings: number; even: boolean }[] = [];
  for (const delimiter of DELIMITERS) {
    const { rows } = await records(sample, delimiter, SAMPLE_ROWS);
    const [first] = rows;
    if (!first || first.cells.length < 2) continue;
    const even = rows.every(({ cells }) => cells.length === first.cells.length);
    candidates.push({ delimiter, headings: countHeadings(first.cells), even });
  }
  const [best] = candidates.toSorted((a, b) => b.headings - a.headings);
  if (best && best.headings > 0) return best.delimiter;
  return candidates.find(({ even }) => even)?.delimiter;
}

const hasContent = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');

function lines(text: string, max: number): Read {
  const rows: Row[] = [];
  let line = 0;
  for (const cell of text.split('\n')) {
    line += 1;
    if (cell.length > MAX_ROW) return { rows, broken: line };
    if (hasContent([cell])) rows.push({ line, cells: [cell] });
    if (rows.length === max) break;
  }
  return { rows };
}

/** Piece by piece, so that other requests are answered meanwhile. */
async function records(text: string, delimiter: string, max: number): Promise<Read> {
  const rows: Row[] = [];
  let next = 1;
  const parser = parse({
    delimiter,
    max_record_size: MAX_ROW,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      const line = lines - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      next = lines + 1;
      if (hasContent(cells)) rows.push({ line, cells });
      // Nothing goes on through the stream, which would drop what it holds when a later row is broken.
      return null;
    },
  });
  parser.on('error', () => {});
  parser.resume();
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      await write(parser, bytes.subarray(at, at + PIECE_BYTES));
      if (rows.length >= max) return { rows: rows.slice(0, max) };
      await setImmediate();
    }
    await write(parser, null);
    return { rows };
  } catch {
    return { rows, broken: next };
  } finally {
    parser.destroy();
  }
}

const write = (parser: Parser, piece: Buffer | null) =>
  new Promise<void>((resolve, reject) => {
    if (piece) parser.write(piece, (error) => (error ? reject(error) : resolve()));
    else parser.once('error', reject).once('end', resolve).end();
  });
