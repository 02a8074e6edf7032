import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { SegmentTexts } from '../../services/segments/show-texts.ts';
import type { LanguageText } from '../../services/templates/show-template.ts';
import {
  actions,
  alert,
  button,
  context,
  externalSelect,
  input,
  modal,
  section,
  textInput,
} from '../blocks/index.ts';
import { fileInputs, sendFileButton } from '../files/blocks.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { type Again, formFrame, MAX_DESCRIPTION } from './forms.ts';
import { backRow, editRow, type Lead, pageModal } from './frame.ts';
import { deleteAction, editAction, findLanguage, type Page, type TextOwner, textView } from './ids.ts';

const SHORT = 100;

type Named = LanguageText['language'];

export interface TextsModel {
  of: TextOwner;
  /** The default language. */
  language: Named | null;
  texts: readonly LanguageText[];
}

/** Texts and files by language, with what is missing in the default one. */
export function textBlocks(locale: Locale, { of, language, texts }: TextsModel): KnownBlock[] {
  const missing = language !== null && !texts.some((text) => text.language.code === language.code);
  return [
    section(md`*${words(locale, 'setup.texts')}*`, {
      accessory: button(editAction, { edit: 'text', of }, words(locale, 'setup.texts.add')),
    }),
    ...(missing ? missingText(locale, of, language) : []),
    ...(language === null && texts.length > 0
      ? [alert(say(locale, 'setup.texts.noDefault'), 'warning')]
      : []),
    ...(texts.length === 0 && !missing ? [context(words(locale, 'setup.texts.none'))] : []),
    ...texts.slice(0, MAX_TEXTS).map((text) => textRow(locale, of, text, language)),
  ];
}

/** A view takes no more, and people speak fewer languages. */
const MAX_TEXTS = 80;

/** Offers to write what is missing. */
const missingText = (locale: Locale, of: TextOwner, language: Named): KnownBlock[] => [
  alert(say(locale, 'setup.texts.missing', { language: data(language.description, SHORT) }), 'warning'),
  actions(
    [
      button(
        editAction,
        { edit: 'text', of, language: language.code },
        words(locale, 'setup.texts.write', { language: language.description }),
        { style: 'primary' },
      ),
    ],
    'missing',
  ),
];

function textRow(locale: Locale, of: TextOwner, text: LanguageText, language: Named | null): KnownBlock {
  const { code, description } = text.language;
  const isDefault = code === language?.code ? md` · _${words(locale, 'setup.texts.default')}_` : md``;
  const said: Mrkdwn[] = [md`*${data(description, SHORT)}*${isDefault}`];
  said.push(text.subject ? data(text.subject, SHORT) : md`_${words(locale, 'setup.texts.noSubject')}_`);
  if (text.attachment) said.push(md`📎 ${data(text.attachment.fileName, SHORT)}`);
  return editRow(locale, join(said), { edit: 'text', of, language: code }, description);
}

/** What a segment says and encloses in each language. */
export function segmentTextsModal(locale: Locale, shown: SegmentTexts, lead?: Lead): ModalView {
  const { segmentNo: no, version, description, templateCode } = shown;
  return pageModal({
    locale,
    page: { to: 'segment', no },
    title: 'setup.segmentTexts',
    lead,
    blocks: [
      section(md`*${no}* ${data(description || words(locale, 'segments.untitled'), SHORT)}`),
      ...(templateCode === null
        ? [section(say(locale, 'setup.segmentTexts.noTemplate'))]
        : [
            context(words(locale, 'setup.segmentTexts.about')),
            ...textBlocks(locale, { ...shown, of: { segment: no, version } }),
          ]),
    ],
  });
}

/** Where a text's form leads back to. */
export const pageOf = (of: TextOwner): Page =>
  'template' in of ? { to: 'template', code: of.template } : { to: 'segment', no: of.segment };

const nameOf = (of: TextOwner): string => ('template' in of ? of.template : of.segment);

export interface TextFormModel extends Again<Pick<LanguageText, 'subject' | 'description'>> {
  of: TextOwner;
  /** What there is; without it, a new one. `version`: of a template's. */
  text?: (LanguageText & { version?: number }) | undefined;
  /** The language that a new one is for, if that is clear. */
  language?: Named | undefined;
  /** The file input's own, so that a file that was handed in stays in it. */
  fileId?: string | undefined;
}

/** The form for what a template or a segment says and encloses in a language. */
export function textForm(locale: Locale, model: TextFormModel): ModalView {
  const { of, text, language = text?.language, typed = text, notice = [] } = model;
  const { revision = 1 } = model;
  const id = `${language?.code ?? 'new'}:${revision}`;
  const { fileId = id } = model;
  const attachment = text?.attachment;
  return modal({
    id: textView,
    metadata: {
      of,
      ...(text ? { language: text.language.code } : {}),
      ...('template' in of ? { version: text?.version ?? 0 } : {}),
      base: {
        subject: text?.subject ?? '',
        description: text?.description ?? '',
        file: attachment?.fileName ?? '',
      },
      revision,
      fileId,
    },
    title: words(locale, 'setup.text'),
    ...formFrame(locale),
    blocks: [
      ...notice,
      backRow(locale, pageOf(of), text ? textButtons(locale, of, text, revision) : []),
      text
        ? section(md`${nameOf(of)} · *${data(text.language.description, SHORT)}*`)
        : input(
            `language:${id}`,
            words(locale, 'field.languageCode'),
            externalSelect(findLanguage, {
              placeholder: words(locale, 'field.search'),
              ...(language ? { initial: codeChoice(language) } : {}),
            }),
          ),
      line(locale, 'subject', id, typed?.subject),
      line(locale, 'description', id, typed?.description),
      ...fileInputs(locale, {
        id: fileId,
        label: words(locale, attachment ? 'setup.file.other' : 'setup.file'),
        hint: attachment
          ? words(locale, 'setup.file.now', { name: attachment.fileName })
          : words(locale, 'setup.file.hint'),
        remove: attachment ? words(locale, 'setup.file.remove.yes') : undefined,
      }),
    ],
  });
}

const line = (locale: Locale, field: 'subject' | 'description', id: string, initial = '') =>
  input(
    `${field}:${id}`,
    words(locale, `field.${field}`),
    textInput(field, { maxLength: MAX_DESCRIPTION, initial }),
    { optional: true, hint: words(locale, `setup.text.${field}.hint`) },
  );

/** Getting its file, and taking the language away. */
const textButtons = (
  locale: Locale,
  of: TextOwner,
  { attachment, language }: LanguageText,
  revision: number,
) => [
  ...(attachment ? [sendFileButton(locale, attachment.id)] : []),
  button(
    deleteAction,
    { what: 'text', of, language: language.code, revision },
    words(locale, 'setup.texts.delete'),
    {
      style: 'danger',
      confirm: {
        title: words(locale, 'setup.delete.title', { what: language.description }),
        text: words(locale, `setup.texts.delete.${'template' in of ? 'confirm' : 'segment'}`, {
          language: language.description,
          of: nameOf(of),
        }),
        confirm: words(locale, 'setup.delete'),
        deny: words(locale, 'common.cancel'),
        danger: true,
      },
    },
  ),
];
