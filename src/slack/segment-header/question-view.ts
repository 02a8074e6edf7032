import type { ModalView } from '@slack/types';
import type { HeaderFieldPreview } from '../../services/segments/types.ts';
import { actions, button, input, modal, radioButtons, section } from '../blocks/index.ts';
import { join, type Mrkdwn, md, words } from '../text.ts';
import { type FieldReader, fieldChange } from './field-words.ts';
import { asText, type Field, type FieldValue } from './fields.ts';
import { backToHeaderAction, headerQuestionView } from './ids.ts';

export interface QuestionModel {
  reader: FieldReader;
  draftId: number;
  no: string;
  changes: readonly HeaderFieldPreview[];
  /** Values of the form before and after, whose codes have names. */
  named: (field: Field, value: string) => FieldValue;
}

/** Asks the one question that a change of a header raises: do the lines that follow it change too? */
export function questionModal({ reader, draftId, no, changes, named }: QuestionModel): ModalView {
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
          changes.map((change) => changeLine(reader, named, change)),
          '\n\n',
        ),
      ),
      input(
        'lines',
        words(locale, 'header.question'),
        radioButtons(
          'lines',
          [
            {
              value: 'follow',
              text: words(locale, 'header.lines.follow'),
              description: words(locale, 'header.lines.follow.about', { lines: touched }),
            },
            {
              value: 'keep',
              text: words(locale, 'header.lines.keep'),
              description: words(locale, 'header.lines.keep.about', { lines: touched }),
            },
          ],
          'follow',
        ),
      ),
      actions([button(backToHeaderAction, { draftId }, words(locale, 'header.back'))]),
    ],
  });
}

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
