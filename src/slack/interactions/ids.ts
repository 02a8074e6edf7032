import { z } from 'zod';
import { fix } from '../../services/interactions/fix-problem.ts';
import { loggedFilter } from '../../services/interactions/list-logged.ts';
import { ENTRY_KINDS } from '../../services/interactions/types.ts';
import { defineAction, defineView } from '../ids.ts';

const segment = z.object({ no: z.string(), version: z.number().int() });

/** Opens the form for logging a segment. */
export const logAction = defineAction('log.open', segment);
/** The form, for the segment as the person saw it; `current`: the channel it was opened in. */
export const logView = defineView(
  'log',
  segment.extend({ current: z.string().default(''), send: z.boolean().default(false) }),
);
/** Whether attachments are sent: what is ticked. */
export const sendAction = defineAction('log.send', z.array(z.string()));
/** What keeps the segment from being logged: one way out of one problem. */
export const fixAction = defineAction('log.fix', segment.extend({ fix }));
/** The same, by choosing a code. */
export const fixSalespersonAction = defineAction('log.salesperson', z.string().nullable());
export const fixTemplateAction = defineAction('log.template', z.string().nullable());
/** Sends the attachments of a logged segment once more: what failed, or all; `card`: pressed at its card. */
export const resendAction = defineAction(
  'log.resend',
  z.object({
    entry: z.number().int(),
    failed: z.boolean().default(false),
    card: z.boolean().default(false),
  }),
);
export const undoFixAction = defineAction('log.undo', segment);
export const resubmitAction = defineAction('log.resubmit', segment);
export const checkAgainAction = defineAction('log.check', segment);

/** A page of the list of logged segments; `from` is the 1-based position of its first one. */
export const loggedListAction = defineAction(
  'logged.list',
  z.object({
    filter: loggedFilter.default({}),
    before: z.number().int().optional(),
    from: z.number().int().min(1).default(1),
  }),
);

/** What can be done with one of them, from the dots at the end of its row; `c`: whether it was canceled then. */
export const loggedRowAction = defineAction(
  'logged.row',
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('show'), entry: z.number().int() }),
    z.object({ do: z.literal('interactions'), entry: z.number().int() }),
    z.object({ do: z.literal('cancel'), entry: z.number().int(), c: z.boolean() }),
  ]),
);

/** A logged segment's card with a page of its entries. */
export const loggedShowAction = defineAction(
  'logged.show',
  z.object({
    entry: z.number().int(),
    before: z.number().int().optional(),
    after: z.number().int().optional(),
    which: z.enum(ENTRY_KINDS).default('all'),
    from: z.number().int().min(1).default(1),
  }),
);

/** A page of a campaign's entries; `from` is the 1-based position of its first one. */
export const campaignEntriesAction = defineAction(
  'campaign.entries',
  z.object({
    campaign: z.string().max(20),
    canceled: z.boolean().optional(),
    before: z.number().int().optional(),
    from: z.number().int().min(1).default(1),
  }),
);

/** What can be done with one of them, from the dots at the end of its row; `c`: whether it was canceled then. */
export const campaignEntryAction = defineAction(
  'campaign.entry',
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('show'), entry: z.number().int() }),
    z.object({ do: z.literal('cancel'), entry: z.number().int(), c: z.boolean() }),
  ]),
);
