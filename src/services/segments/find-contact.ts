import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { contacts } from '../../db/schema/index.ts';

/** A contact by its number, typed as one likes. @throws InvalidError contact_not_found on field `contact` */
export async function findContact(ctx: Context, typed: string) {
  const no = typed.trim().toUpperCase();
  const [contact] = await executor(ctx)
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.no, no)));
  if (contact) return contact;
  throw new InvalidError('contact_not_found', { no }, [
    { field: 'contact', code: 'contact_not_found', params: { no } },
  ]);
}
