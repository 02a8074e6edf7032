import type { FileFigures, ImportResult } from '../services/import/import-folder.ts';

const number = new Intl.NumberFormat('en-GB');
const count = (value: number, one: string, many = `${one}s`) =>
  `${number.format(value)} ${value === 1 ? one : many}`;

export interface SummaryInput {
  result: ImportResult;
  /** How the workspace is called. */
  workspace: string;
  durationMs: number;
  rejectsFile: string;
}

/** What an import did, for a terminal. */
export function summarize({ result, workspace, durationMs, rejectsFile }: SummaryInput): string {
  const { badRows, contacts, files, madeRoom, notUsed, unknown } = result;
  const lines = [...table(files, badRows === 0), ''];
  if (notUsed.length > 0) lines.push(`Not used yet: ${notUsed.join(', ')}`);
  for (const { fileName, meant } of unknown) {
    lines.push(`Not read: ${fileName}${meant ? ` (is it meant to be ${meant}?)` : ''}`);
  }
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  if (badRows > 0) {
    lines.push(
      `Nothing was imported into ${workspace}: ${count(badRows, 'row is', 'rows are')} bad. See ${rejectsFile} (${seconds})`,
    );
    return lines.join('\n');
  }
  if (madeRoom) {
    lines.push(
      `The demo data made room: ${count(madeRoom.contacts, 'contact')}, ${count(madeRoom.segments, 'segment')}`,
    );
  }
  const { companies, people } = contacts;
  const total = count(companies + people, 'contact');
  lines.push(
    `Imported into ${workspace}: ${total} (${count(companies, 'company', 'companies')}, ${count(people, 'person', 'people')}), no rejects, ${seconds}`,
  );
  return lines.join('\n');
}

/** One line per file; without what became of the rows when none was written. */
function table(files: FileFigures[], written: boolean): string[] {
  const header = written ? ['File', 'Read', 'New', 'Changed', 'Unchanged'] : ['File', 'Read'];
  const rows = files.map(({ file, read, added, changed, unchanged }) => [
    file,
    ...(written ? [read, added, changed, unchanged] : [read]).map((value) => number.format(value)),
  ]);
  const widths = header.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  return [header, ...rows].map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}
