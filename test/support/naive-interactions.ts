import type { Leaf, Term } from '../../src/criteria/model.ts';
import { holds, tree } from './naive-criteria.ts';

/** An opportunity of a contact; blank = '', nobody has estimated it = null. */
export interface PlainOpportunity {
  status: 'not-started' | 'in-progress' | 'won' | 'lost';
  value: number | null;
  campaign: string;
}

/** An interaction of a contact; blank = ''. */
export interface PlainEntry {
  date: string;
  campaign: string;
  template: string;
  evaluation: string;
  salesperson: string;
  canceled: boolean;
  /** Entry number of the logged segment it belongs to; 0 = none. */
  logged: number;
}

/** Whether one interaction meets all terms, or as many as are asked for, or none where none is asked for. */
export const meetsInteractions = (all: PlainEntry[], terms: readonly Term[]): boolean =>
  meetsTogether(
    all.filter((one) => !one.canceled),
    terms,
    meetsEntry,
  );

/** The same of opportunities, of which all count. */
export const meetsOpportunities = (all: PlainOpportunity[], terms: readonly Term[]): boolean =>
  meetsTogether(all, terms, meetsOpportunity);

function meetsTogether<Row>(
  rows: Row[],
  terms: readonly Term[],
  meetsRow: (row: Row, term: Term) => boolean,
): boolean {
  const counts = terms.filter(({ field }) => field.endsWith('.count'));
  const others = terms.filter(({ field }) => !field.endsWith('.count'));
  const found = rows.filter((row) => others.every((term) => meetsRow(row, term)));
  if (counts.length > 0) {
    return counts.every(({ expression }) => tree(expression, (leaf) => numberHolds(found.length, leaf)));
  }
  if (found.length > 0) return true;
  return rows.length === 0 && others.every(asksForNone);
}

function meetsOpportunity(
  { status, value, campaign }: PlainOpportunity,
  { field, expression }: Term,
): boolean {
  if (field === 'opportunity.value') return tree(expression, (leaf) => numberHolds(value ?? 0, leaf));
  const text = field === 'opportunity.status' ? status : campaign;
  return tree(expression, (leaf) => holds(text, leaf, false));
}

function meetsEntry(entry: PlainEntry, { field, expression }: Term): boolean {
  const value = entry[field.slice('interaction.'.length) as Exclude<keyof PlainEntry, 'canceled' | 'logged'>];
  return tree(expression, (leaf) => holds(value, leaf, false));
}

/** A date and a template cannot be blank in an interaction, nor a status in an opportunity. */
const asksForNone = ({ field, expression }: Term): boolean =>
  ['interaction.date', 'interaction.template', 'opportunity.status'].includes(field) &&
  tree(expression, (leaf) => leaf.op === 'blank');

/** Whether a number meets a test. */
export function numberHolds(number: number, leaf: Leaf): boolean {
  switch (leaf.op) {
    case 'eq':
      return number === Number(leaf.value);
    case 'ne':
      return number !== Number(leaf.value);
    case 'lt':
      return number < Number(leaf.value);
    case 'le':
      return number <= Number(leaf.value);
    case 'gt':
      return number > Number(leaf.value);
    case 'ge':
      return number >= Number(leaf.value);
    case 'range':
      return (
        (leaf.from === undefined || number >= Number(leaf.from)) &&
        (leaf.to === undefined || number <= Number(leaf.to))
      );
    default:
      throw new Error(`${leaf.op} is not for numbers.`);
  }
}
