import { z } from 'zod';
import { EVALUATIONS } from '../../services/interactions/interaction-input.ts';
import { defineAction, defineView } from '../ids.ts';

const entry = z.number().int();
const no = z.string().max(20);

/** The form, from the menu of shortcuts. */
export const newShortcut = 'interaction.new';
/** The form, from a message. */
export const fromMessageShortcut = 'interaction.from-message';

/** The form for one interaction. */
export const formView = defineView(
  'interaction.form',
  z.object({
    /** Grows each time inputs are filled in by the app, so that they start with what it says. */
    revision: z.number().int(),
    /** The postponed interaction that is completed. */
    entry: entry.optional(),
    /** Slack channel where the person began; they are answered there. */
    channel: z.string().max(30).optional(),
    /** Numbers of contacts that are offered before anything is typed. */
    offered: z.array(no).max(10).optional(),
    /** What the last template filled in. */
    filled: z
      .object({ duration: z.string().max(20), cost: z.string().max(20), campaign: no.optional() })
      .optional(),
    /** The moment that was shown back. */
    shown: z.string().max(20).optional(),
    /** The campaign and date that were warned of. */
    warned: z.string().max(40).optional(),
  }),
);
export type FormMetadata = z.output<typeof formView.metadata>;

const chosen = z.string().nullable();
/** Typed into the field for the moment, and sent off with Enter. */
export const whenAction = defineAction('interaction.when', chosen);
/** Chosen from the templates; the search has the same id. */
export const templateAction = defineAction('interaction.template', chosen);
export const findContact = 'interaction.contact';

/** Opens the form. */
export const newAction = defineAction('interaction.new', z.object({}));
/** Opens the form for a contact. */
export const logContactAction = defineAction('interaction.log', z.object({ no }));
/** Chosen from the evaluations of an interaction: `12:positive`. */
export const evaluateAction = defineAction(
  'interaction.evaluate',
  z
    .string()
    .transform((value) => value.split(':'))
    .pipe(z.tuple([z.string().regex(/^\d{1,15}$/), z.enum(EVALUATIONS)]))
    .transform(([id, evaluation]) => ({ entryId: Number(id), evaluation })),
);
export const followUpAction = defineAction('interaction.follow-up', z.object({ entry }));
export const commentsAction = defineAction('interaction.comments', z.object({ entry }));
export const commentView = defineView('interaction.comment', z.object({ entry }));

export const resumeAction = defineAction('interaction.resume', z.object({ entry }));
export const deleteAction = defineAction('interaction.delete-postponed', z.object({ entry }));
