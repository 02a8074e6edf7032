import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { interactionTemplates, languages } from '../../../src/db/schema/index.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { previewHeader } from '../../../src/services/segments/preview-header.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { HeaderChanges, LineField } from '../../../src/services/segments/types.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addContacts(ours, [
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Beta' },
    { id: 3, name: 'Gamma' },
  ]);
  await database.db.insert(languages).values({ workspaceId: ours.id, code: 'DAN', description: 'Danish' });
});

const rita = () => ours.as('rita');
const card = async (no: string) => (await showSegment(rita(), { no })).header;
const change = (no: string, changes: HeaderChanges) => updateHeader(rita(), { no, changes, lines: 'follow' });

/** One field of every line, in line order. */
async function field<F extends LineField>(no: string, name: F) {
  return (await searchLines(rita(), { no, limit: 50 })).rows.map((line) => line[name]);
}

const withLines = async () => {
  const { no } = await createSegment(rita(), { templateCode: 'BUS', description: 'Old' });
  await add(rita(), { no, criteria: criteria('') });
  return no;
};

describe('a template', () => {
  it('4: brings everything to a header without lines', async () => {
    await database.db
      .update(interactionTemplates)
      .set({ languageCode: 'DAN' })
      .where(and(eq(interactionTemplates.workspaceId, ours.id), eq(interactionTemplates.code, 'OUTGOING')));
    const { no } = await createSegment(rita(), { templateCode: 'BUS' });
    await change(no, { subject: 'Hello' });
    await change(no, { templateCode: 'outgoing' });
    expect(await card(no)).toMatchObject({
      template: { code: 'OUTGOING' },
      group: { code: 'PHONE', description: 'Telephone' },
      language: { code: 'DAN', description: 'Danish' },
      subject: '',
      unitCost: '1.00',
      unitDuration: 15,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      correspondenceType: '',
      ignoreContactCorrespondenceType: false,
    });
  });

  it('5: gives lines its values through the header', async () => {
    const no = await withLines();
    const [line] = (await searchLines(rita(), { no })).rows;
    expect(line).toMatchObject({
      templateCode: 'BUS',
      groupCode: 'LETTER',
      cost: '8.00',
      duration: 30,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      own: [],
    });
  });

  it('9: as it should be, fills its fields of all lines anew, edited ones too', async () => {
    const no = await withLines();
    await editLine(rita(), { no, lineNo: 2, changes: { cost: '50', description: 'Special' } });
    const preview = await previewHeader(rita(), { no, changes: { templateCode: 'OUTGOING' } });
    expect(preview.changes.find((one) => one.field === 'unitCost')).toEqual({
      field: 'unitCost',
      before: '8.00',
      after: '1.00',
      follow: 3,
      deviate: 0,
      replaced: 1,
    });
    await change(no, { templateCode: 'OUTGOING' });
    expect(await field(no, 'templateCode')).toEqual(['OUTGOING', 'OUTGOING', 'OUTGOING']);
    expect(await field(no, 'cost')).toEqual(['1.00', '1.00', '1.00']);
    expect(await field(no, 'description')).toEqual(['Old', 'Special', 'Old']);
    expect(await card(no)).toMatchObject({ cost: '3.00', duration: 45 });
    await undoStep(rita(), { no });
    expect(await field(no, 'cost')).toEqual(['8.00', '50.00', '8.00']);
    expect((await card(no)).cost).toBe('66.00');
  });

  it('is cleared with all it brought', async () => {
    const no = await withLines();
    await change(no, { templateCode: null });
    expect(await card(no)).toMatchObject({ template: null, group: null, cost: '0.00', duration: 0 });
  });
});
