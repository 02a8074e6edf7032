import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { interactionTemplateLanguages } from '../../db/schema/index.ts';
import type { HeaderValues } from './header-values.ts';
import type { HeaderChanges, LanguageRow } from './types.ts';

export type LanguageRows = Record<string, LanguageRow>;

/** The rows of a template, as a header gets them: files are shared, because they never change. */
export async function templateRows(ctx: Context, templateCode: string): Promise<LanguageRows> {
  const rows = await executor(ctx)
    .select()
    .from(interactionTemplateLanguages)
    .where(
      and(
        eq(interactionTemplateLanguages.workspaceId, ctx.workspaceId),
        eq(interactionTemplateLanguages.templateCode, templateCode),
      ),
    );
  return Object.fromEntries(
    rows.map(({ languageCode, description, subject, attachmentId }) => [
      languageCode,
      { description, subject, attachmentId },
    ]),
  );
}

type Spoken = Pick<HeaderValues, 'languageCode' | 'subject' | 'languages'>;

/**
 * Default language, its subject and the rows by language after a change (`domain.md` §4.1, §5). A default language
 * without a row gets one if there is a template; without the row of the default language another one is the default;
 * the subject is that of the default language's row, and is written there.
 */
export function speak(
  was: Spoken & Pick<HeaderValues, 'templateCode'>,
  changes: Pick<HeaderChanges, 'languageCode' | 'subject' | 'languages'>,
): Spoken {
  const languages = { ...was.languages };
  for (const [code, row] of Object.entries(changes.languages ?? {})) {
    if (row === null) delete languages[code];
    else languages[code] = row;
  }
  const languageCode = defaultLanguage(was, changes, languages);
  if (changes.languageCode && was.templateCode !== null) {
    languages[changes.languageCode] ??= { description: '', subject: was.subject, attachmentId: null };
  }
  const row = languageCode === null ? undefined : languages[languageCode];
  const subject = changes.subject ?? row?.subject ?? was.subject;
  if (languageCode !== null && row) languages[languageCode] = { ...row, subject };
  return { languageCode, subject, languages };
}

function defaultLanguage(
  was: Spoken,
  changes: Pick<HeaderChanges, 'languageCode'>,
  languages: LanguageRows,
): string | null {
  if (changes.languageCode !== undefined) return changes.languageCode;
  const { languageCode } = was;
  const lost = languageCode !== null && languageCode in was.languages && !(languageCode in languages);
  return lost ? (Object.keys(languages).sort()[0] ?? languageCode) : languageCode;
}
