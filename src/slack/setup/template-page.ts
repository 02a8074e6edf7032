import type { ModalView } from '@slack/types';
import type { TemplateView } from '../../services/templates/show-template.ts';
import { button, divider, section } from '../blocks/index.ts';
import { type FieldReader, fieldLine } from '../segment-header/field-words.ts';
import { code, data, join, md, words } from '../text.ts';
import { type Lead, pageModal } from './frame.ts';
import { editAction } from './ids.ts';
import { templateValues } from './template-values.ts';
import { textBlocks } from './texts.ts';

const SHORT = 100;

/** A template: what it brings to a segment, and what it says and encloses in each language. */
export function templateModal(reader: FieldReader, template: TemplateView, lead?: Lead): ModalView {
  const { locale } = reader;
  const { code: name, description, group } = template;
  const values = templateValues(template);
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter(
    (field) => field !== 'description' && values[field].value !== '' && values[field].value !== 'no',
  );
  const edit = { edit: 'template', code: name } as const;
  return pageModal({
    locale,
    page: { to: 'template', code: name },
    title: 'setup.template',
    back: { to: 'templates', from: 1 },
    lead,
    blocks: [
      section(md`${code(name)} *${data(description, SHORT)}*`, {
        accessory: button(editAction, edit, words(locale, 'setup.edit'), { label: name }),
      }),
      section(
        join([
          md`${words(locale, 'field.groupCode')}: ${data(group.description, SHORT)}`,
          ...fields.map((field) => data(fieldLine(reader, field, values[field]))),
        ]),
      ),
      divider(),
      ...textBlocks(locale, { of: { template: name }, language: template.language, texts: template.texts }),
    ],
  });
}
