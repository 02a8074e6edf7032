import { beforeAll, expect, it } from 'vitest';
import { interactionLogEntries } from '../../../src/db/schema/index.ts';
import { countUniqueAttachments } from '../../../src/services/interactions/unique-attachments.ts';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { saveSegmentText } from '../../../src/services/segments/save-text.ts';
import { useDatabase } from '../../support/database.ts';
import { PERSONAL, speakTwoLanguages } from '../../support/languages.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await speakTwoLanguages(ours);
});

const rita = () => ours.as('rita');

async function entryWith(attachmentId: number): Promise<number> {
  const [entry] = await database.db
    .insert(interactionLogEntries)
    .values({
      workspaceId: ours.id,
      contactId: 1,
      date: '2026-11-23',
      description: 'Letter',
      interactionGroupCode: 'LETTER',
      interactionTemplateCode: 'BUS',
      informationFlow: '',
      initiatedBy: '',
      correspondenceType: '',
      salespersonCode: 'RR',
      cost: '0',
      duration: 0,
      attachmentId,
      memberId: 101,
      loggedAt: NOON,
    })
    .returning({ id: interactionLogEntries.id });
  return entry?.id ?? 0;
}

it('leaves files alone that a line or a header has, or gets back by undo', async () => {
  const entry = await entryWith(PERSONAL);
  expect(await countUniqueAttachments(rita(), [entry])).toBe(1);
  const { no } = await createSegment(rita(), { templateCode: 'EVENT' });
  await addContactByHand(rita(), { no, contactNo: 'CT000002' });
  await editLine(rita(), { no, lineNo: 1, changes: { attachmentId: PERSONAL } });
  expect(await countUniqueAttachments(rita(), [entry])).toBe(0);
  await editLine(rita(), { no, lineNo: 1, changes: { attachmentId: null } });
  expect(await countUniqueAttachments(rita(), [entry])).toBe(0);

  const file = { name: 'a.pdf', mediaType: 'application/pdf', content: Buffer.from('pdf') };
  const english = { languageCode: 'ENU', description: '', subject: 'Come!' };
  await saveSegmentText(rita(), { no, ...english, file });
  const [row] = await database.sql`select max(id) as id from attachments where id < 900`;
  const other = await entryWith(Number(row?.id));
  await saveSegmentText(rita(), { no, ...english, removeFile: true });
  expect(await countUniqueAttachments(rita(), [other])).toBe(0);
});
