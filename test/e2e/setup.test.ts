import { afterEach, expect, it } from 'vitest';
import { addContactByHand } from '../../src/services/segments/add-contact-by-hand.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { showTexts } from '../../src/services/segments/show-texts.ts';
import { speakTwoLanguages } from '../support/languages.ts';
import {
  chooseInRow,
  closeAll,
  errorsOf,
  fillIn,
  modalThat,
  optionOf,
  pressInRow,
  search,
  typeNumber,
  wordsIn,
} from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';
const running = useRunningApp(speakTwoLanguages);
afterEach(() => closeAll(running.anna, running.rita));

it('sets up a group and a template with its text and file, and brings them to a segment', async () => {
  const { anna, workspace } = running;
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Interaction groups/);
  await anna.pressIn(await modalThat(anna, /Each template belongs/), /New group/);
  const group = await modalThat(anna, /without spaces/);
  await anna.type(group, /^Code$/, 'letter');
  await anna.type(group, /^Name$/, 'Fairs');
  await anna.submit(group);
  await expect
    .poll(async () => errorsOf(await modalThat(anna, /without spaces/)))
    .toMatchObject({
      code: 'LETTER is there already. Choose another code.',
    });
  await anna.type(group, /^Code$/, 'fair');
  await anna.submit(group);
  const groups = await modalThat(anna, /Saved\./);
  expect(wordsIn(groups)).toContain('Fairs');

  await anna.pressIn(groups, /^Back$/);
  await pressInRow(anna, await modalThat(anna, /Number series/), /Interaction templates/);
  await anna.pressIn(await modalThat(anna, /New template/), /New template/);
  const form = await modalThat(anna, /without spaces/);
  await anna.type(form, /^Code$/, 'stand');
  await anna.type(form, /^Description$/, 'At our stand');
  await search(anna, form, 'group', 'fair');
  await typeNumber(anna, form, 'unitCost', '12.5');
  await search(anna, form, 'language', 'ENU');
  await anna.submit(form);
  const page = await modalThat(anna, /At our stand/);
  expect(wordsIn(page)).toContain('Cost per contact: €12.50');
  await anna.pressIn(page, /Write it in ENU/);
  const text = await modalThat(anna, /At most 10 MB|at most 10 MB/);
  await anna.type(text, /^Subject$/, 'See you there');
  await anna.attach(text, /^File$/, 'map.pdf', 'a map');
  await anna.submit(text);
  const saved = await modalThat(anna, /map\.pdf/);
  expect(wordsIn(saved)).toContain('See you there');
  const { no } = await createSegment(workspace.as('rita'), { templateCode: 'STAND' });
  const [row] = await running.database.sql`select languages from segments where no = ${no}`;
  expect(row?.languages).toMatchObject({ ENU: { subject: 'See you there' } });

  await pressInRow(anna, saved, /See you there/);
  await anna.pressIn(await modalThat(anna, /Now: map\.pdf/), /Get the file/);
  await modalThat(anna, /on its way/);
  await anna.reads('direct', /map\.pdf/);
  await closeAll(anna);

  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Interaction templates/);
  await pressInRow(anna, await modalThat(anna, /New template/), /STAND/);
  await pressInRow(anna, await modalThat(anna, /Texts and files/), /STAND/);
  await anna.pressIn(await modalThat(anna, /STAND/, /Texts and files/), /^Delete$/);
  await modalThat(anna, /STAND is in use and cannot be deleted: 1 segment/);
});

it('changes a number series and a channel, and says at the field what cannot be', async () => {
  const { anna, database } = running;
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Number series/);
  await pressInRow(anna, await modalThat(anna, /never given twice/), /Contacts/);
  const form = await modalThat(anna, /as it stands/);
  await typeNumber(anna, form, 'next', '2');
  await anna.submit(form);
  await expect
    .poll(async () => errorsOf(await modalThat(anna, /as it stands/)))
    .toMatchObject({
      next: expect.stringContaining('The lowest possible is 4.'),
    });
  await typeNumber(anna, form, 'next', '50');
  await anna.submit(form);
  const series = await modalThat(anna, /Saved\./);
  expect(wordsIn(series)).toContain('CT000050');

  await anna.pressIn(series, /^Back$/);
  await pressInRow(anna, await modalThat(anna, /Campaign statuses/), /Channels/);
  await pressInRow(anna, await modalThat(anna, /same as the workspace/), /CP1001/);
  const channel = await modalThat(anna, /Leave it empty/);
  await anna.fill(channel, /Channel/, { type: 'conversations_select', selected_conversation: SALES });
  await anna.submit(channel);
  await modalThat(anna, /Saved\./);
  const [row] = await database.sql`select log_channel from campaigns where no = 'CP1001'`;
  expect(row?.log_channel).toBe(SALES);
});

it('gives one contact a file of its own, and the header texts in another language', async () => {
  const { rita, workspace } = running;
  const as = workspace.as('rita', { now: () => new Date() });
  const { no } = await createSegment(as, { templateCode: 'EVENT', description: 'Event' });
  await addContactByHand(as, { no, contactNo: 'CT000002' });
  await rita.say(SALES, `/segment lines ${no}`);
  await chooseInRow(rita, await modalThat(rita, /Contacts of/), /Bob/, /^Edit$/);
  const line = await modalThat(rita, /file-901\.pdf.* inherited from the header/);
  await rita.attach(line, /A file for this contact alone/, 'for-bob.pdf', 'Dear Bob');
  await rita.submit(line);
  const list = await modalThat(rita, /a file of its own/);
  await chooseInRow(rita, list, /Bob/, /^Edit$/);
  const again = await modalThat(rita, /for-bob\.pdf.* unique to this contact/);
  await fillIn(rita, again, 'removeFile', {
    type: 'checkboxes',
    selected_options: [optionOf(again, 'removeFile')],
  });
  await rita.submit(again);
  await modalThat(rita, /Contacts of/, /a file of its own/);
  await closeAll(rita);

  await rita.say(SALES, `/segment edit ${no}`);
  const form = await modalThat(rita, /Edit SM/);
  await search(rita, form, 'language', 'FRA');
  await rita.submit(form);
  await modalThat(rita, /There is no text in .*FRA.* yet\. Saving adds it, with the subject “Come!”/);
  await closeAll(rita);
  expect((await showTexts(as, { no })).language?.code).toBe('ENU');

  await rita.say(SALES, `/segment edit ${no}`);
  await rita.pressIn(await modalThat(rita, /Edit SM/), /Texts and files/);
  await pressInRow(rita, await modalThat(rita, /Every change is a step/), /Kom!/);
  const text = await modalThat(rita, /Now: file-902\.pdf/);
  await rita.type(text, /^Subject$/, 'Kom nu!');
  await rita.submit(text);
  expect(wordsIn(await modalThat(rita, /Saved\./))).toContain('Kom nu!');
});

it('lets an admin say who owns campaigns, and nobody take that', async () => {
  const { soren, anna } = running;
  await soren.say(SALES, '/segment settings');
  const own = await modalThat(soren, /Jeg er denne sælger/);
  await search(soren, own, 'salesperson', 'OO');
  await soren.submit(own);
  await expect
    .poll(async () => errorsOf(await modalThat(soren, /Jeg er denne sælger/)))
    .toEqual({ salesperson: expect.stringContaining('En administrator kan angive, at det er dig') });

  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Which member is which salesperson/);
  await pressInRow(anna, await modalThat(anna, /Everybody who has used the app/), /U0SOREN/);
  const form = await modalThat(anna, /Is this salesperson/);
  await search(anna, form, 'salesperson', 'OO');
  await anna.submit(form);
  expect(wordsIn(await modalThat(anna, /Saved\./))).toMatch(/<@U0SOREN>\n`OO`/);
  await closeAll(soren, anna);
  await soren.say(SALES, '/segment settings');
  await modalThat(soren, /Opsætning/);
});

it('offers a rep only their own settings, and a campaign owner no number series', async () => {
  const { rita, database } = running;
  await rita.say(SALES, '/segment settings');
  expect(wordsIn(await modalThat(rita, /I am this salesperson/))).not.toContain('Interaction');
  await closeAll(rita);
  await database.sql`update campaigns set salesperson_code = 'RR' where no = 'CP1002'`;
  await rita.say(SALES, '/segment settings');
  const hub = await modalThat(rita, /Set-up/);
  expect(wordsIn(hub)).not.toContain('Number series');
  await pressInRow(rita, hub, /My settings/);
  await modalThat(rita, /I am this salesperson/);
});
