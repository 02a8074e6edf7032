import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { interactionTemplateLanguages, interactionTemplates } from '../../db/schema/index.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { setDefaultLanguage } from './set-default-language.ts';

const deleteTextInput = z.object({
  templateCode: z.string(),
  languageCode: z.string(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Takes a language from a template; when it was the default, another one that is there becomes it (`domain.md` §5).
 * @throws ForbiddenError organizers_only
 */
export async function deleteText(ctx: MemberContext, input: z.input<typeof deleteTextInput>): Promise<void> {
  await requireOrganizer(ctx);
  const { templateCode, languageCode, requestKey } = deleteTextInput.parse(input);
  const { workspaceId } = ctx;
  const ofTemplate = and(
    eq(interactionTemplateLanguages.workspaceId, workspaceId),
    eq(interactionTemplateLanguages.templateCode, templateCode),
  );
  await once(ctx, requestKey, async (inner) => {
    const [template] = await inner.tx
      .select({ languageCode: interactionTemplates.languageCode })
      .from(interactionTemplates)
      .where(
        and(eq(interactionTemplates.workspaceId, workspaceId), eq(interactionTemplates.code, templateCode)),
      )
      .for('update');
    const gone = await inner.tx
      .delete(interactionTemplateLanguages)
      .where(and(ofTemplate, eq(interactionTemplateLanguages.languageCode, languageCode)))
      .returning({ languageCode: interactionTemplateLanguages.languageCode });
    if (gone.length === 0) return;
    const [other] = await inner.tx
      .select({ languageCode: interactionTemplateLanguages.languageCode })
      .from(interactionTemplateLanguages)
      .where(ofTemplate)
      .orderBy(asc(interactionTemplateLanguages.languageCode))
      .limit(1);
    if (other && template?.languageCode === languageCode) {
      await setDefaultLanguage(inner, templateCode, other.languageCode);
    }
    await audit(inner, {
      action: 'template.text-delete',
      subject: 'template',
      subjectId: templateCode,
      detail: { languageCode },
    });
  });
}
