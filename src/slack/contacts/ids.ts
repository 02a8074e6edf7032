import { z } from 'zod';
import { defineAction } from '../ids.ts';

const no = z.string().max(20);

/** A contact's segments. */
export const contactAction = defineAction('contact.show', z.object({ no }));
/** Takes a mailing group from everybody else and gives it to a segment's contacts. */
export const mailingAction = defineAction('mailing.apply', z.object({ no, code: z.string().max(20) }));
