import { beforeAll, expect, it } from 'vitest';
import {
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
  interactionTemplates,
  jobResponsibilities,
  mailingGroups,
} from '../../../src/db/schema/index.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts as reduce } from '../../../src/services/segments/reduce-contacts.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

/** Scenarios of `domain.md` §8 about who gets a line and what it says; the others stand with their verbs. */
const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  const list = [
    { id: 1, name: 'Kontor A/S' },
    { id: 2, name: 'Peter', company: 1 },
    { id: 3, name: 'Karla', company: 1 },
    { id: 4, name: 'Zeta AB' },
    { id: 5, name: 'Lone', type: 'person' as const },
  ];
  for (const workspace of [ours, theirs]) {
    const { id: workspaceId } = workspace;
    await addContacts(workspace, list);
    await database.db.insert(mailingGroups).values({ workspaceId, code: 'GIFT', description: 'Gifts' });
    await database.db.insert(jobResponsibilities).values({ workspaceId, code: 'IT', description: 'IT' });
  }
  const { id: workspaceId } = ours;
  const rows = (code: string, ...ids: number[]) => ids.map((contactId) => ({ workspaceId, contactId, code }));
  await database.db.insert(contactIndustryGroups).values(rows('PRESS', 1));
  await database.db.insert(contactMailingGroups).values(rows('GIFT', 2, 4, 5));
  await database.db.insert(contactJobResponsibilities).values(rows('IT', 2, 3));
  // Elsewhere everybody has everything.
  const all = list.map(({ id }) => ({ workspaceId: theirs.id, contactId: id }));
  await database.db.insert(contactMailingGroups).values(all.map((one) => ({ ...one, code: 'GIFT' })));
  await database.db.insert(contactIndustryGroups).values(all.map((one) => ({ ...one, code: 'PRESS' })));
  await database.db.insert(interactionTemplates).values({
    workspaceId,
    code: 'MAIL',
    description: 'E-mail',
    interactionGroupCode: 'LETTER',
    correspondenceType: 'email',
  });
});

const rita = () => ours.as('rita');
const linesOf = async (no: string) => (await searchLines(rita(), { no, limit: 50 })).rows;

/** A segment with who meets the criteria. */
async function segmentOf(text: string, templateCode?: string): Promise<string> {
  const { no } = await createSegment(rita(), templateCode ? { templateCode } : {});
  await add(rita(), { no, criteria: criteria(text) });
  return no;
}
const namesOf = async (text: string) =>
  (await showSegment(rita(), { no: await segmentOf(text), limit: 50 })).contacts.map((one) => one.name);

it('12: the header goes before a contact’s correspondence type where it ignores that, else after it', async () => {
  await database.sql`
    update contacts set correspondence_type = 'email' where workspace_id = ${ours.id} and id = 4`;
  const no = await segmentOf('name:Zeta*');
  const typeWhen = async (ignore: boolean) => {
    const changes = { correspondenceType: 'hard-copy', ignoreContactCorrespondenceType: ignore } as const;
    await updateHeader(rita(), { no, changes, lines: 'follow' });
    return (await linesOf(no)).map((line) => line.correspondenceType);
  };
  expect(await typeWhen(true)).toEqual(['hard-copy']);
  expect(await typeWhen(false)).toEqual(['email']);
});

it('13: a contact without a correspondence type gets the template’s', async () => {
  const no = await segmentOf('name:Lone', 'MAIL');
  expect((await linesOf(no)).map((line) => line.correspondenceType)).toEqual(['email']);
});

it('15: filters of two lists add only those who are in both', async () => {
  expect(await namesOf('mailing:GIFT job:IT')).toEqual(['Peter']);
});

it('16: an industry matches the company and its people', async () => {
  expect(await namesOf('industry:PRESS')).toEqual(['Kontor A/S', 'Karla', 'Peter']);
});

it('22: a contact whose privacy is blocked gets a line when criteria match', async () => {
  await database.sql`
    update contacts set minor = true, privacy_blocked = true where workspace_id = ${ours.id} and id = 5`;
  expect(await namesOf('name:Lone|Peter')).toEqual(['Lone', 'Peter']);
});

it('29: brings back who was removed', async () => {
  const no = await segmentOf('industry:PRESS');
  await reduce(rita(), { no, criteria: criteria('name:Peter') });
  expect(await undoStep(rita(), { no })).toMatchObject({ did: 'undo', added: { companies: 0, people: 1 } });
  expect((await linesOf(no)).map((line) => line.name)).toEqual(['Kontor A/S', 'Karla', 'Peter']);
  const { header, steps } = await showSegment(rita(), { no });
  expect([header.currentStep, steps.filter((step) => step.applied).length]).toEqual([1, 1]);
});

it('30: steps back until nothing is left to undo, and forward again', async () => {
  const no = await segmentOf('industry:PRESS');
  await reduce(rita(), { no, criteria: criteria('name:Peter') });
  await undoStep(rita(), { no });
  const empty = { now: { companies: 0, people: 0 }, canUndo: false };
  expect(await undoStep(rita(), { no })).toMatchObject(empty);
  expect((await showSegment(rita(), { no })).actions).not.toContain('undo');
  await expect(undoStep(rita(), { no })).rejects.toMatchObject({ code: 'nothing_to_undo' });
  await redoStep(rita(), { no });
  await redoStep(rita(), { no });
  expect((await linesOf(no)).map((line) => line.name)).toEqual(['Kontor A/S', 'Karla']);
  await expect(redoStep(rita(), { no })).rejects.toMatchObject({ code: 'nothing_to_redo' });
});
