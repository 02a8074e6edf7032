import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { TemplateView } from '../../services/templates/show-template.ts';
import { externalSelect, input, modal } from '../blocks/index.ts';
import { fieldInput } from '../segment-header/field-input.ts';
import { KINDS } from '../segment-header/fields.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { words } from '../text.ts';
import { type Again, codeBlock, deleteButton, formFrame } from './forms.ts';
import { backRow } from './frame.ts';
import { findGroup, templateView } from './ids.ts';
import {
  baseOf,
  TEMPLATE_FIELDS,
  type TemplateFormField,
  type TemplateValues,
  templateValues,
} from './template-values.ts';

type Typed = { values: TemplateValues; group: TemplateView['group'] };

/** The form for a template; without one, for a new one. */
export function templateForm(
  locale: Locale,
  template: TemplateView | undefined,
  { revision = 1, typed, notice = [] }: Again<Typed> = {},
): ModalView {
  const values = typed?.values ?? templateValues(template);
  const group = typed?.group ?? template?.group;
  const [description, ...others] = TEMPLATE_FIELDS;
  const field = (name: TemplateFormField) =>
    fieldInput(locale, name, values[name], {
      revision,
      ...(KINDS[name].kind === 'flag' || name === 'description'
        ? {}
        : { nothing: words(locale, 'field.nothing') }),
      ...hintOf(locale, name),
    });
  return modal({
    id: templateView,
    metadata: template
      ? { code: template.code, version: template.version, base: baseOf(template), revision }
      : { revision },
    title: words(locale, 'setup.template'),
    ...formFrame(locale),
    blocks: [
      ...notice,
      template
        ? backRow(locale, { to: 'template', code: template.code }, [
            deleteButton(locale, { what: 'template', code: template.code }, template.description),
          ])
        : backRow(locale, { to: 'templates', from: 1 }),
      codeBlock(locale, template?.code),
      field(description),
      input(
        `group:${revision}`,
        words(locale, 'field.groupCode'),
        externalSelect(findGroup, {
          placeholder: words(locale, 'field.search'),
          ...(group ? { initial: codeChoice(group) } : {}),
        }),
      ),
      ...others.map(field),
    ],
  });
}

function hintOf(locale: Locale, field: TemplateFormField): { hint?: string } {
  switch (field) {
    case 'campaignNo':
    case 'campaignTarget':
    case 'campaignResponse':
    case 'languageCode':
      return { hint: words(locale, `setup.hint.${field}`) };
    case 'ignoreContactCorrespondenceType':
    case 'unitDuration':
      return { hint: words(locale, `header.hint.${field}`) };
    default:
      return {};
  }
}
