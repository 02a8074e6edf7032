import { afterEach, expect, it } from 'vitest';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { saveSettings } from '../../src/services/setup/save-settings.ts';
import { saveSeries } from '../../src/services/setup/series.ts';
import { showSettings } from '../../src/services/setup/show-settings.ts';
import { showTemplate } from '../../src/services/templates/show-template.ts';
import { speakTwoLanguages } from '../support/languages.ts';
import {
  closeAll,
  fillIn,
  initialOf,
  modalThat,
  pressInRow,
  search,
  typeNumber,
  wordsIn,
} from '../support/modal.ts';
import type { Person } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';
const running = useRunningApp(speakTwoLanguages);
afterEach(() => closeAll(running.anna, running.mona));

/** The page of a template, from the set-up's first page. */
async function templatePage(person: Person, row: RegExp) {
  await person.say(SALES, '/segment settings');
  await pressInRow(person, await modalThat(person, /Set-up/), /Interaction templates/);
  await pressInRow(person, await modalThat(person, /New template/), row);
  return modalThat(person, /Texts and files/);
}

it('tells the later of two who edit one template what the other changed, and takes back nothing of it', async () => {
  const { anna, mona, workspace } = running;
  for (const person of [anna, mona]) await pressInRow(person, await templatePage(person, /MEMO/), /MEMO/);
  const [theirs, mine] = await Promise.all([anna, mona].map((person) => modalThat(person, /Cost/, /Texts/)));
  if (!theirs || !mine) throw new Error('No form is open');
  await typeNumber(anna, theirs, 'unitCost', '11');
  await search(anna, theirs, 'group', 'PHONE');
  await anna.submit(theirs);
  await modalThat(anna, /Saved\./);
  await mona.type(mine, /^Description$/, 'Memorandum');
  await typeNumber(mona, mine, 'unitDuration', '7');
  await mona.submit(mine);
  const told = await modalThat(mona, /<@U0ANNA> changed MEMO .* so yours is not saved yet/);
  expect(wordsIn(told)).toMatch(
    /• Interaction group: LETTER → PHONE\n• Cost per contact: €9\.00 → €11\.00\n/,
  );
  expect(initialOf(told, 'description')).toBe('Memorandum');
  expect(initialOf(told, 'unitCost')).toBe('11.00');

  // Without what was typed, and with it.
  await mona.pressIn(told, /^Reload$/);
  const fresh = await modalThat(mona, /Cost/, /not saved yet/);
  expect(initialOf(fresh, 'description')).toBe('Memo');
  await mona.type(fresh, /^Description$/, 'Memorandum');
  await mona.submit(fresh);
  await modalThat(mona, /Memorandum.*Cost per contact: €11\.00/s);
  expect(await showTemplate(workspace.as('anna'), 'MEMO')).toMatchObject({
    description: 'Memorandum',
    unitCost: '11.00',
    unitDuration: 0,
    groupCode: 'PHONE',
  });
});

it('keeps the file that was handed in with a text that somebody else changed meanwhile', async () => {
  const { anna, mona, workspace } = running;
  for (const person of [anna, mona]) await pressInRow(person, await templatePage(person, /EVENT/), /Kom!/);
  const theirs = await modalThat(anna, /Now: file-902\.pdf/);
  const mine = await modalThat(mona, /Now: file-902\.pdf/);
  await anna.type(theirs, /^Subject$/, 'Kom nu!');
  await anna.submit(theirs);
  await modalThat(anna, /Saved\./);
  await mona.attach(mine, /^Another file$/, 'kort.pdf', 'et kort');
  await mona.submit(mine);
  const told = await modalThat(mona, /<@U0ANNA> changed EVENT .*• Subject: Kom! → Kom nu!/s);
  expect(initialOf(told, 'subject')).toBe('Kom nu!');
  await mona.submit(told);
  await modalThat(mona, /Saved\./);
  const { texts } = await showTemplate(workspace.as('anna'), 'EVENT');
  expect(texts[0]).toMatchObject({ subject: 'Kom nu!', attachment: { fileName: 'kort.pdf' } });
});

it('tells the later of two who rename one group', async () => {
  const { anna, mona } = running;
  for (const person of [anna, mona]) {
    await person.say(SALES, '/segment settings');
    await pressInRow(person, await modalThat(person, /Set-up/), /Interaction groups/);
    await pressInRow(person, await modalThat(person, /Each template belongs/), /PHONE/);
  }
  const [theirs, mine] = await Promise.all([anna, mona].map((person) => modalThat(person, /Code.*PHONE/)));
  if (!theirs || !mine) throw new Error('No form is open');
  const before = initialOf(mine, 'description');
  await anna.type(theirs, /^Name$/, 'Calls');
  await anna.submit(theirs);
  await modalThat(anna, /Saved\./);
  await mona.type(mine, /^Name$/, 'By phone');
  await mona.submit(mine);
  const told = await modalThat(mona, /<@U0ANNA> changed PHONE/);
  expect(wordsIn(told)).toContain(`• Name: ${before} → Calls`);
  expect(initialOf(told, 'description')).toBe('By phone');
  await mona.submit(told);
  expect(wordsIn(await modalThat(mona, /Saved\./))).toContain('By phone');
});

it('tells the later of two who choose the channel of one campaign', async () => {
  const { anna, mona } = running;
  for (const person of [anna, mona]) {
    await person.say(SALES, '/segment settings');
    await pressInRow(person, await modalThat(person, /Set-up/), /Where each campaign/);
    await pressInRow(person, await modalThat(person, /CP1001/), /CP1001/);
  }
  const [theirs, mine] = await Promise.all([anna, mona].map((person) => modalThat(person, /Leave it empty/)));
  if (!theirs || !mine) throw new Error('No form is open');
  const choose = (person: Person, form: typeof mine, channel: string) =>
    fillIn(person, form, 'logChannel', { type: 'conversations_select', selected_conversation: channel });
  await choose(anna, theirs, SALES);
  await anna.submit(theirs);
  await modalThat(anna, /Saved\./);
  await choose(mona, mine, 'C0CAMPAIGNS');
  await mona.submit(mine);
  const told = await modalThat(mona, /<@U0ANNA> changed CP1001/);
  expect(wordsIn(told)).toContain('same as the workspace → <#C0SALES>');
  expect(JSON.stringify(told.view.blocks)).toContain('"initial_conversation":"C0CAMPAIGNS"');
  await mona.submit(told);
  expect(wordsIn(await modalThat(mona, /Saved\./))).toContain('<#C0CAMPAIGNS>');
});

it('tells an admin what another one changed in the settings, and keeps what was chosen', async () => {
  const { anna, workspace } = running;
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Workspace and my settings/);
  const form = await modalThat(anna, /I am this salesperson/);
  await search(anna, form, 'currency', 'DKK');
  await search(anna, form, 'salesperson', 'JO');
  const users = { type: 'multi_users_select', selected_users: ['U0ANNA', 'U0MONA', 'U0SOREN'] };
  await fillIn(anna, form, 'managers', users);
  const other = workspace.as('mona', { actor: { isAdmin: true } });
  const { settings } = await showSettings(other);
  const managers = [...settings.managers.filter((one) => one !== 'U0ANNA'), 'U0RITA'];
  await saveSettings(other, { ...settings, managers, approvalPolicy: 'always', logChannel: SALES });
  await anna.submit(form);
  const told = await modalThat(anna, /<@U0MONA> changed Settings .* so yours is not saved yet/);
  expect(wordsIn(told)).toContain('• Which segments need approval: Those with a campaign → All');
  expect(wordsIn(told)).toMatch(/• Channel for logs: \S+ → <#C0SALES>/);
  expect(wordsIn(told)).toMatch(/• Managers: <@U0ANNA>, <@U0MONA> → <@U0MONA>, <@U0RITA>/);
  await anna.submit(told);
  await modalThat(anna, /The settings are saved/);
  expect((await showSettings(other)).settings).toMatchObject({
    currency: 'DKK',
    approvalPolicy: 'always',
    logChannel: SALES,
    managers: ['U0MONA', 'U0RITA', 'U0SOREN'],
  });
  await closeAll(anna);

  // Without what was chosen; and one's own salesperson has been kept.
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Workspace and my settings/);
  const again = await modalThat(anna, /I am this salesperson/);
  expect(JSON.stringify(again.view.blocks)).toContain('JO · ');
  await search(anna, again, 'currency', 'SEK');
  await saveSettings(other, { ...(await showSettings(other)).settings, logChannel: null });
  await anna.submit(again);
  await anna.pressIn(await modalThat(anna, /<@U0MONA> changed Settings/), /^Reload$/);
  const fresh = await modalThat(anna, /I am this salesperson/, /not saved yet/);
  expect(JSON.stringify(fresh.view.blocks)).toContain('DKK · ');
});

it('tells an admin that somebody else changed a number series, but not that numbers were drawn', async () => {
  const { anna, workspace } = running;
  const open = async () => {
    await anna.say(SALES, '/segment settings');
    await pressInRow(anna, await modalThat(anna, /Set-up/), /Number series/);
    await pressInRow(anna, await modalThat(anna, /never given twice/), /Segments/);
    return modalThat(anna, /Next number/);
  };
  const drawn = await open();
  await createSegment(workspace.as('rita'), {});
  await typeNumber(anna, drawn, 'digits', '6');
  await anna.submit(drawn);
  await modalThat(anna, /Saved\./);
  await closeAll(anna);

  const form = await open();
  const other = workspace.as('mona', { actor: { isAdmin: true } });
  await saveSeries(other, { series: 'segment', prefix: 'SEG', digits: 6, manualAllowed: false });
  await typeNumber(anna, form, 'digits', '7');
  await anna.submit(form);
  const told = await modalThat(anna, /<@U0MONA> changed Number series \(Segments\)/);
  expect(wordsIn(told)).toContain('• Begins with: SM → SEG');
  expect([initialOf(told, 'prefix'), initialOf(told, 'digits')]).toEqual(['SEG', '7']);
  await anna.submit(told);
  expect(wordsIn(await modalThat(anna, /Saved\./))).toContain('SEG0000002');
});
