import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const entry = z.object({ entry: z.number().int() });

/** Opens the form for following up on a logged segment. */
export const followUpAction = defineAction('follow-up.open', entry);
export const followUpView = defineView('follow-up', entry);
/** Answers a proposal. */
export const answerAction = defineAction(
  'follow-up.answer',
  z.object({ proposal: z.number().int(), answer: z.enum(['create', 'dismiss', 'later']) }),
);
