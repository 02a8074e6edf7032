import { sql } from 'drizzle-orm';
import {
  attachments,
  interactionTemplateLanguages,
  interactionTemplates,
  languages,
} from '../../src/db/schema/index.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { criteria } from './criteria.ts';
import { modalThat, wordsIn } from './modal.ts';
import type { Person } from './person.ts';
import { addContacts, NOON, PEOPLE, type TestWorkspace } from './workspace.ts';

const ENGLISH = 901;
const DANISH = 902;
export const LETTERS = { [ENGLISH]: 'Dear all', [DANISH]: 'Kære alle' };

/** Somebody who gets a letter; no `by` means that they get none. */
export interface Addressee {
  id: number;
  name: string;
  company?: number;
  by: '' | 'email' | 'hard-copy';
  email?: string;
  danish?: true;
}

/** Contacts, and the template LETTER that encloses a file of the same name in English and in Danish. */
export async function fillForLetters(workspace: TestWorkspace, people: Addressee[]): Promise<void> {
  const { id: workspaceId, db } = workspace;
  await addContacts(workspace, people);
  await db.insert(languages).values(['DAN', 'ENU'].map((code) => ({ workspaceId, code, description: code })));
  for (const { id, by, danish } of people) {
    await db.execute(sql`
      update contacts set correspondence_type = ${by}, language_code = ${danish ? 'DAN' : 'ENU'},
        address = ${`Street ${id}`}, post_code = '8000', city = 'Aarhus'
      where workspace_id = ${workspaceId} and id = ${id}`);
  }
  await db
    .insert(attachments)
    .overridingSystemValue()
    .values(
      Object.entries(LETTERS).map(([id, text]) => ({
        workspaceId,
        id: Number(id),
        fileName: 'letter.txt',
        mediaType: 'text/plain',
        size: Buffer.byteLength(text),
        content: Buffer.from(text),
        memberId: PEOPLE.rita.id,
        addedAt: NOON,
      })),
    );
  const code = 'LETTER';
  await db.insert(interactionTemplates).values({
    workspaceId,
    code,
    description: 'Letter',
    interactionGroupCode: 'LETTER',
    languageCode: 'ENU',
  });
  const text = { workspaceId, templateCode: code, description: '' };
  await db.insert(interactionTemplateLanguages).values([
    { ...text, languageCode: 'ENU', subject: 'Good news', attachmentId: ENGLISH },
    { ...text, languageCode: 'DAN', subject: 'Godt nyt', attachmentId: DANISH },
  ]);
}

/** Logs a segment of everybody through the form, as it is preset where there is something to send. Its number. */
export async function logLetters(workspace: TestWorkspace, person: Person): Promise<string> {
  const ctx = workspace.as('rita');
  const { no } = await createSegment(ctx, {
    description: 'Letters',
    templateCode: 'LETTER',
    salespersonCode: 'RR',
  });
  await add(ctx, { no, criteria: criteria('') });
  await person.say('C0SALES', `/segment log ${no}`);
  const view = await modalThat(person, /Post the log to/);
  if (!JSON.stringify(view.view).includes('"initial_options"'))
    throw new Error(`Sending is not preset: ${wordsIn(view)}`);
  await person.submit(view);
  await person.noModal();
  return no;
}
