import { z } from 'zod';
import { defineView } from '../ids.ts';

const no = z.string().max(20);
/** Where the person began. */
const channel = z.string().nullable();

/** Takes the list. */
export const peopleView = defineView('people.paste', z.object({ no, channel }));
/** Shows what was found; its submit adds them. */
export const foundView = defineView('people.found', z.object({ no, channel, listId: z.number().int() }));
