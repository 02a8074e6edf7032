import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const segment = z.object({ no: z.string(), version: z.number().int() });

/** Opens the form for logging a segment. */
export const logAction = defineAction('log.open', segment);
/** The form, for the segment as the person saw it. */
export const logView = defineView('log', segment);

/** A page of the list of logged segments; `from` is the 1-based position of its first one. */
export const loggedListAction = defineAction(
  'logged.list',
  z.object({ before: z.number().int().optional(), from: z.number().int().min(1).default(1) }),
);

/** A logged segment's card with a page of its entries. */
export const loggedShowAction = defineAction(
  'logged.show',
  z.object({
    entry: z.number().int(),
    before: z.number().int().optional(),
    after: z.number().int().optional(),
    from: z.number().int().min(1).default(1),
  }),
);
