import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';
import { VERBS } from './command/verbs.ts';

const no = z.string().min(1).max(20);
/** The version on the card a button stands on: a press on an old card is told so instead of carried out. */
const version = z.number().int();
const cursor = z.object({ changedAt: z.string(), id: z.number().int() });
const scope = z.enum(['mine', 'all']);

export const showAction = defineAction('segment.show', z.object({ no }));
export const pageAction = defineAction(
  'segment.page',
  z.object({
    no,
    after: z.number().int().optional(),
    before: z.number().int().optional(),
    from: z.number().int().min(1),
  }),
);
export const addAction = defineAction('segment.add', z.object({ no }));
export const reduceAction = defineAction('segment.reduce', z.object({ no }));
export const refineAction = defineAction('segment.refine', z.object({ no }));
export const undoAction = defineAction('segment.undo', z.object({ no, version }));
export const redoAction = defineAction('segment.redo', z.object({ no, version }));
export const exportAction = defineAction('segment.export', z.object({ no, version }));

export const shareAction = defineAction('segment.share', z.object({ no }));
export const resetAction = defineAction('segment.reset', z.object({ no, version }));
/** What is seldom needed, behind the three dots of a card. */
export const moreAction = defineAction(
  'segment.more',
  z.object({ no, do: z.enum(['save', 'tasks', 'opportunities', 'delete']) }),
);

export const newAction = defineAction('segment.new', z.object({}));
export const listAction = defineAction(
  'segment.list',
  z.object({ scope, cursor: cursor.optional(), from: z.number().int().min(1).default(1) }),
);
export const helpAction = defineAction('segment.help', z.object({ verb: z.enum(VERBS).optional() }));

/** The form for a new segment. */
export const newView = defineView('segment.new', z.object({}));
/** Asks for the channel a card is shared to. */
export const shareView = defineView('segment.share', z.object({ no }));
/** Asks before a segment is deleted. */
export const deleteView = defineView('segment.delete', z.object({ no, version }));
/** A card in a modal, where there is no message to put it in. */
export const cardView = defineView('segment.card', z.object({ no }));

export const findCampaign = 'segment.find-campaign';
export const findTemplate = 'segment.find-template';
export const findSalesperson = 'segment.find-salesperson';

export const newShortcut = 'segment.new';
