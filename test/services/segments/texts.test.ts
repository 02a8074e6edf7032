import { beforeAll, describe, expect, it } from 'vitest';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { removeSegmentText, saveSegmentText } from '../../../src/services/segments/save-text.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showLine } from '../../../src/services/segments/show-line.ts';
import { showTexts } from '../../../src/services/segments/show-texts.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { ENGLISH, speakTwoLanguages } from '../../support/languages.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await speakTwoLanguages(ours);
});

const pdf = { name: 'a.pdf', mediaType: 'application/pdf', content: Buffer.from('pdf') };
const rita = () => ours.as('rita');

/** What each line says, in line order (Anna, Bob, Fabrice): `DAN Kom! 902`. */
async function said(no: string): Promise<string[]> {
  const { rows } = await searchLines(rita(), { no });
  return rows.map(({ languageCode, subject, attachmentId }) =>
    [languageCode, subject, attachmentId ?? '-'].join(' '),
  );
}
const withLines = async (templateCode = 'EVENT') => {
  const { no } = await createSegment(rita(), { templateCode, description: 'Old' });
  await add(rita(), { no, criteria: criteria('') });
  return no;
};

describe('the texts of a segment', () => {
  const english = { languageCode: 'enu', description: '', subject: 'Come!' };

  it('75: are written, get a file, and are taken away, each as a step that can be undone', async () => {
    const no = await withLines();
    await editLine(rita(), { no, lineNo: 2, changes: { subject: 'Dear Bob' } });
    await editLine(rita(), { no, lineNo: 3, changes: {}, file: pdf });
    const own = (await showLine(rita(), { no, lineNo: 3 })).attachment;
    expect(own).toMatchObject({ fileName: 'a.pdf', size: 3 });
    expect((await showLine(rita(), { no, lineNo: 2 })).attachment?.id).toBe(ENGLISH);
    const before = await said(no);
    await saveSegmentText(rita(), { no, ...english, file: pdf });
    const { texts, language } = await showTexts(rita(), { no });
    expect(language?.code).toBe('ENU');
    expect(texts.map(({ attachment }) => attachment?.fileName)).toEqual(['file-902.pdf', 'a.pdf']);
    expect((await showLine(rita(), { no, lineNo: 2 })).attachment?.fileName).toBe('a.pdf');
    expect((await showLine(rita(), { no, lineNo: 3 })).attachment).toEqual(own);
    await undoStep(rita(), { no });
    expect(await said(no)).toEqual(before);
    await saveSegmentText(rita(), { no, ...english, removeFile: true });
    await removeSegmentText(rita(), { no, languageCode: 'DAN' });
    expect((await said(no)).slice(0, 2)).toEqual(['ENU Come! -', 'ENU Dear Bob -']);
    expect(await removeSegmentText(rita(), { no, languageCode: 'DAN' })).toBeNull();
    expect(await saveSegmentText(rita(), { no, ...english })).toBeNull();
  });

  it('begin with the first language as the default, and need a template', async () => {
    const no = await withLines('BUS');
    await saveSegmentText(rita(), { no, ...english });
    expect(await said(no)).toEqual(['ENU Come! -', 'ENU Come! -', 'ENU Come! -']);
    const { no: bare } = await createSegment(rita(), {});
    await expect(saveSegmentText(rita(), { no: bare, ...english })).rejects.toMatchObject({
      code: 'template_missing',
    });
    await expect(saveSegmentText(rita(), { no, ...english, languageCode: 'XX' })).rejects.toMatchObject({
      fields: [{ field: 'language' }],
    });
  });

  it('meant as new ones do not write over what there is in a language', async () => {
    const no = await withLines();
    const before = await said(no);
    const add = (languageCode: string) =>
      saveSegmentText(rita(), { no, languageCode, description: '', subject: 'New', isNew: true });
    for (const there of ['ENU', 'dan']) {
      await expect(add(there)).rejects.toMatchObject({
        code: 'text_exists',
        fields: [{ field: 'language', params: { language: there.toUpperCase() } }],
      });
    }
    expect(await said(no)).toEqual(before);
    await add('fra');
    expect((await said(no))[2]).toBe('FRA New -');
    await expect(add('FRA')).rejects.toMatchObject({ code: 'text_exists' });
    await removeSegmentText(rita(), { no, languageCode: 'DAN' });
    await add('DAN');
    expect((await said(no))[0]).toBe('DAN New -');
    // Two who add the same one at once: the second is told.
    await removeSegmentText(rita(), { no, languageCode: 'DAN' });
    const both = await Promise.allSettled([add('DAN'), add('DAN')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
