import { z } from 'zod';
import { OUTCOMES } from '../../services/call-lists/types.ts';
import { defineAction, defineView } from '../ids.ts';

const list = z.number().int();
const contact = z.number().int();

export const openCallsAction = defineAction('calls.open', z.object({ no: z.string().min(1).max(20) }));
export const joinCallsAction = defineAction('calls.join', z.object({ list }));
/** The button says whom it is about: a second tap may find another contact in its place. */
export const outcomeAction = defineAction(
  'calls.outcome',
  z.object({ list, contact, turn: z.string().max(40), outcome: z.enum(OUTCOMES) }),
);
/** The outcome that was written down last; `entry` is its interaction. */
export const takeBackAction = defineAction(
  'calls.take-back',
  z.object({ list, contact, entry: z.number().int().nullable() }),
);
export const evaluationAction = defineAction('calls.evaluation', z.string().nullable());
export const lookAgainAction = defineAction('calls.again', z.object({ list }));

/** The contact to be called. */
export const callView = defineView('calls', z.object({ list, contact, turn: z.string().max(40) }));
/** Nobody is to be called now. */
export const endView = defineView('calls.end', z.object({ list }));
