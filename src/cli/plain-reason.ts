import { sqlState } from '../db/retry.ts';
import { ImportError } from '../services/import/import-error.ts';

/**
 * What went wrong in one sentence. A failed query's own message holds the query and its values, which are people's
 * names and addresses: only the server's words are shown.
 */
export function plainReason(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  if (!(root instanceof Error)) return String(root);
  const reason = root.message || ('code' in root ? String(root.code) : root.name);
  if (sqlState(error)) return `The database refused: ${reason}.`;
  if ('code' in root && /^(ECONN|ENOTFOUND|ETIMEDOUT|CONNECT|EAI_)/.test(String(root.code))) {
    return `The database cannot be reached: ${reason}.`;
  }
  return reason;
}
