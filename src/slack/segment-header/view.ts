import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { actions, button, contactsAmount, context, modal, section } from '../blocks/index.ts';
import { goAction } from '../setup/ids.ts';
import { clip, md, words } from '../text.ts';
import { fieldInput } from './field-input.ts';
import { type FieldValues, HEADER_FIELDS, type HeaderFormField, KINDS } from './fields.ts';
import { headerView } from './ids.ts';

export interface HeaderModel {
  locale: Locale;
  draftId: number;
  no: string;
  /** With another one, inputs start with the values given and not with what was typed. */
  revision: number;
  values: FieldValues<HeaderFormField>;
  counts: { companies: number; people: number };
  /** What the person should know before anything else. */
  notice?: readonly KnownBlock[] | undefined;
}

/** The form for all fields of a segment's header. */
export function headerModal(model: HeaderModel): ModalView {
  const { locale, draftId, no, revision, values, counts, notice = [] } = model;
  const description = values.description.value || words(locale, 'segments.untitled');
  return modal({
    id: headerView,
    metadata: { draftId, no },
    title: words(locale, 'header.title', { no }),
    submit: words(locale, 'header.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      section(md`*${no}* ${clip(description, 120)}`),
      context(words(locale, 'header.about', { contacts: contactsAmount(locale, counts) })),
      actions([button(goAction, { to: 'segment', no }, words(locale, 'header.texts'))], 'texts'),
      ...HEADER_FIELDS.map((field) =>
        fieldInput(locale, field, values[field], {
          revision,
          ...(KINDS[field].kind === 'flag' ? {} : { nothing: words(locale, 'field.nothing') }),
          ...hintOf(locale, field),
        }),
      ),
    ],
  });
}

function hintOf(locale: Locale, field: HeaderFormField): { hint?: string } {
  switch (field) {
    case 'description':
    case 'templateCode':
    case 'campaignTarget':
    case 'campaignResponse':
    case 'unitDuration':
    case 'ignoreContactCorrespondenceType':
      return { hint: words(locale, `header.hint.${field}`) };
    default:
      return {};
  }
}
