import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { listProblem } from './list-problem.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Newer workbooks are ZIP files, older ones OLE files, whatever they are called. */
const isWorkbook = (bytes: Buffer) =>
  [ZIP, OLE].some((magic) => magic.every((byte, at) => bytes[at] === byte));

/** Control characters that no text has; those of the upper half do turn up in mangled names. */
const BINARY = /[^\P{Cc}\s\u007f-\u009f]/u;
/** Formats that are written in letters and still are no lists. */
const OTHER_FORMAT = /^\s*(<(!doctype|html|table|\?xml)|%PDF-|\{\\rtf)/i;

/**
 * The text of a file, in the encodings that spreadsheets and mail programs save lists in.
 * @throws InvalidError list_is_workbook, list_not_text
 */
export function decodeText(bytes: Buffer): string {
  if (isWorkbook(bytes)) throw listProblem('file', 'list_is_workbook');
  const text = iconv.decode(bytes, encodingOf(bytes));
  if (BINARY.test(text) || OTHER_FORMAT.test(text)) throw listProblem('file', 'list_not_text');
  return text;
}

/** What is valid UTF-8 is hardly ever anything else; Latin-1 is a part of Windows-1252. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

const SAMPLE_BYTES = 2000;

/** Every second byte of most letters is zero, and no byte of other encodings is. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 4;
  if (even === 0 && odd > most) return 'utf-16le';
  if (odd === 0 && even > most) return 'utf-16be';
  return undefined;
}
