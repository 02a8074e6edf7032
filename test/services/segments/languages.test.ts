import { beforeAll, describe, expect, it } from 'vitest';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { copySegment } from '../../../src/services/segments/copy.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { previewHeader } from '../../../src/services/segments/preview-header.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showLine } from '../../../src/services/segments/show-line.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { HeaderChanges, LineChanges, SegmentLine } from '../../../src/services/segments/types.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { DANISH, ENGLISH, PERSONAL, speakTwoLanguages } from '../../support/languages.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) await speakTwoLanguages(workspace);
});

const rita = () => ours.as('rita');
const card = async (no: string) => (await showSegment(rita(), { no })).header;
const change = (no: string, changes: HeaderChanges, lines: 'follow' | 'keep' = 'follow') =>
  updateHeader(rita(), { no, changes, lines });
const edit = (no: string, lineNo: number, changes: LineChanges) => editLine(rita(), { no, lineNo, changes });

/** What each line says, in line order (Anna, Bob, Fabrice): `DAN Kom! 2`. */
async function said(no: string): Promise<string[]> {
  const { rows } = await searchLines(rita(), { no });
  return rows.map(({ languageCode, subject, attachmentId }) =>
    [languageCode ?? '-', subject || '-', attachmentId === null ? '-' : attachmentId - 900].join(' '),
  );
}

/** Everything that a person can see of a segment, except when and which version. */
async function everything(no: string) {
  const { version: _, changedAt: __, changedBy: ___, lastStep: ____, ...header } = await card(no);
  return { header, lines: (await searchLines(rita(), { no })).rows };
}

const withLines = async (templateCode = 'EVENT') => {
  const { no } = await createSegment(rita(), { templateCode, description: 'Old' });
  await add(rita(), { no, criteria: criteria('') });
  return no;
};

describe('languages of a segment', () => {
  it('4: come with the template, and so does its campaign', async () => {
    const { no } = await createSegment(rita(), {});
    await change(no, { templateCode: 'event' });
    const brought = {
      template: { code: 'EVENT' },
      campaign: { no: 'CP1001' },
      campaignTarget: true,
      campaignResponse: false,
      unitCost: '5.00',
      unitDuration: 20,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      language: { code: 'ENU' },
      subject: 'Come!',
      languages: {
        ENU: { description: '', subject: 'Come!', attachmentId: ENGLISH },
        DAN: { description: '', subject: 'Kom!', attachmentId: DANISH },
      },
    };
    expect(await card(no)).toMatchObject(brought);
    expect(await createSegment(rita(), { templateCode: 'EVENT' })).toMatchObject(brought);
    const other = await createSegment(rita(), { templateCode: 'EVENT', campaignNo: 'CP1002' });
    expect(other).toMatchObject({ campaign: { no: 'CP1002' }, campaignTarget: true });
  });

  it('74: a contact gets its own language where there is a text in it, else the default', async () => {
    const no = await withLines();
    expect(await said(no)).toEqual(['DAN Kom! 2', 'ENU Come! 1', 'ENU Come! 1']);
    expect(await said(await withLines('MEMO'))).toEqual(['ENU Note -', 'ENU Note -', 'ENU Note -']);
    expect(await said(await withLines('BUS'))).toEqual(['- - -', '- - -', '- - -']);
  });

  it('give a line the text of the language that was chosen for it', async () => {
    const no = await withLines();
    await edit(no, 2, { languageCode: 'DAN' });
    await edit(no, 3, { languageCode: 'FRA' });
    await edit(no, 1, { languageCode: 'ENU', subject: 'Dear Anna' });
    expect(await said(no)).toEqual(['ENU Dear Anna 1', 'DAN Kom! 2', 'FRA Come! 1']);
    expect((await showLine(rita(), { no, lineNo: 1 })).inherited.subject).toBe('Come!');
  });

  it('75: a file for one contact is unique to its line, and the others still inherit theirs', async () => {
    const no = await withLines();
    await edit(no, 2, { attachmentId: PERSONAL });
    const { rows } = await searchLines(rita(), { no });
    expect(rows.map(({ attachmentId, own }) => [attachmentId, own])).toEqual([
      [DANISH, []],
      [PERSONAL, ['attachmentId']],
      [ENGLISH, []],
    ]);
    await change(no, { templateCode: 'MEMO' });
    expect(await said(no)).toEqual(['ENU Note -', 'ENU Note 3', 'ENU Note -']);
    await edit(no, 2, { attachmentId: null });
    expect(await said(no)).toEqual(['ENU Note -', 'ENU Note -', 'ENU Note -']);
  });

  it('know only files that are there, and only with a template', async () => {
    const no = await withLines();
    await expect(edit(no, 1, { attachmentId: 999 })).rejects.toMatchObject({ code: 'attachment_not_found' });
    const { no: bare } = await createSegment(rita(), {});
    await add(rita(), { no: bare, criteria: criteria('') });
    await expect(edit(bare, 1, { attachmentId: PERSONAL })).rejects.toMatchObject({
      code: 'template_missing',
    });
  });

  it('8: lines cannot stay as they are while one inherits a file that the new template has not', async () => {
    const no = await withLines();
    await expect(change(no, { templateCode: 'MEMO' }, 'keep')).rejects.toMatchObject({
      code: 'attachment_inherited',
      fields: [{ field: 'lines' }],
    });
    for (const line of [1, 2, 3]) await edit(no, line, { attachmentId: PERSONAL });
    await change(no, { templateCode: 'MEMO' }, 'keep');
    expect(await said(no)).toEqual(['DAN Kom! 3', 'ENU Come! 3', 'ENU Come! 3']);
    expect(await card(no)).toMatchObject({ unitCost: '9.00', cost: '15.00', languages: { ENU: {} } });
  });

  it('9: another template, as it should be, refreshes its fields on all lines', async () => {
    const no = await withLines();
    await edit(no, 2, { cost: '50', campaignTarget: false, languageCode: 'FRA' });
    await change(no, { templateCode: 'MEMO' });
    expect(await said(no)).toEqual(['ENU Note -', 'ENU Note -', 'ENU Note -']);
    expect(await card(no)).toMatchObject({
      cost: '27.00',
      campaign: { no: 'CP1001' },
      campaignTarget: false,
    });
  });
});

describe('changing a default language', () => {
  it('adds the text that is missing, as the question says', async () => {
    const no = await withLines();
    const preview = await previewHeader(rita(), { no, changes: { languageCode: 'fra' } });
    expect(preview.newLanguage).toBe('FRA');
    expect(preview.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['languageCode', 'ENU', 'FRA'],
      ['languages', 'DAN, ENU', 'DAN, ENU, FRA'],
    ]);
    await change(no, { languageCode: 'fra' });
    expect(await said(no)).toEqual(['DAN Kom! 2', 'FRA Come! -', 'FRA Come! -']);
    const known = await previewHeader(rita(), { no, changes: { languageCode: 'DAN' } });
    expect(known.newLanguage).toBeNull();
    await change(no, { languageCode: 'DAN' }, 'keep');
    expect((await card(no)).subject).toBe('Kom!');
    expect(await said(no)).toEqual(['DAN Kom! 2', 'FRA Come! -', 'FRA Come! -']);
  });

  it('writes the subject to its text, and to lines that were given the old one', async () => {
    const no = await withLines();
    await edit(no, 3, { subject: 'Mine' });
    await change(no, { subject: 'Do come!' });
    expect((await card(no)).languages.ENU?.subject).toBe('Do come!');
    expect(await said(no)).toEqual(['DAN Kom! 2', 'ENU Do come! 1', 'ENU Mine 1']);
    // Kept lines that have the old subject as their own follow when they are to.
    await change(no, { subject: 'Other' }, 'keep');
    await change(no, { subject: 'Do come!' }, 'keep');
    await change(no, { subject: 'At last' });
    expect(await said(no)).toEqual(['DAN Kom! 2', 'ENU At last 1', 'ENU Mine 1']);
  });

  it('goes on with another one when its text is taken away', async () => {
    const no = await withLines();
    await change(no, {
      languages: { ENU: null, FRA: { description: '', subject: 'Venez', attachmentId: null } },
    });
    expect(await card(no)).toMatchObject({ language: { code: 'DAN' }, subject: 'Kom!' });
    expect(await said(no)).toEqual(['DAN Kom! 2', 'DAN Kom! 2', 'FRA Venez -']);
    await expect(
      change(no, { languages: { DAN: { description: '', subject: '', attachmentId: 999 } } }),
    ).rejects.toMatchObject({ code: 'attachment_not_found' });
  });

  it.each<[HeaderChanges, 'follow' | 'keep']>([
    [{ languageCode: 'FRA' }, 'keep'],
    [{ languageCode: 'DAN', subject: 'Hej' }, 'follow'],
    [{ templateCode: 'MEMO' }, 'follow'],
    [{ languages: { DAN: null } }, 'keep'],
  ])('is undone and redone exactly (%j, %s)', async (changes, lines) => {
    const no = await withLines();
    await edit(no, 2, { attachmentId: PERSONAL, evaluation: 'positive' });
    const before = await everything(no);
    await change(no, changes, lines);
    const after = await everything(no);
    expect(after).not.toEqual(before);
    if (lines === 'keep') expect(after.lines.map(sameTexts)).toEqual(before.lines.map(sameTexts));
    await undoStep(rita(), { no });
    expect(await everything(no)).toEqual(before);
    await redoStep(rita(), { no });
    expect(await everything(no)).toEqual(after);
  });
});

const sameTexts = ({ languageCode, subject, attachmentId }: SegmentLine) => [
  languageCode,
  subject,
  attachmentId,
];

it('a copy of a segment says and encloses the same', async () => {
  const no = await withLines();
  await edit(no, 2, { attachmentId: PERSONAL });
  const { segmentNo } = await copySegment(rita(), { no });
  expect(await said(segmentNo)).toEqual(await said(no));
});

it('a request for approval is void after another file', async () => {
  const no = await withLines();
  await submitSegment(rita(), { no });
  const english = { description: '', subject: 'Come!', attachmentId: PERSONAL };
  expect(await change(no, { languages: { ENU: english } })).toMatchObject({ voided: true });
  expect(await said(no)).toEqual(['DAN Kom! 2', 'ENU Come! 3', 'ENU Come! 3']);
});

it('touches nothing of another workspace', async () => {
  await createSegment(theirs.as('rita'), { templateCode: 'EVENT' });
  const [row] = await database.sql`
    select languages from segments where workspace_id = ${theirs.id} order by id desc limit 1`;
  expect(Object.keys(row?.languages as object).sort()).toEqual(['DAN', 'ENU']);
});
