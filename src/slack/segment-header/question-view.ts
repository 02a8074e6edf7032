import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { HeaderFieldPreview } from '../../services/segments/types.ts';
import { actions, alert, button, input, modal, radioButtons, section } from '../blocks/index.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { type FieldReader, fieldChange } from './field-words.ts';
import { asText, type Field, type FieldValue } from './fields.ts';
import { backToHeaderAction, headerQuestionView } from './ids.ts';

export interface QuestionModel {
  reader: FieldReader;
  draftId: number;
  no: string;
  changes: readonly HeaderFieldPreview[];
  /** A default language that there is no text in yet, and the subject it would begin with. */
  newLanguage?: { language: FieldValue; subject: string } | undefined;
  /** Values of the form before and after, whose codes have names. */
  named: (field: Field, value: string) => FieldValue;
}

/** Asks the one question that a change of a header raises: do the lines that follow it change too? */
export function questionModal(model: QuestionModel): ModalView {
  const { reader, draftId, no, changes, newLanguage, named } = model;
  const { locale } = reader;
  const touched = Math.max(0, ...changes.map(({ follow }) => follow));
  return modal({
    id: headerQuestionView,
    metadata: { draftId, no },
    title: words(locale, 'header.title', { no }),
    submit: words(locale, 'header.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(
        join(
          changes.filter(shows).map((change) => changeLine(reader, named, change)),
          '\n\n',
        ),
      ),
      ...(newLanguage ? [alert(newLanguageWords(reader, newLanguage), 'info')] : []),
      ...(touched > 0 ? [linesInput(locale, touched)] : []),
      actions([button(backToHeaderAction, { draftId }, words(locale, 'header.back'))]),
    ],
  });
}

const linesInput = (locale: Locale, lines: number) =>
  input(
    'lines',
    words(locale, 'header.question'),
    radioButtons(
      'lines',
      (['follow', 'keep'] as const).map((value) => ({
        value,
        text: words(locale, `header.lines.${value}`),
        description: words(locale, `header.lines.${value}.about`, { lines }),
      })),
      'follow',
    ),
  );

function newLanguageWords(
  reader: FieldReader,
  { language, subject }: NonNullable<QuestionModel['newLanguage']>,
): Mrkdwn {
  const { locale } = reader;
  const named = data(language.name ?? language.value, 80);
  return subject === ''
    ? say(locale, 'header.newLanguage.noSubject', { language: named })
    : say(locale, 'header.newLanguage', { language: named, subject: data(subject, 60) });
}

/** Rows by language are named by their codes: other texts in the same languages show at the subject. */
const shows = ({ field, before, after }: HeaderFieldPreview): boolean =>
  field !== 'languages' || before !== after;

function changeLine(
  reader: FieldReader,
  named: QuestionModel['named'],
  { field, before, after, follow, deviate, replaced }: HeaderFieldPreview,
): Mrkdwn {
  const { locale } = reader;
  const what = fieldChange(reader, field, named(field, asText(before)), named(field, asText(after)));
  const lines =
    follow + deviate === 0
      ? words(locale, 'header.lines.none')
      : words(locale, 'header.lines.counts', { follow, deviate });
  const refreshed = replaced > 0 ? ` ${words(locale, 'header.lines.replaced', { lines: replaced })}` : '';
  return md`*${what}*\n${lines}${refreshed}`;
}
