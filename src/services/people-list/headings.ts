import { listProblem } from './list-problem.ts';

/** What a column can say of a contact. */
export type Said = 'no' | 'email' | 'name';

/** In English and Danish, letters only; our own exports are among them. */
const HEADINGS: Record<Said, readonly string[]> = {
  no: ['no', 'number', 'contactno', 'contactnumber', 'nr', 'nummer', 'kontaktnr', 'kontaktnummer'],
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadresse'],
  name: ['name', 'fullname', 'contact', 'contactname', 'navn', 'fuldenavn', 'kontakt', 'kontaktnavn'],
};
const MEANING = new Map(
  Object.entries(HEADINGS).flatMap(([said, names]) => names.map((name) => [name, said as Said] as const)),
);

const meaning = (cell: string) => MEANING.get(cell.toLowerCase().replaceAll(/[^a-zæøå]/g, ''));

/** How many cells of a row are headings that are known. */
export const countHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => meaning(cell) !== undefined).length;

/**
 * Which column says what, if the row is one of headings.
 * @throws InvalidError list_column_twice when two columns say the same
 */
export function readHeadings(cells: readonly string[]): Map<Said, number> | undefined {
  const columns = new Map<Said, number>();
  for (const [at, cell] of cells.entries()) {
    const said = meaning(cell);
    if (said === undefined) continue;
    const first = columns.get(said);
    if (first !== undefined) {
      throw listProblem('file', 'list_column_twice', {
        first: cells[first]?.trim() ?? '',
        second: cell.trim(),
      });
    }
    columns.set(said, at);
  }
  return columns.size > 0 ? columns : undefined;
}
