import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext } from '../../core/context.ts';
import { InvalidError, NotFoundError } from '../../core/errors.ts';
import { requireManager } from '../../core/permissions.ts';
import { contacts } from '../../db/schema/index.ts';

/** What may be said of a contact's privacy (`domain.md` §3.1). */
export const CONTACT_FLAGS = ['privacyBlocked', 'excludeFromSegment', 'minor', 'parentalConsent'] as const;
export type ContactFlag = (typeof CONTACT_FLAGS)[number];

const flagInput = z.object({
  no: z.string().trim().toUpperCase().max(20),
  flag: z.enum(CONTACT_FLAGS),
  value: z.boolean(),
});

/**
 * Sets or clears one of a contact's flags; managers and admins may. A minor is blocked, and so is whoever the parents'
 * consent is changed for: lifting the block is an act of its own, and needs that consent (`domain.md` §3.1).
 * @throws ForbiddenError outsider, managers_only
 * @throws NotFoundError contact_not_found
 * @throws InvalidError parental_consent_missing
 */
export async function setContactFlag(ctx: MemberContext, input: z.input<typeof flagInput>): Promise<void> {
  requireManager(ctx);
  const { no, flag, value } = flagInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const { tx, workspaceId } = inner;
    const [contact] = await tx
      .select()
      .from(contacts)
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.no, no)))
      .for('no key update');
    if (!contact) throw new NotFoundError('contact_not_found', { no });
    if (contact[flag] === value) return;
    if (flag === 'privacyBlocked' && !value && contact.minor && !contact.parentalConsent) {
      throw new InvalidError('parental_consent_missing', { contact: contact.name });
    }
    const blocks = flag === 'parentalConsent' || (flag === 'minor' && value);
    await tx
      .update(contacts)
      .set({ [flag]: value, ...(blocks ? { privacyBlocked: true } : {}), modifiedAt: inner.now() })
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contact.id)));
    const detail = { [flag]: value, ...(blocks ? { privacyBlocked: true } : {}) };
    await audit(inner, { action: 'contact.set-flag', subject: 'contact', subjectId: contact.id, detail });
  });
}
