import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachments, channelPosts, workspaceSettings } from '../../../src/db/schema/index.ts';
import { cleanName, MAX_ATTACHMENT_BYTES } from '../../../src/services/attachments/add-attachment.ts';
import { readAttachment } from '../../../src/services/attachments/read-attachment.ts';
import { sendAttachment } from '../../../src/services/attachments/send-attachment.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { deleteTemplate } from '../../../src/services/templates/delete-template.ts';
import { deleteText } from '../../../src/services/templates/delete-text.ts';
import { listTemplates } from '../../../src/services/templates/list-templates.ts';
import { saveTemplate } from '../../../src/services/templates/save-template.ts';
import { saveText } from '../../../src/services/templates/save-text.ts';
import { showTemplate } from '../../../src/services/templates/show-template.ts';
import { useDatabase } from '../../support/database.ts';
import { ENGLISH, speakTwoLanguages } from '../../support/languages.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { FAIR as fields } from './support.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

async function fresh(teamId: string): Promise<TestWorkspace> {
  const workspace = await makeWorkspace(database.db, teamId);
  await speakTwoLanguages(workspace);
  return workspace;
}

beforeAll(async () => {
  theirs = await fresh('T0THEIRS');
});
beforeEach(async () => {
  count += 1;
  ours = await fresh(`T0OURS${count}`);
});

const olaf = () => ours.as('olaf');
const file = (name = 'a.pdf', content: Uint8Array = Buffer.from('pdf')) => ({
  name,
  mediaType: 'application/pdf',
  content,
});
const text = { templateCode: 'FAIR', description: '', subject: '' };
const addFair = () => saveTemplate(olaf(), { how: 'add', code: 'fair', fields });

describe('a template', () => {
  it('is added, shown, listed, and brings to a segment what it says', async () => {
    expect(await addFair()).toBe('FAIR');
    const shown = await showTemplate(olaf(), 'FAIR');
    expect(shown).toMatchObject({
      group: { code: 'LETTER' },
      unitCost: '12.50',
      campaign: { code: 'CP1002' },
      texts: [],
    });
    expect((await listTemplates(olaf(), { limit: 2 })).total).toBe(5);
    expect(await createSegment(ours.as('rita'), { templateCode: 'FAIR' })).toMatchObject({
      unitCost: '12.50',
      campaign: { no: 'CP1002' },
      campaignTarget: true,
    });
    await expect(showTemplate(theirs.as('olaf'), 'FAIR')).rejects.toMatchObject({
      code: 'template_not_found',
    });
  });

  it.each([
    ['code', 'set_up_code_taken', {}],
    ['description', 'name_missing', { description: '' }],
    ['group', 'group_missing', { groupCode: null }],
    ['group', 'group_missing', { groupCode: 'NOPE' }],
    ['unitCost', 'amount_invalid', { unitCost: '-1' }],
    ['unitDuration', 'amount_invalid', { unitDuration: 1.5 }],
    ['campaign', 'campaign_not_found', { campaignNo: 'CP9' }],
    ['language', 'unknown_code', { languageCode: 'XXX' }],
  ])('tells at %s: %s', async (field, code, over) => {
    await addFair();
    const wanted = { how: 'add', code: 'FAIR', fields: { ...fields, ...over } } as const;
    await expect(saveTemplate(olaf(), wanted)).rejects.toMatchObject({ code, fields: [{ field }] });
  });

  it('has a text and a file by language; the first language becomes the default', async () => {
    await addFair();
    await saveText(olaf(), {
      ...text,
      languageCode: 'enu',
      subject: 'Come',
      file: file('../x/Pro gramme.pdf'),
    });
    await saveText(olaf(), { ...text, languageCode: 'DAN', subject: 'Kom' });
    const { languageCode, texts } = await showTemplate(olaf(), 'FAIR');
    expect(languageCode).toBe('ENU');
    expect(
      texts.map(({ language, subject, attachment }) => [language.code, subject, attachment?.fileName]),
    ).toEqual([
      ['DAN', 'Kom', undefined],
      ['ENU', 'Come', 'Pro gramme.pdf'],
    ]);
    const id = texts[1]?.attachment?.id ?? 0;
    expect(await readAttachment(olaf(), id)).toMatchObject({ size: 3, content: Buffer.from('pdf') });
    await expect(readAttachment(theirs.as('olaf'), id)).rejects.toMatchObject({
      code: 'attachment_not_found',
    });
    // Its file stays with what has it already, and another one is another row.
    await saveText(olaf(), { ...text, languageCode: 'ENU', subject: 'Do come', file: file() });
    expect((await readAttachment(olaf(), id)).fileName).toBe('Pro gramme.pdf');
    await saveText(olaf(), { ...text, languageCode: 'ENU', subject: 'Do come' });
    expect((await showTemplate(olaf(), 'FAIR')).texts[1]?.attachment?.fileName).toBe('a.pdf');
    await saveText(olaf(), { ...text, languageCode: 'ENU', removeFile: true });
    expect((await showTemplate(olaf(), 'FAIR')).texts[1]).toMatchObject({ subject: '', attachment: null });
    await deleteText(olaf(), { templateCode: 'FAIR', languageCode: 'ENU' });
    expect(await showTemplate(olaf(), 'FAIR')).toMatchObject({ languageCode: 'DAN' });
  });

  it('takes no file that is empty or too big, and a repeated one once', async () => {
    await addFair();
    const wanted = { ...text, languageCode: 'DAN' };
    await expect(saveText(olaf(), { ...wanted, file: file('a', Buffer.alloc(0)) })).rejects.toMatchObject({
      code: 'file_empty',
      fields: [{ field: 'file' }],
    });
    const big = Buffer.alloc(MAX_ATTACHMENT_BYTES + 1);
    await expect(saveText(olaf(), { ...wanted, file: file('a', big) })).rejects.toMatchObject({
      code: 'file_too_big',
      params: { max: 10 },
    });
    const before = await database.db.$count(attachments);
    const request = { ...wanted, file: file(), requestKey: 'view:T1' };
    await Promise.all([saveText(olaf(), request), saveText(olaf(), request)]);
    expect(await database.db.$count(attachments)).toBe(before + 1);
  });

  it('is deleted with its texts when nothing has it, else says what has', async () => {
    await addFair();
    await createSegment(ours.as('rita'), { templateCode: 'FAIR' });
    await expect(deleteTemplate(olaf(), { code: 'FAIR' })).rejects.toMatchObject({
      code: 'code_in_use',
      params: { segments: 1, interactions: 0 },
    });
    await saveTemplate(olaf(), { how: 'add', code: 'GONE', fields });
    await saveText(olaf(), { ...text, templateCode: 'GONE', languageCode: 'DAN' });
    const settings = database.db.update(workspaceSettings).set({ callTemplateCode: 'GONE' });
    await settings.where(eq(workspaceSettings.workspaceId, ours.id));
    await expect(deleteTemplate(olaf(), { code: 'GONE' })).rejects.toMatchObject({
      code: 'call_template_in_use',
    });
    await database.db.update(workspaceSettings).set({ callTemplateCode: null });
    await deleteTemplate(olaf(), { code: 'GONE' });
    await expect(showTemplate(olaf(), 'GONE')).rejects.toMatchObject({ code: 'template_not_found' });
  });

  it('is for those who organize campaigns', async () => {
    await addFair();
    const refused = { code: 'organizers_only' };
    const rita = ours.as('rita');
    await expect(saveTemplate(rita, { how: 'change', code: 'FAIR', fields })).rejects.toMatchObject(refused);
    await expect(saveText(rita, { ...text, languageCode: 'DAN' })).rejects.toMatchObject(refused);
    await expect(deleteText(rita, { templateCode: 'FAIR', languageCode: 'DAN' })).rejects.toMatchObject(
      refused,
    );
    await expect(deleteTemplate(rita, { code: 'FAIR' })).rejects.toMatchObject(refused);
  });
});

describe('a file', () => {
  it.each([
    ['C:\\x\\a.pdf', 'a.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['  ..  ', 'file'],
    ['<b>"|?*.txt', 'b.txt'],
    [`${'å'.repeat(200)}.docx`, `${'å'.repeat(95)}.docx`],
  ])('named %s is called %s', (name, expected) => {
    expect(cleanName(name)).toBe(expected);
  });

  it('is sent to the person who asks, once per press', async () => {
    const press = { attachmentId: ENGLISH, requestKey: 'press' };
    await sendAttachment(ours.as('rita'), press);
    await sendAttachment(ours.as('rita'), press);
    const posts = await database.db
      .select()
      .from(channelPosts)
      .where(eq(channelPosts.subject, `attachment:${ENGLISH}`));
    expect(posts).toMatchObject([
      {
        workspaceId: ours.id,
        channel: 'U0RITA',
        content: { kind: 'attachment-file', attachmentId: ENGLISH },
      },
    ]);
  });
});
