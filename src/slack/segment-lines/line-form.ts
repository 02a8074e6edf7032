import type { KnownBlock, ModalView } from '@slack/types';
import type { SegmentLine } from '../../services/segments/types.ts';
import { context, modal, section } from '../blocks/index.ts';
import { fieldInput } from '../segment-header/field-input.ts';
import { type FieldReader, fieldText } from '../segment-header/field-words.ts';
import { type FieldValues, LINE_FIELDS, type LineFormField } from '../segment-header/fields.ts';
import { clip, md, words } from '../text.ts';
import { lineView } from './ids.ts';

export interface LineFormModel {
  reader: FieldReader;
  draftId: number;
  revision: number;
  line: Pick<SegmentLine, 'name' | 'contactNo' | 'companyName' | 'type'>;
  /** Own values; blank: as inherited. */
  values: FieldValues<LineFormField>;
  inherited: FieldValues<LineFormField>;
  notice?: readonly KnownBlock[] | undefined;
}

/** Fields that the header says nothing about. */
const OF_THE_LINE: readonly LineFormField[] = ['time', 'evaluation', 'attemptFailed'];
/** Fields that the contact may decide when the header leaves it open. */
const OF_THE_CONTACT: readonly LineFormField[] = ['salespersonCode', 'languageCode', 'correspondenceType'];

/** The form for what one line says by itself, with what it says where nothing is filled in. */
export function lineForm(model: LineFormModel): ModalView {
  const { reader, draftId, revision, line, values, inherited, notice = [] } = model;
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
          ...hintOf(reader, field, inherited),
        }),
      ),
    ],
  });
}

function hintOf(
  reader: FieldReader,
  field: LineFormField,
  inherited: FieldValues<LineFormField>,
): { hint?: string } {
  if (OF_THE_LINE.includes(field)) return {};
  const key = OF_THE_CONTACT.includes(field) ? 'line.inherits.contact' : 'line.inherits';
  return { hint: words(reader.locale, key, { value: fieldText(reader, field, inherited[field]) }) };
}
