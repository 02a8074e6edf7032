import { z } from 'zod';
import { opportunityScope } from '../../services/opportunities/list.ts';
import { defineAction, defineView } from '../ids.ts';

const no = z.string().min(1).max(20);
/** The version that the form was opened on: what somebody changed since is told instead of written over. */
const version = z.number().int();
const outcome = z.enum(['won', 'lost']);

export const showAction = defineAction('opportunity.show', z.object({ no }));
export const listAction = defineAction(
  'opportunity.list',
  z.object({ scope: opportunityScope, from: z.number().int().min(1).default(1) }),
);
/** Opens the form, for a contact if one is named. */
export const newAction = defineAction('opportunity.new', z.object({ contact: no.optional() }));
export const editAction = defineAction('opportunity.edit', z.object({ no }));
/** Asks for date and reason. */
export const closeAction = defineAction('opportunity.close', z.object({ no, outcome }));
/** Deletes it, once that was confirmed. */
export const deleteAction = defineAction('opportunity.delete', z.object({ no }));
export const commentsAction = defineAction('opportunity.comments', z.object({ no }));
/** Creates the opportunity that came of an interaction. */
export const fromInteractionAction = defineAction(
  'opportunity.from-interaction',
  z.object({ entry: z.number().int() }),
);

export const newView = defineView('opportunity.new', z.object({}));
export const editView = defineView('opportunity.edit', z.object({ no, version }));
export const closeView = defineView('opportunity.close', z.object({ no, version, outcome }));
export const commentView = defineView('opportunity.comment', z.object({ no }));
/** Asks before opportunities are created for all contacts of a segment. */
export const segmentView = defineView('opportunity.segment', z.object({ no, version }));

export const findContact = 'opportunity.find-contact';
export const findSalesperson = 'opportunity.find-salesperson';
