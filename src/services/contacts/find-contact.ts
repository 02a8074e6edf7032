import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { asNumber } from '../../core/document-number.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts } from '../../db/schema/index.ts';

const known = {
  id: contacts.id,
  contactNo: contacts.no,
  type: contacts.type,
  name: contacts.name,
  companyName: contacts.companyName,
  city: contacts.city,
  privacyBlocked: contacts.privacyBlocked,
};

/**
 * A contact by its number, typed as one likes: what it is called, and whether its privacy is blocked.
 * @throws NotFoundError contact_not_found; ForbiddenError outsider
 */
export async function findContact(ctx: Context, typed: string) {
  requireInsider(ctx);
  const no = asNumber(typed);
  const [contact] = await executor(ctx)
    .select(known)
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.no, no)));
  if (!contact) throw new NotFoundError('contact_not_found', { no });
  return contact;
}
