import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { EVALUATIONS, MAX_COMMENT } from '../../services/interactions/interaction-input.ts';
import { MAX_TEXT } from '../../services/segments/field-input.ts';
import {
  checkboxes,
  context,
  externalSelect,
  input,
  modal,
  numberInput,
  radioButtons,
  staticSelect,
  textInput,
} from '../blocks/index.ts';
import { MAX_COST, MAX_MINUTES } from '../segment-header/field-input.ts';
import { NOTHING } from '../segment-header/fields.ts';
import { type Mrkdwn, say, words } from '../text.ts';
import { type FormMetadata, findContact, formView, templateAction, whenAction } from './ids.ts';
import type { FormValues } from './values.ts';
import { type Understood, whenWords } from './when.ts';

export interface FormModel {
  locale: Locale;
  /** IANA zone in which the moment is meant. */
  timeZone: string;
  /** ISO 4217 */
  currency: string;
  values: FormValues;
  understood: Understood;
  metadata: FormMetadata;
  /** What was found, went wrong, or is asked about. */
  notice?: readonly KnownBlock[];
}

/** The form for one interaction. Its block ids are the fields of the services' problems. */
export function interactionForm(model: FormModel): ModalView {
  const { locale, values, metadata, notice = [] } = model;
  return modal({
    id: formView,
    metadata,
    title: words(locale, metadata.entry === undefined ? 'interaction.form.title' : 'interaction.form.resume'),
    submit: words(locale, 'interaction.form.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      ...firstFields(locale, values),
      context(whenLine(model)),
      ...outcomeFields(locale, values),
      ...campaignFields(locale, values, metadata.revision),
      ...costFields(model),
      ...lastFields(locale, values),
    ],
  });
}

const label = (locale: Locale, field: Field) => words(locale, `interaction.field.${field}`);
type Field =
  | 'contact'
  | 'template'
  | 'description'
  | 'when'
  | 'outcome'
  | 'evaluation'
  | 'campaign'
  | 'response'
  | 'duration'
  | 'comment'
  | 'later';

const firstFields = (locale: Locale, values: FormValues): InputBlock[] => [
  input(
    'contact',
    label(locale, 'contact'),
    externalSelect(findContact, {
      placeholder: words(locale, 'pick.contact.placeholder'),
      ...(values.contact ? { initial: values.contact } : {}),
    }),
  ),
  input(
    'template',
    label(locale, 'template'),
    externalSelect(templateAction.id, {
      placeholder: words(locale, 'field.search'),
      ...(values.template ? { initial: values.template } : {}),
    }),
    { dispatch: true },
  ),
  input(
    'description',
    label(locale, 'description'),
    textInput('description', { initial: values.description, maxLength: MAX_TEXT }),
  ),
  input('date', label(locale, 'when'), textInput(whenAction.id, { initial: values.when, maxLength: 60 }), {
    dispatch: true,
    hint: words(locale, 'interaction.field.when.hint'),
  }),
];

function whenLine({ locale, timeZone, understood }: FormModel): Mrkdwn {
  if (!understood.ok) return say(locale, 'interaction.when.unclear');
  return say(locale, 'interaction.when.shown', { when: whenWords(locale, understood), zone: timeZone });
}

const outcomeFields = (locale: Locale, values: FormValues): InputBlock[] => [
  input(
    'outcome',
    label(locale, 'outcome'),
    radioButtons(
      'outcome',
      [
        { value: 'successful', text: words(locale, 'interaction.outcome.successful') },
        { value: 'failed', text: words(locale, 'interaction.outcome.failed') },
      ],
      values.failed ? 'failed' : 'successful',
    ),
  ),
  input(
    'evaluation',
    label(locale, 'evaluation'),
    staticSelect(
      'evaluation',
      [
        { value: NOTHING, text: words(locale, 'field.nothing') },
        ...EVALUATIONS.map((value) => ({ value, text: words(locale, `field.choice.${value}`) })),
      ],
      values.evaluation === '' ? {} : { initial: values.evaluation },
    ),
    { optional: true },
  ),
];

const campaignFields = (locale: Locale, values: FormValues, revision: number): InputBlock[] => [
  input(
    `campaign:${revision}`,
    label(locale, 'campaign'),
    externalSelect('field.campaigns', {
      placeholder: words(locale, 'field.nothing'),
      ...(values.campaign ? { initial: values.campaign } : {}),
    }),
    { optional: true },
  ),
  tick(locale, 'response', values.response, `response:${revision}`),
];

const costFields = ({ locale, values, currency, metadata: { revision } }: FormModel): InputBlock[] => [
  input(
    `duration:${revision}`,
    label(locale, 'duration'),
    numberInput('duration', { initial: values.duration, max: MAX_MINUTES }),
    { optional: true },
  ),
  input(
    `cost:${revision}`,
    words(locale, 'interaction.field.cost', { currency }),
    numberInput('cost', { initial: values.cost, decimals: true, max: MAX_COST }),
    { optional: true, hint: words(locale, 'interaction.field.cost.hint') },
  ),
];

const lastFields = (locale: Locale, values: FormValues): InputBlock[] => [
  input(
    'comment',
    label(locale, 'comment'),
    textInput('comment', { initial: values.comment, multiline: true, maxLength: MAX_COMMENT }),
    { optional: true },
  ),
  tick(locale, 'later', values.later, 'later'),
];

const tick = (locale: Locale, field: 'response' | 'later', ticked: boolean, id: string): InputBlock =>
  input(
    id,
    label(locale, field),
    checkboxes(
      field,
      [
        {
          value: 'yes',
          text: words(locale, `interaction.field.${field}.option`),
          ...(field === 'later' ? { description: words(locale, 'interaction.field.later.about') } : {}),
        },
      ],
      ticked ? ['yes'] : [],
    ),
    { optional: true },
  );
