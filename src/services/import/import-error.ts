/** The import cannot even begin, or cannot go on, for a reason outside the rows; the message is a whole sentence. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Why a file, or a file that cannot be read, is refused: in the words of the operating system's code. */
export function fileError(path: string, error: unknown): ImportError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist',
    ENOTDIR: 'is not a folder',
    EISDIR: 'is a folder',
    EACCES: 'may not be opened',
    EPERM: 'may not be opened',
    ENOSPC: 'does not fit on the disk',
  };
  const reason = typeof code === 'string' ? (reasons[code] ?? `cannot be used (${code})`) : 'cannot be used';
  return new ImportError(`${path} ${reason}.`, { cause: error });
}
