import { z } from 'zod';
import { defineAction } from '../ids.ts';

/** Sends a file to the person who presses. */
export const sendFileAction = defineAction('file.send', z.object({ attachmentId: z.number().int() }));
