import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { once } from '../../core/once.ts';
import { interactionTemplateLanguages, interactionTemplates } from '../../db/schema/index.ts';
import { addAttachment, newFile } from '../attachments/add-attachment.ts';
import { requireOrganizer } from '../campaigns/may-organize.ts';
import { checkFields } from '../segments/field-input.ts';
import { fieldError } from '../setup/code-input.ts';
import { findLanguage } from '../setup/find-codes.ts';
import { setDefaultLanguage } from './set-default-language.ts';

const saveTextInput = z.object({
  templateCode: z.string(),
  languageCode: z.string(),
  description: z.string().trim(),
  subject: z.string().trim(),
  /** A new file in place of what there was. */
  file: newFile.optional(),
  /** Takes the file away. */
  removeFile: z.boolean().default(false),
  /** The version the person looked at; 0: a new one. A text that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Says what a template says and encloses in a language (`domain.md` §3.7, §5). The first language of a template
 * becomes its default. Nothing happens where nothing would change. Segments keep what they have: the text is theirs since the template was chosen.
 * @throws ForbiddenError organizers_only
 * @throws InvalidError at the field: unknown_code, text_exists (language), too_long, file_too_big, file_empty (file)
 * @throws NotFoundError template_not_found
 * @throws ConflictError set_up_moved_on (with who changed it and when)
 */
export async function saveText(ctx: MemberContext, input: z.input<typeof saveTextInput>): Promise<void> {
  await requireOrganizer(ctx);
  const { templateCode, description, subject, file, removeFile, expectedVersion, requestKey, ...typed } =
    saveTextInput.parse(input);
  checkFields({ description, subject });
  const { workspaceId } = ctx;
  const template = and(
    eq(interactionTemplates.workspaceId, workspaceId),
    eq(interactionTemplates.code, templateCode),
  );
  await once(ctx, requestKey, async (inner) => {
    const { code: languageCode } = await findLanguage(inner, typed.languageCode);
    const [found] = await inner.tx
      .select({ languageCode: interactionTemplates.languageCode })
      .from(interactionTemplates)
      .where(template)
      .for('update');
    if (!found) throw new NotFoundError('template_not_found', { code: templateCode });
    const before = await readText(inner, templateCode, languageCode);
    await requireVersion(inner, { templateCode, languageCode }, before?.version ?? 0, expectedVersion);
    const attachmentId = file ? (await addAttachment(inner, file)).id : undefined;
    const enclosed =
      attachmentId === undefined ? (removeFile ? { attachmentId: null } : {}) : { attachmentId };
    const encloses = { attachmentId: before?.attachmentId ?? null, ...enclosed }.attachmentId;
    const same = before?.description === description && before.subject === subject;
    if (same && before.attachmentId === encloses) return;
    await inner.tx
      .insert(interactionTemplateLanguages)
      .values({ workspaceId, templateCode, languageCode, description, subject, ...enclosed })
      .onConflictDoUpdate({
        target: [
          interactionTemplateLanguages.workspaceId,
          interactionTemplateLanguages.templateCode,
          interactionTemplateLanguages.languageCode,
        ],
        set: { description, subject, ...enclosed, version: sql`${interactionTemplateLanguages.version} + 1` },
      });
    if (found.languageCode === null) await setDefaultLanguage(inner, templateCode, languageCode);
    await audit(inner, {
      action: 'template.text',
      subject: 'template',
      subjectId: templateCode,
      detail: { languageCode, ...enclosed },
    });
  });
}

async function readText(ctx: TransactionContext, templateCode: string, languageCode: string) {
  const { description, subject, attachmentId, version } = interactionTemplateLanguages;
  const [row] = await ctx.tx
    .select({ description, subject, attachmentId, version })
    .from(interactionTemplateLanguages)
    .where(
      and(
        eq(interactionTemplateLanguages.workspaceId, ctx.workspaceId),
        eq(interactionTemplateLanguages.templateCode, templateCode),
        eq(interactionTemplateLanguages.languageCode, languageCode),
      ),
    );
  return row;
}

async function requireVersion(
  ctx: TransactionContext,
  { templateCode: no, languageCode }: { templateCode: string; languageCode: string },
  version: number,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || expected === version) return;
  if (expected === 0) throw fieldError('language', 'text_exists', { language: languageCode });
  const actions = ['template.text', 'template.text-delete'];
  throw await movedOn(ctx, 'set_up_moved_on', { no, subject: 'template', actions, detail: { languageCode } });
}
