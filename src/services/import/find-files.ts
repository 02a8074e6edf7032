import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importFiles, unusedFiles } from './files/index.ts';
import { nearestFile } from './header.ts';
import { fileError, ImportError } from './import-error.ts';
import type { ImportFile } from './import-file.ts';

export interface FoundFile {
  file: ImportFile;
  /** As the folder spells it. */
  fileName: string;
  bytes: number;
}

export interface UnknownFile {
  fileName: string;
  /** The file of the format that may be meant. */
  meant?: string;
}

export interface FoundFiles {
  /** In the order in which they are read. */
  files: FoundFile[];
  /** Files of the format for which there is no table yet. */
  notUsed: string[];
  /** Other CSV files. */
  unknown: UnknownFile[];
}

/**
 * Looks into the folder; both paths are absolute.
 * @throws ImportError when it cannot be read or holds no file of the format, or when rejects have no place
 */
export async function findFiles(folder: string, rejectsFile: string): Promise<FoundFiles> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw fileError(folder, error);
  });
  const csv = names.filter((name) => /\.csv$/i.test(name)).sort();
  const files: FoundFile[] = [];
  for (const file of importFiles) {
    const spelled = csv.filter((name) => name.toLowerCase() === file.name);
    const [fileName] = spelled;
    if (fileName === undefined) continue;
    if (spelled.length > 1)
      throw new ImportError(`${folder} has ${spelled.join(' and ')}; only one can be meant.`);
    const path = join(folder, fileName);
    const found = await stat(path).catch((error: unknown) => {
      throw fileError(path, error);
    });
    if (path === rejectsFile)
      throw new ImportError(`${path} is to be imported: name another file for rejects.`);
    if (!found.isFile()) throw new ImportError(`${path} is not a file.`);
    files.push({ file, fileName, bytes: found.size });
  }
  const known = new Set([...importFiles.map(({ name }) => name), ...unusedFiles]);
  const unknown = csv
    .filter((name) => !known.has(name.toLowerCase()) && join(folder, name) !== rejectsFile)
    .map((fileName) => describeUnknown(fileName, [...known]));
  if (files.length === 0) throw new ImportError(noFiles(folder, unknown));
  await stat(dirname(rejectsFile)).catch((error: unknown) => {
    throw fileError(dirname(rejectsFile), error);
  });
  return { files, notUsed: csv.filter((name) => unusedFiles.includes(name.toLowerCase())), unknown };
}

function describeUnknown(fileName: string, known: string[]): UnknownFile {
  const stem = (name: string) => name.toLowerCase().replace(/\.csv$/, '');
  const meant = nearestFile(stem(fileName), known.map(stem));
  return meant === undefined ? { fileName } : { fileName, meant: `${meant}.csv` };
}

function noFiles(folder: string, unknown: UnknownFile[]): string {
  const hint = unknown.find(({ meant }) => meant);
  return `${folder} has no file to import${
    hint ? `; is ${hint.fileName} meant to be ${hint.meant}?` : ', such as contacts.csv. See docs/import.md.'
  }`;
}
