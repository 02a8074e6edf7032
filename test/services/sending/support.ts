import { and, asc, eq, sql } from 'drizzle-orm';
import { attachments, interactionLogEntries } from '../../../src/db/schema/index.ts';
import { makeSegment } from '../../support/loggable.ts';
import { addContacts, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';

const FILE = 901;

/** Alpha and Beta want e-mail, Gamma too but has no address, Delta wants letters; and there is a file to send. */
export async function addFour(workspace: TestWorkspace): Promise<void> {
  const { id: workspaceId, db } = workspace;
  await addContacts(workspace, [
    { id: 1, name: 'Alpha', email: 'post@alpha.example' },
    { id: 2, name: 'Beta', email: 'post@beta.example' },
    { id: 3, name: 'Gamma' },
    { id: 4, name: 'Delta', email: 'post@delta.example' },
  ]);
  await db.execute(sql`
    update contacts set correspondence_type = case id when 4 then 'hard-copy' else 'email' end
    where workspace_id = ${workspaceId}`);
  await db
    .insert(attachments)
    .overridingSystemValue()
    .values({
      workspaceId,
      id: FILE,
      fileName: 'letter.pdf',
      mediaType: 'application/pdf',
      size: 5,
      content: Buffer.from('Hello'),
      memberId: PEOPLE.rita.id,
      addedAt: NOON,
    });
  await db.execute(sql`
    insert into languages (workspace_id, code, description) values (${workspaceId}, 'ENU', 'English')`);
}

/** A segment of the contacts named, by letter to those that want one; with a file for everybody, or none. */
export async function segmentOf(
  workspace: TestWorkspace,
  criteria: string,
  { file = true } = {},
): Promise<string> {
  const no = await makeSegment(workspace.as('rita'), { templateCode: 'OUTGOING', criteria });
  if (!file) return no;
  const row = JSON.stringify({ ENU: { description: '', subject: 'Good news', attachmentId: FILE } });
  await workspace.db.execute(sql`
    update segments set languages = ${row}::text::jsonb, language_code = 'ENU', subject = 'Good news'
    where workspace_id = ${workspace.id} and no = ${no}`);
  return no;
}

export const entriesOf = ({ db, id }: TestWorkspace, loggedSegmentId: number) =>
  db
    .select()
    .from(interactionLogEntries)
    .where(
      and(
        eq(interactionLogEntries.workspaceId, id),
        eq(interactionLogEntries.loggedSegmentId, loggedSegmentId),
      ),
    )
    .orderBy(asc(interactionLogEntries.contactId));
