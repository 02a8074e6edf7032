import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { callItems, contacts, languages } from '../../db/schema/index.ts';
import { findList } from './find-list.ts';
import { lineOf } from './line-of.ts';
import { pastInteractions } from './past-interactions.ts';
import { viewOf } from './show-list.ts';
import { turnOf } from './turn.ts';
import type { CallView } from './types.ts';

const company = alias(contacts, 'company');
const showCallInput = z.object({ listId: z.number().int() });

/**
 * The contact that the member has before them, with what one needs to know to call, and how far the list is.
 * @throws NotFoundError call_list_not_found
 */
export async function showCall(ctx: MemberContext, input: z.input<typeof showCallInput>): Promise<CallView> {
  requireInsider(ctx);
  const { listId } = showCallInput.parse(input);
  const found = await findList(ctx, listId);
  const view = await viewOf(ctx, found);
  const held = view.refusal ? undefined : await readHeld(ctx, listId);
  if (!held) return { ...view, contact: null };
  const { item, contact, companyPhone } = held;
  const { description, subject, languageCode } = await lineOf(ctx, found.segment, contact.id);
  return {
    ...view,
    contact: {
      contactId: contact.id,
      contactNo: contact.no,
      type: contact.type,
      name: contact.name,
      jobTitle: contact.jobTitle,
      companyName: contact.type === 'company' ? '' : contact.companyName,
      phone: contact.phone,
      companyPhone: contact.phone === '' ? (companyPhone ?? '') : '',
      email: contact.email,
      city: contact.city,
      language: await languageName(ctx, contact.languageCode ?? languageCode),
      description,
      subject,
      calls: item.calls,
      interactions: await pastInteractions(ctx, contact.id),
      turn: turnOf(item),
    },
  };
}

async function languageName(ctx: MemberContext, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const [row] = await executor(ctx)
    .select({ name: languages.description })
    .from(languages)
    .where(and(eq(languages.workspaceId, ctx.workspaceId), eq(languages.code, code)));
  return row?.name || code;
}

async function readHeld(ctx: MemberContext, listId: number) {
  const [row] = await executor(ctx)
    .select({ item: callItems, contact: contacts, companyPhone: company.phone })
    .from(callItems)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, callItems.workspaceId), eq(contacts.id, callItems.contactId)),
    )
    .leftJoin(company, and(eq(company.workspaceId, contacts.workspaceId), eq(company.id, contacts.companyId)))
    .where(
      and(
        eq(callItems.workspaceId, ctx.workspaceId),
        eq(callItems.callListId, listId),
        eq(callItems.memberId, ctx.actor.memberId),
        eq(callItems.state, 'taken'),
      ),
    )
    .orderBy(asc(callItems.takenAt))
    .limit(1);
  return row;
}
