import type { Row } from './import-file.ts';

/**
 * Gives a person without name parts those of the name (`domain.md` §3.1): the last word is the surname, the word
 * before it (of three or more) the middle name, the rest the first name.
 */
export function splitName(row: Row): void {
  if (row.type !== 'person' || row.first_name || row.middle_name || row.surname) return;
  const words = (row.name ?? '').split(/\s+/).filter(Boolean);
  row.surname = words.length > 1 ? (words.pop() ?? '') : '';
  row.middle_name = words.length > 1 ? (words.pop() ?? '') : '';
  row.first_name = words.join(' ');
}
