import { sql } from 'drizzle-orm';
import {
  attachments,
  interactionTemplateLanguages,
  interactionTemplates,
  languages,
} from '../../src/db/schema/index.ts';
import { addContacts, NOON, type TestWorkspace } from './workspace.ts';

/** Files of every workspace that speaks two languages, with the same ids in each; high ones, out of the way of those that the database gives. */
export const ENGLISH = 901;
export const DANISH = 902;
/** For one contact. */
export const PERSONAL = 903;

/** EVENT speaks English (the default) and Danish; MEMO only English, and without a file. Anna speaks Danish, Fabrice French. */
export async function speakTwoLanguages(workspace: TestWorkspace): Promise<void> {
  const { id: workspaceId, db } = workspace;
  await addContacts(workspace, [
    { id: 1, name: 'Anna' },
    { id: 2, name: 'Bob' },
    { id: 3, name: 'Fabrice' },
  ]);
  await db
    .insert(languages)
    .values(['DAN', 'ENU', 'FRA'].map((code) => ({ workspaceId, code, description: code })));
  await db
    .insert(attachments)
    .overridingSystemValue()
    .values(
      [ENGLISH, DANISH, PERSONAL].map((id) => ({
        workspaceId,
        id,
        fileName: `file-${id}.pdf`,
        mediaType: 'application/pdf',
        size: 3,
        content: Buffer.from('pdf'),
        memberId: 101,
        addedAt: NOON,
      })),
    );
  const template = { workspaceId, interactionGroupCode: 'LETTER', languageCode: 'ENU' };
  await db.insert(interactionTemplates).values([
    {
      ...template,
      code: 'EVENT',
      description: 'Event',
      unitCost: '5.00',
      unitDuration: 20,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      campaignId: 1,
      campaignTarget: true,
    },
    { ...template, code: 'MEMO', description: 'Memo', unitCost: '9.00' },
  ]);
  const row = (templateCode: string, languageCode: string, subject: string, attachmentId: number | null) => ({
    workspaceId,
    templateCode,
    languageCode,
    description: '',
    subject,
    attachmentId,
  });
  await db
    .insert(interactionTemplateLanguages)
    .values([
      row('EVENT', 'ENU', 'Come!', ENGLISH),
      row('EVENT', 'DAN', 'Kom!', DANISH),
      row('MEMO', 'ENU', 'Note', null),
    ]);
  await db.execute(sql`
    update contacts set language_code = case id when 1 then 'DAN' when 3 then 'FRA' end
    where workspace_id = ${workspaceId}`);
}
