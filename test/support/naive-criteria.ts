import type { OwnField } from '../../src/criteria/fields.ts';
import type { Condition, Criteria, Expression, Leaf, Pattern, Term } from '../../src/criteria/model.ts';
import {
  meetsInteractions,
  meetsOpportunities,
  numberHolds,
  type PlainEntry,
  type PlainOpportunity,
} from './naive-interactions.ts';

/** An answer a contact has given. */
export interface PlainAnswer {
  questionnaire: string;
  line: number;
  question: string;
  answer: string;
}

/** A contact as a plain object: what criteria mean is said here a second time, in the plainest way. */
export interface PlainContact {
  id: number;
  /** `type`, `correspondence` and `excluded` by their words in criteria; blank = ''. */
  fields: Record<OwnField, string>;
  /** A company is its own. */
  company: PlainContact | undefined;
  industry: string[];
  relation: string[];
  mailing: string[];
  job: string[];
  profile: PlainAnswer[];
  /** Moments. */
  created: string;
  modified: string;
  /** Numbers of the segments it is on, and of those it was taken off. */
  segments: string[];
  left: string[];
  entries: PlainEntry[];
  opportunities: PlainOpportunity[];
}

/** Whether a contact meets all conditions. */
export const meets = (contact: PlainContact, { all, timeZone = 'UTC' }: Criteria): boolean =>
  meetsAll(
    { ...contact, created: dayIn(contact.created, timeZone), modified: dayIn(contact.modified, timeZone) },
    all,
  );

const dayIn = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment));

/** Terms about interactions are met together, by one of them; so are those about opportunities. */
function meetsAll(contact: PlainContact, all: readonly Condition[]): boolean {
  const about = (what: string) =>
    all.flatMap((one) => ('field' in one && one.field.startsWith(`${what}.`) ? [one] : []));
  const interactions = about('interaction');
  const opportunities = about('opportunity');
  const together = [...interactions, ...opportunities];
  return (
    (interactions.length === 0 || meetsInteractions(contact.entries, interactions)) &&
    (opportunities.length === 0 || meetsOpportunities(contact.opportunities, opportunities)) &&
    all.every((one) => ('field' in one && together.includes(one)) || meetsOne(contact, one))
  );
}

function meetsOne(contact: PlainContact, condition: Condition): boolean {
  if ('field' in condition) {
    if (condition.field.startsWith('interaction.')) return meetsInteractions(contact.entries, [condition]);
    if (condition.field.startsWith('opportunity.'))
      return meetsOpportunities(contact.opportunities, [condition]);
    return meetsTerm(contact, condition);
  }
  if (condition.op === 'not') return !meetsOne(contact, condition.of);
  if (condition.op === 'any') return condition.of.some((one) => meetsOne(contact, one));
  return meetsAll(contact, condition.of);
}

const CODES = new Set([
  'no',
  'country',
  'territory',
  'salesperson',
  'language',
  'currency',
  'level',
  'salutation',
]);

function meetsTerm(contact: PlainContact, { field, expression }: Term): boolean {
  switch (field) {
    case 'industry':
    case 'relation':
      return meetsList(contact.company?.[field] ?? [], expression, (row, leaf) => holds(row, leaf, false));
    case 'mailing':
    case 'job':
      return meetsList(contact[field], expression, (row, leaf) => holds(row, leaf, false));
    case 'profile':
      return meetsList(contact.profile, expression, answers);
    case 'created':
    case 'modified':
      return tree(expression, (leaf) => holds(contact[field], leaf, false));
    case 'segment':
      return tree(expression, (leaf) => among(contact.segments, leaf, (no, test) => holds(no, test, false)));
    case 'logged': {
      const logged = contact.entries.filter((one) => !one.canceled && one.logged > 0);
      const numbers = logged.map((one) => one.logged);
      return tree(expression, (leaf) => among(numbers, leaf, numberHolds));
    }
    case 'company':
      return tree(expression, (leaf) => holds(contact.company?.fields.name ?? '', leaf, true));
    case 'company-no':
      return tree(expression, (leaf) => holds(contact.company?.fields.no ?? '', leaf, false));
  }
  const [own, owner] = field.startsWith('company.')
    ? [field.slice(8) as OwnField, contact.company]
    : [field as OwnField, contact];
  const value = owner?.fields[own] ?? '';
  return tree(expression, (leaf) => holds(value, leaf, !CODES.has(own)));
}

/** Some member meets a test; that of not being something is met by those who are nothing of the kind. */
function among<Member>(
  members: Member[],
  leaf: Leaf,
  test: (member: Member, leaf: Leaf) => boolean,
): boolean {
  switch (leaf.op) {
    case 'blank':
      return members.length === 0;
    case 'filled':
      return members.length > 0;
    case 'ne':
      return !members.some((one) => test(one, { ...leaf, op: 'eq' }));
    case 'unlike':
      return !members.some((one) => test(one, { ...leaf, op: 'like' }));
    default:
      return members.some((one) => test(one, leaf));
  }
}

export function tree(expression: Expression, test: (leaf: Leaf) => boolean): boolean {
  if (expression.op === 'any') return expression.of.some((part) => tree(part, test));
  if (expression.op === 'all') return expression.of.every((part) => tree(part, test));
  return test(expression);
}

/** One row meets it all, or there is none and that is asked for. */
function meetsList<Row>(
  rows: Row[],
  expression: Expression,
  test: (row: Row, leaf: Leaf) => boolean,
): boolean {
  if (rows.length === 0) return tree(expression, (leaf) => leaf.op === 'blank');
  return rows.some((row) =>
    tree(expression, (leaf) => (leaf.op === 'blank' ? false : leaf.op === 'filled' ? true : test(row, leaf))),
  );
}

/** Whether a value meets a test. */
export function holds(value: string, leaf: Leaf, ignoresCase: boolean): boolean {
  const fold = (text: string) =>
    ignoresCase && !('exact' in leaf && leaf.exact) ? text.toLowerCase() : text;
  const mine = fold(value);
  switch (leaf.op) {
    case 'eq':
      return mine === fold(leaf.value);
    case 'ne':
      return mine !== fold(leaf.value);
    case 'lt':
      return order(mine, fold(leaf.value)) < 0;
    case 'le':
      return order(mine, fold(leaf.value)) <= 0;
    case 'gt':
      return order(mine, fold(leaf.value)) > 0;
    case 'ge':
      return order(mine, fold(leaf.value)) >= 0;
    case 'range':
      return (
        (leaf.from === undefined || order(mine, fold(leaf.from)) >= 0) &&
        (leaf.to === undefined || order(mine, fold(leaf.to)) <= 0)
      );
    case 'like':
      return fits([...mine], pieces(leaf.pattern, fold));
    case 'unlike':
      return !fits([...mine], pieces(leaf.pattern, fold));
    case 'blank':
      return value === '';
    case 'filled':
      return value !== '';
    default:
      throw new Error(`${leaf.op} is for answers only.`);
  }
}

function answers(row: PlainAnswer, leaf: Leaf): boolean {
  const lower = (text: string) => text.toLowerCase();
  switch (leaf.op) {
    case 'answer':
      return row.questionnaire === leaf.questionnaire && row.line === leaf.line;
    case 'questionnaire':
      return row.questionnaire === leaf.questionnaire;
    case 'words':
      return (
        fits([...lower(row.answer)], pieces(leaf.answer, lower)) &&
        (leaf.question === undefined || fits([...lower(row.question)], pieces(leaf.question, lower)))
      );
    default:
      throw new Error(`${leaf.op} is not for answers.`);
  }
}

function order(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((char) => char.codePointAt(0) ?? 0));
  for (let i = 0; ; i += 1) {
    const [x, y] = [left?.[i] ?? -1, right?.[i] ?? -1];
    if (x !== y) return x - y;
    if (x === -1) return 0;
  }
}

type Piece = { char: string } | '*' | '?';
const pieces = (pattern: Pattern, fold: (text: string) => string): Piece[] =>
  pattern.flatMap((part): Piece[] =>
    'wild' in part ? [part.wild] : [...fold(part.text)].map((char) => ({ char })),
  );

function fits(text: string[], pattern: Piece[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === '*') return fits(text, rest) || (text.length > 0 && fits(text.slice(1), pattern));
  if (text.length === 0) return false;
  return (first === '?' || first.char === text[0]) && fits(text.slice(1), rest);
}
