import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { AttachmentInfo } from '../../services/attachments/find-attachment.ts';
import type { SegmentLine } from '../../services/segments/types.ts';
import { context, modal, section } from '../blocks/index.ts';
import { fileInputs, sendFileButton } from '../files/blocks.ts';
import { fieldInput } from '../segment-header/field-input.ts';
import { type FieldReader, fieldText } from '../segment-header/field-words.ts';
import { type FieldValues, LINE_FIELDS, type LineFormField } from '../segment-header/fields.ts';
import { clip, data, md, say, words } from '../text.ts';
import { lineView } from './ids.ts';

export interface LineFormModel {
  reader: FieldReader;
  draftId: number;
  revision: number;
  line: Pick<SegmentLine, 'name' | 'contactNo' | 'companyName' | 'type'>;
  /** Own values; blank: as inherited, if not one of `blank`. */
  values: FieldValues<LineFormField>;
  /** Texts that the line has a blank of its own in. */
  blank?: readonly LineFormField[];
  inherited: FieldValues<LineFormField>;
  /** The file it goes out with; `unique`: its own. Files need a template. */
  file: { attachment: AttachmentInfo | null; unique: boolean; possible: boolean };
  notice?: readonly KnownBlock[] | undefined;
}

/** Fields that the header says nothing about. */
const OF_THE_LINE: readonly LineFormField[] = ['time', 'evaluation', 'attemptFailed'];
/** Fields that the contact may decide when the header leaves it open. */
const OF_THE_CONTACT: readonly LineFormField[] = ['salespersonCode', 'languageCode', 'correspondenceType'];

/** The form for what one line says by itself, with what it says where nothing is filled in. */
export function lineForm(model: LineFormModel): ModalView {
  const { reader, draftId, revision, line, values, notice = [] } = model;
  const { locale } = reader;
  const about = [line.companyName, line.contactNo].filter((part) => part && part !== line.name);
  return modal({
    id: lineView,
    metadata: { draftId },
    title: words(locale, 'line.title'),
    submit: words(locale, 'line.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      section(
        md`${line.type === 'company' ? '🏢' : '👤'} *${clip(line.name, 120)}* · ${about.map((part) => clip(part, 120)).join(' · ')}`,
      ),
      context(words(locale, 'line.about')),
      ...LINE_FIELDS.map((field) =>
        fieldInput(locale, field, values[field], {
          revision,
          nothing: words(locale, OF_THE_LINE.includes(field) ? 'field.nothing' : 'line.asHeader'),
          search: 'line.field',
          blank: OF_THE_LINE.includes(field) ? undefined : words(locale, 'line.none'),
          ...hintOf(model, field),
        }),
      ),
      ...(model.file.possible ? fileBlocks(locale, model.file) : []),
    ],
  });
}

/** Where the line's file comes from, and inputs for one of its own (`domain.md` §5). */
function fileBlocks(locale: Locale, { attachment, unique }: LineFormModel['file']): KnownBlock[] {
  const name = data(attachment?.fileName ?? '', 100);
  const now = attachment
    ? say(locale, unique ? 'line.file.unique' : 'line.file.inherited', { name })
    : say(locale, 'line.file.none');
  return [
    section(now, attachment ? { accessory: sendFileButton(locale, attachment.id) } : {}),
    ...fileInputs(locale, {
      // The same in a form that is shown anew, so that the file handed in stays.
      id: 'line',
      label: words(locale, 'line.file'),
      hint: words(locale, 'line.file.hint'),
      remove: unique ? words(locale, 'line.file.remove') : undefined,
    }),
  ];
}

function hintOf(
  { reader, inherited, values, blank = [] }: LineFormModel,
  field: LineFormField,
): { hint?: string } {
  if (OF_THE_LINE.includes(field)) return {};
  const isBlank = blank.includes(field) && values[field].value === '' && inherited[field].value !== '';
  const followed = OF_THE_CONTACT.includes(field) ? 'line.inherits.contact' : 'line.inherits';
  const key = isBlank ? 'line.blank' : followed;
  return { hint: words(reader.locale, key, { value: fieldText(reader, field, inherited[field]) }) };
}
