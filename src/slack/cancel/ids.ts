import { z } from 'zod';
import { cancelTarget } from '../../services/interactions/preview-cancel.ts';
import { defineAction, defineView } from '../ids.ts';

/** What to cancel, and whether it was canceled when it was shown: then it is to count again. */
const wish = z.object({ target: cancelTarget, canceled: z.boolean() });

/** Asks, with what it would change. */
export const cancelAction = defineAction('cancel.open', wish);
/** The question. `selection`: the draft that keeps the list to show anew, where it was asked from one. */
export const cancelView = defineView('cancel', wish.extend({ selection: z.number().int().optional() }));
