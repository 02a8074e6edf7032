import { afterEach, expect, it } from 'vitest';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { removeSegmentText, saveSegmentText } from '../../src/services/segments/save-text.ts';
import { showTexts } from '../../src/services/segments/show-texts.ts';
import { updateHeader } from '../../src/services/segments/update-header.ts';
import { speakTwoLanguages } from '../support/languages.ts';
import { closeAll, initialOf, modalThat, pressInRow, search } from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';
const running = useRunningApp(speakTwoLanguages);
afterEach(() => closeAll(running.rita));

/** A segment with texts, and the page of these. */
async function segmentTexts(): Promise<{ no: string; open: () => ReturnType<typeof modalThat> }> {
  const { rita, workspace } = running;
  const { no } = await createSegment(workspace.as('rita'), { templateCode: 'EVENT', description: 'Event' });
  const open = async () => {
    await rita.say(SALES, `/segment edit ${no}`);
    await rita.pressIn(await modalThat(rita, /Edit SM/), /Texts and files/);
    return modalThat(rita, /Every change is a step/);
  };
  return { no, open };
}

it('keeps what was typed into a text of a segment that somebody else changed meanwhile', async () => {
  const { rita, workspace } = running;
  const { no, open } = await segmentTexts();
  await pressInRow(rita, await open(), /Kom!/);
  const form = await modalThat(rita, /Now: file-902\.pdf/);
  await rita.type(form, /^Description$/, 'Invitation');
  await rita.attach(form, /^Another file$/, 'kort.pdf', 'et kort');
  const text = { no, languageCode: 'DAN', description: '', subject: 'Kom nu!' };
  await saveSegmentText(workspace.as('mona'), text);
  await rita.submit(form);
  const told = await modalThat(
    rita,
    /<@U0MONA> changed SM\d+ at .*edited the header.*• Subject: Kom! → Kom nu!/s,
  );
  expect([initialOf(told, 'subject'), initialOf(told, 'description')]).toEqual(['Kom nu!', 'Invitation']);

  // Changes that the text has nothing to do with are told too, and Reload throws away what was typed.
  await updateHeader(workspace.as('mona'), { no, changes: { unitDuration: 7 }, lines: 'follow' });
  await rita.submit(told);
  const again = await modalThat(rita, /<@U0MONA> changed SM/, /Subject: Kom!/);
  expect(initialOf(again, 'description')).toBe('Invitation');
  await rita.submit(again);
  await modalThat(rita, /Saved\./);
  const { texts } = await showTexts(workspace.as('rita'), { no });
  expect(texts.find(({ language }) => language.code === 'DAN')).toMatchObject({
    subject: 'Kom nu!',
    description: 'Invitation',
    attachment: { fileName: 'kort.pdf' },
  });
});

it('keeps language and file of a new text, and takes one away as it is by then', async () => {
  const { rita, workspace } = running;
  const { no, open } = await segmentTexts();
  await rita.pressIn(await open(), /^Add/);
  const form = await modalThat(rita, /Language/, /Now:/);
  await search(rita, form, 'language', 'FRA');
  await rita.type(form, /^Subject$/, 'Venez !');
  await rita.attach(form, /^File$/, 'carte.pdf', 'une carte');
  await updateHeader(workspace.as('mona'), { no, changes: { unitDuration: 7 }, lines: 'follow' });
  await rita.submit(form);
  const told = await modalThat(rita, /<@U0MONA> changed SM/);
  expect(initialOf(told, 'subject')).toBe('Venez !');
  await rita.submit(told);
  await modalThat(rita, /Saved\..*Venez !.*carte\.pdf/s);

  await pressInRow(rita, await modalThat(rita, /Saved\./), /Kom!/);
  const danish = await modalThat(rita, /Now: file-902\.pdf/);
  const changed = { no, languageCode: 'DAN', description: '', subject: 'Kom nu!' };
  await saveSegmentText(workspace.as('mona'), changed);
  await rita.pressIn(danish, /^Delete language/);
  const asItIs = await modalThat(rita, /<@U0MONA> changed SM.*Please try again/s);
  expect(initialOf(asItIs, 'subject')).toBe('Kom nu!');
  await rita.pressIn(asItIs, /^Delete language/);
  await modalThat(rita, /Every change is a step/, /Kom/);
  const codes = async () =>
    (await showTexts(workspace.as('rita'), { no })).texts.map(({ language }) => language.code);
  expect(await codes()).toEqual(['ENU', 'FRA']);

  // What somebody else took away meanwhile is gone for both.
  await pressInRow(rita, await modalThat(rita, /Venez !/), /Venez !/);
  const french = await modalThat(rita, /Now: carte\.pdf/);
  await removeSegmentText(workspace.as('mona'), { no, languageCode: 'FRA' });
  await rita.pressIn(french, /^Delete language/);
  await modalThat(rita, /Every change is a step/, /Venez/);
  expect(await codes()).toEqual(['ENU']);
});
