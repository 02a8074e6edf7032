import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const no = z.string().min(1).max(20);

export const editHeaderAction = defineAction('header.edit', z.object({ no }));
/** Throws away what was typed and shows the header as it is now. */
export const reloadHeaderAction = defineAction('header.reload', z.object({ draftId: z.number().int() }));
/** From the question back to the form. */
export const backToHeaderAction = defineAction('header.back', z.object({ draftId: z.number().int() }));

const metadata = z.object({ draftId: z.number().int(), no });
export const headerView = defineView('header', metadata);
export const headerQuestionView = defineView('header.question', metadata);
