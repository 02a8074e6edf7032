import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { TransactionContext } from '../../core/context.ts';
import { interactionTemplates } from '../../db/schema/index.ts';

/** Gives a template another default language, because of its texts: a change of the template like any other. */
export async function setDefaultLanguage(
  ctx: TransactionContext,
  code: string,
  languageCode: string,
): Promise<void> {
  await ctx.tx
    .update(interactionTemplates)
    .set({ languageCode, version: sql`${interactionTemplates.version} + 1` })
    .where(and(eq(interactionTemplates.workspaceId, ctx.workspaceId), eq(interactionTemplates.code, code)));
  await audit(ctx, {
    action: 'template.change',
    subject: 'template',
    subjectId: code,
    detail: { fields: ['languageCode'] },
  });
}
