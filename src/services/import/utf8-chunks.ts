import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { FileProblem } from './file-problem.ts';

const CHUNK_BYTES = 256 * 1024;
const LF = 0x0a;

/**
 * The bytes of a file in pieces that are UTF-8 each.
 * @throws FileProblem with the line where they are not
 */
export async function* utf8Chunks(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    if (first && isUtf16(chunk)) throw new FileProblem(1, null, '', 'The file is UTF-16: save it as UTF-8');
    first = false;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = lastBoundary(bytes);
    const whole = bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
    onBytes(chunk.length);
    const checked = check(whole, line);
    line = checked.line;
    yield whole.subarray(0, checked.good);
    if (checked.problem) throw checked.problem;
  }
  // Only a last character is left over, or the beginning of one.
  if (rest.length > 0) {
    const { problem } = check(rest, line);
    if (problem) throw problem;
    yield rest;
  }
}

const isUtf16 = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Where the last character, which may go on in the next piece, begins: at most 4 bytes before the end. */
function lastBoundary(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 4); at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return at;
  }
  return bytes.length;
}

interface Checked {
  /** The line that the next piece begins in. */
  line: number;
  /** How many bytes there are before the line with the problem. */
  good: number;
  problem?: FileProblem;
}

function check(bytes: Buffer, startLine: number): Checked {
  const whole = isUtf8(bytes);
  let line = startLine;
  let from = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
    if (!whole && !isUtf8(bytes.subarray(from, at))) break;
    line += 1;
    from = at + 1;
  }
  if (whole) return { line, good: bytes.length };
  const end = bytes.indexOf(LF, from);
  const value = bytes.subarray(from, end < 0 ? undefined : end).toString('latin1');
  const reason = 'The file is not UTF-8: save it as UTF-8. The rest of it was not read';
  return { line, good: from, problem: new FileProblem(line, null, value, reason) };
}
