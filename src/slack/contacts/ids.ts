import { z } from 'zod';
import { CONTACT_FLAGS } from '../../services/contacts/set-contact-flag.ts';
import { defineAction } from '../ids.ts';

const no = z.string().max(20);

/** A contact's segments. */
export const contactAction = defineAction('contact.show', z.object({ no }));
/** Takes a mailing group from everybody else and gives it to a segment's contacts. */
export const mailingAction = defineAction('mailing.apply', z.object({ no, code: z.string().max(20) }));
/** Sets or clears one of a contact's flags. */
export const flagAction = defineAction(
  'contact.flag',
  z.object({ no, flag: z.enum(CONTACT_FLAGS), value: z.boolean() }),
);
