import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { interactionTemplates, workspaceSettings } from '../../db/schema/index.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { letGo, segmentsWith } from '../segments/segments-with.ts';
import { requireUnused, uses } from '../setup/code-input.ts';

const deleteTemplateInput = z.object({ code: z.string(), requestKey: z.string().max(200).optional() });

/**
 * Deletes a template that no segment, line or interaction has, and that undo or redo cannot bring back, with its texts by language; their files stay where
 * something else has them. One that is gone already is no problem.
 * @throws ForbiddenError organizers_only
 * @throws ConflictError code_in_use with how often and where, call_template_in_use
 */
export async function deleteTemplate(
  ctx: MemberContext,
  input: z.input<typeof deleteTemplateInput>,
): Promise<void> {
  await requireOrganizer(ctx);
  const { code, requestKey } = deleteTemplateInput.parse(input);
  const { workspaceId } = ctx;
  const here = and(eq(interactionTemplates.workspaceId, workspaceId), eq(interactionTemplates.code, code));
  await once(ctx, requestKey, async (inner) => {
    // Whoever begins to use it meanwhile waits, and finds it gone.
    await inner.tx
      .select({ code: interactionTemplates.code })
      .from(interactionTemplates)
      .where(here)
      .for('update');
    const [found] = await inner.tx.execute(sql`
      select (
          select count(*) from (${segmentsWith(workspaceId, 'template', sql`${code}::text`)}) used
        ) as segments,
        (
          select count(*) from interaction_log_entries e
          where e.workspace_id = ${workspaceId} and e.interaction_template_code = ${code}
        ) as interactions`);
    requireUnused(code, uses.parse(found));
    const [calls] = await inner.tx
      .select({ code: workspaceSettings.callTemplateCode })
      .from(workspaceSettings)
      .where(eq(workspaceSettings.workspaceId, workspaceId));
    if (calls?.code === code) throw new ConflictError('call_template_in_use', { code });
    await letGo(inner, 'template', code);
    const gone = await inner.tx
      .delete(interactionTemplates)
      .where(here)
      .returning({ code: interactionTemplates.code });
    if (gone.length > 0)
      await audit(inner, { action: 'template.delete', subject: 'template', subjectId: code });
  });
}
