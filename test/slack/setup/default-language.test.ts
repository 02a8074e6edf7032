import { beforeAll, expect, it } from 'vitest';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { saveTemplate } from '../../../src/services/templates/save-template.ts';
import { saveText } from '../../../src/services/templates/save-text.ts';
import { showTemplate } from '../../../src/services/templates/show-template.ts';
import { showForm, showPage } from '../../../src/slack/setup/show.ts';
import { templateFields, templateValues } from '../../../src/slack/setup/template-values.ts';
import { useDatabase } from '../../support/database.ts';
import { speakTwoLanguages } from '../../support/languages.ts';
import { textOf, validView } from '../../support/valid-slack.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await speakTwoLanguages(ours);
});

const anna = () => ours.as('anna');
const of = { template: 'EVENT' };

/** Saves the form of EVENT with another default language. */
async function speak(languageCode: string) {
  const template = await showTemplate(anna(), of.template);
  const values = { ...templateValues(template), languageCode: { value: languageCode } };
  const fields = templateFields(values, template.groupCode);
  await saveTemplate(anna(), { how: 'change', code: of.template, fields, expectedVersion: template.version });
}
const page = async () => textOf(validView(await showPage(anna(), { to: 'template', code: of.template })));
const given = async () => {
  const { language, subject, languages } = await createSegment(ours.as('rita'), { templateCode: 'EVENT' });
  return { language: language?.code, subject, texts: Object.keys(languages).sort() };
};

it('A default language without a text is told on the page it leads to, with a form to write it.', async () => {
  await speak('FRA');
  expect(await page()).toContain('FRA is the default, but there is no text in it yet.\nWrite it in FRA');
  const form = validView(await showForm(anna(), { edit: 'text', of, language: 'FRA' }));
  expect(JSON.stringify(form.blocks)).toMatch(/"initial_option":\{[^}]*\{[^}]*"FRA[^}]*\}/);
  // Texts in other languages are as they were.
  expect(await given()).toEqual({ language: 'FRA', subject: '', texts: ['DAN', 'ENU'] });
  await saveText(anna(), { templateCode: 'EVENT', languageCode: 'FRA', description: '', subject: 'Venez' });
  expect(await page()).not.toContain('no text in it yet');
  expect(await given()).toEqual({ language: 'FRA', subject: 'Venez', texts: ['DAN', 'ENU', 'FRA'] });
});

it('No default language at all is told as well, where there are texts.', async () => {
  await speak('');
  expect(await page()).toContain('No language is the default: only contacts who speak one of these');
  await speak('ENU');
  expect(await page()).not.toContain('No language is the default');
});
