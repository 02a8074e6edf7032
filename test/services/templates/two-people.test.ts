import { beforeEach, describe, expect, it } from 'vitest';
import { deleteText } from '../../../src/services/templates/delete-text.ts';
import { saveTemplate } from '../../../src/services/templates/save-template.ts';
import { saveText } from '../../../src/services/templates/save-text.ts';
import { showTemplate } from '../../../src/services/templates/show-template.ts';
import { useDatabase } from '../../support/database.ts';
import { speakTwoLanguages } from '../../support/languages.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { FAIR as fields } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await speakTwoLanguages(ours);
});

const olaf = () => ours.as('olaf');
const text = { description: '', subject: '' };

describe('a template', () => {
  it('is not changed for those who looked at it before somebody else changed it', async () => {
    await saveTemplate(olaf(), { how: 'add', code: 'TWO', fields });
    const change = (over: object, expectedVersion: number, as = olaf()) =>
      saveTemplate(as, { how: 'change', code: 'TWO', fields: { ...fields, ...over }, expectedVersion });
    await change({ unitCost: '1' }, 1, ours.as('mona'));
    // Saving what is there already changes nothing, and is nobody's change.
    await change({ unitCost: '1.00' }, 2);
    await saveText(olaf(), { ...text, templateCode: 'TWO', languageCode: 'DAN', subject: 'Kom' });
    await expect(change({ description: 'Fairs' }, 1)).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { no: 'TWO', by: 'U0OLAF' },
    });
    // The first text made its language the default one; another text is no change of the template.
    await saveText(ours.as('mona'), { ...text, templateCode: 'TWO', languageCode: 'ENU', subject: 'Come' });
    await change({ description: 'Fairs', languageCode: 'DAN' }, 3);
    expect(await showTemplate(olaf(), 'TWO')).toMatchObject({
      version: 4,
      description: 'Fairs',
      unitCost: '12.50',
      languageCode: 'DAN',
    });
    const both = await Promise.allSettled([
      change({ description: 'One' }, 4),
      change({ description: 'Other' }, 4, ours.as('mona')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('tells who writes a text that somebody else has changed, by language', async () => {
    const of = { ...text, templateCode: 'TWO' };
    await saveTemplate(olaf(), { how: 'add', code: 'TWO', fields });
    await saveText(olaf(), { ...of, languageCode: 'DAN', subject: 'Kom' });
    await saveText(ours.as('mona'), { ...of, languageCode: 'ENU', subject: 'Come' });
    const write = (languageCode: string, subject: string, expectedVersion: number, as = olaf()) =>
      saveText(as, { ...of, languageCode, subject, expectedVersion });
    await write('DAN', 'Kom nu', 1, ours.as('mona'));
    await write('ENU', 'Do come', 1);
    await expect(write('DAN', 'Kom dog', 1)).rejects.toMatchObject({
      code: 'set_up_moved_on',
      params: { no: 'TWO', by: 'U0MONA' },
    });
    await expect(write('DAN', 'Kom dog', 0)).rejects.toMatchObject({
      code: 'text_exists',
      fields: [{ field: 'language' }],
    });
    expect((await showTemplate(olaf(), 'TWO')).texts).toMatchObject([
      { subject: 'Kom nu', version: 2 },
      { subject: 'Do come', version: 2 },
    ]);
    await deleteText(ours.as('mona'), { templateCode: 'TWO', languageCode: 'ENU' });
    await expect(write('ENU', 'Come!', 2)).rejects.toMatchObject({ params: { by: 'U0MONA' } });
    await write('ENU', 'Come!', 0);
  });
});
