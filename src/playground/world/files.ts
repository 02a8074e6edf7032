import { extname } from 'node:path';
import { newId, secretName } from '../ids.ts';
import type { FileInfo, Id } from '../protocol.ts';

export interface StoredFile {
  id: Id;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  user: Id;
  created: number;
  bytes: Buffer;
  /** True once it has been completed, or a person uploaded it. */
  ready: boolean;
  shares: { channel: Id; ts: string; threadTs?: string }[];
}

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The files of the workspace and the upload addresses that wait for their bytes. */
export class Files {
  readonly #files = new Map<Id, StoredFile>();
  readonly #uploads = new Map<string, { file: StoredFile; length: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** A new file; without bytes it is not ready before they come. */
  create(name: string, user: Id, bytes?: Buffer): StoredFile {
    const file: StoredFile = {
      id: newId('F'),
      name,
      title: name,
      mimetype: TYPES[this.filetype(name)] ?? 'application/octet-stream',
      size: bytes?.length ?? 0,
      user,
      created: Math.floor(this.#clock() / 1000),
      bytes: bytes ?? Buffer.alloc(0),
      ready: bytes !== undefined,
      shares: [],
    };
    this.#files.set(file.id, file);
    return file;
  }

  filetype(name: string): string {
    return extname(name).slice(1).toLowerCase();
  }

  /** Waits for `length` bytes of the file at an address with the name that is given back. */
  expect(file: StoredFile, length: number): string {
    const name = secretName();
    this.#uploads.set(name, { file, length });
    return name;
  }

  upload(name: string): { file: StoredFile; length: number } | undefined {
    return this.#uploads.get(name);
  }

  get(id: Id): StoredFile | undefined {
    return this.#files.get(id);
  }

  restore(file: StoredFile): void {
    this.#files.set(file.id, file);
  }

  delete(id: Id): void {
    this.#files.delete(id);
  }

  all(): StoredFile[] {
    return [...this.#files.values()];
  }

  clear(): void {
    this.#files.clear();
    this.#uploads.clear();
  }

  /** What the page shows of a file. */
  info(file: StoredFile): FileInfo {
    return {
      id: file.id,
      name: file.name,
      title: file.title,
      mimetype: file.mimetype,
      size: file.size,
      download: `/control/files/${file.id}/${encodeURIComponent(file.name)}`,
    };
  }
}
