import { contactSegments, findContacts } from '../../services/contacts/contact-segments.ts';
import { setContactFlag } from '../../services/contacts/set-contact-flag.ts';
import { applyMailingGroup } from '../../services/mailing-groups/apply.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onCommand } from '../listener.ts';
import { chooseMessage, contactMessage, usageMessage } from './contact-message.ts';
import { contactAction, flagAction, mailingAction } from './ids.ts';
import { appliedMessage } from './mailing.ts';

export { mailingFromText } from './mailing.ts';

/** Nothing, or as `/interaction` has it. */
const HELP = /^(?:help|hjælp|\?)?$/i;

/** `/contact NAME`, and mailing groups. */
export function registerContacts(host: SlackHost): void {
  onCommand(host, '/contact', async ({ ctx, text }) => {
    const { locale } = ctx;
    if (HELP.test(text.trim())) return usageMessage(locale);
    const found = await findContacts(ctx, text.trim());
    const [first] = found;
    if (found.length !== 1 || !first) return chooseMessage(locale, text.trim(), found);
    return contactMessage(ctx, await contactSegments(ctx, { no: first.contactNo }));
  });
  onAction(host, contactAction, async ({ ctx, value, replace }) =>
    replace(contactMessage(ctx, await contactSegments(ctx, value))),
  );
  onAction(host, flagAction, async ({ ctx, value, replace }) => {
    await setContactFlag(ctx, value);
    await replace(contactMessage(ctx, await contactSegments(ctx, value)));
  });
  onAction(host, mailingAction, async ({ ctx, value, requestKey, replace }) => {
    const did = await applyMailingGroup(ctx, { ...value, deleteOld: true, requestKey });
    await replace(appliedMessage(ctx.locale, did));
  });
}
