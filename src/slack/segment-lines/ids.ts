import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const no = z.string().min(1).max(20);
const lineNo = z.number().int().min(1);
const contactNo = z.string().min(1).max(20);
const version = z.number().int();

export const SORTS = ['line', 'name', 'company'] as const;
export const FILTERS = ['all', 'edited', 'company-only', 'without-email'] as const;
/** Shorter than a name can be: the search is for a part of it. */
export const MAX_QUERY = 60;

const cursor = z.object({ lineNo: z.number().int(), key: z.string() });

/** What the list shows: which segment, what is searched for, and where in it one is. */
export const listState = z.object({
  no,
  query: z.string().max(MAX_QUERY).default(''),
  sort: z.enum(SORTS).default('line'),
  filter: z.enum(FILTERS).default('all'),
  /** The page begins behind this line; absent for the first. */
  after: cursor.optional(),
  /** 1-based position of the page's first line. */
  from: z.number().int().min(1).default(1),
});
export type ListState = z.output<typeof listState>;

export const linesView = defineView('lines', listState.extend({ version }));

export const openLinesAction = defineAction('lines.open', z.object({ no }));
/** Selects: what was chosen. */
export const sortAction = defineAction('lines.sort', z.enum(SORTS));
export const filterAction = defineAction('lines.filter', z.enum(FILTERS));
/** The search field: what was typed, blank for nothing. */
export const queryAction = defineAction('lines.query', z.string().nullable());
export const nextAction = defineAction(
  'lines.next',
  z.object({ after: cursor, from: z.number().int().min(1) }),
);
export const firstAction = defineAction('lines.first', z.object({}));
export const addContactAction = defineAction('lines.add', z.object({ no, version }));
export const undoHereAction = defineAction('lines.undo', z.object({ no, version }));

const ROW_VERBS = ['edit', 'remove', 'replace', 'why'] as const;
export type RowVerb = (typeof ROW_VERBS)[number];
export const rowAction = defineAction(
  'lines.row',
  z.object({ do: z.enum(ROW_VERBS), line: lineNo, contact: contactNo }),
);

/** The list below a form: its view, to be shown anew, and its state. */
export const below = z.object({ viewId: z.string(), state: listState });
export type Below = z.output<typeof below>;

export const lineView = defineView('line', z.object({ draftId: z.number().int() }));
export const reloadLineAction = defineAction('line.reload', z.object({ draftId: z.number().int() }));

/** The form that asks for one contact: to be added, or to take the place of a line. */
export const pickView = defineView(
  'line.pick',
  z.object({ no, version, line: lineNo.optional(), contact: contactNo.optional(), below: below.optional() }),
);
export const findContact = 'line.contact';
