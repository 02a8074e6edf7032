import { and, desc, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { interactionLogEntries, interactionTemplates, salespeople } from '../../db/schema/index.ts';
import type { PastInteraction } from './types.ts';

const SHOWN = 3;
const entries = interactionLogEntries;

/** The last interactions with a contact that count (not canceled, not postponed), newest first. */
export async function pastInteractions(ctx: Context, contactId: number): Promise<PastInteraction[]> {
  const rows = await executor(ctx)
    .select({
      date: entries.date,
      template: interactionTemplates.description,
      description: entries.description,
      evaluation: entries.evaluation,
      attemptFailed: entries.attemptFailed,
      code: entries.salespersonCode,
      name: salespeople.description,
    })
    .from(entries)
    .innerJoin(
      interactionTemplates,
      and(
        eq(interactionTemplates.workspaceId, entries.workspaceId),
        eq(interactionTemplates.code, entries.interactionTemplateCode),
      ),
    )
    .leftJoin(
      salespeople,
      and(eq(salespeople.workspaceId, entries.workspaceId), eq(salespeople.code, entries.salespersonCode)),
    )
    .where(
      and(
        eq(entries.workspaceId, ctx.workspaceId),
        eq(entries.contactId, contactId),
        eq(entries.canceled, false),
        eq(entries.postponed, false),
      ),
    )
    .orderBy(desc(entries.date), desc(entries.id))
    .limit(SHOWN);
  return rows.map(({ code, name, ...row }) => ({ ...row, by: name || code }));
}
