import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_DESCRIPTION } from '../../services/opportunities/fields.ts';
import { type OpportunityCard, PRIORITIES } from '../../services/opportunities/types.ts';
import {
  type Choice,
  externalSelect,
  input,
  modal,
  numberInput,
  staticSelect,
  textInput,
} from '../blocks/index.ts';
import { campaignChoice } from '../interaction-form/open.ts';
import { type Form, typedText } from '../listener.ts';
import { MAX_COST } from '../segment-header/field-input.ts';
import { NOTHING } from '../segment-header/fields.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { words } from '../text.ts';
import * as ids from './ids.ts';
import { readAmount, readComingDay } from './read-fields.ts';

/** `domain.md` §6 */
const MAX_NUMBER = 20;
/** As long as a date that can be read may be. */
export const MAX_DAY = 60;

/** What the fields start with; the block ids are those of the services' problems. */
interface Values {
  description: string;
  estimatedValue: string | null;
  chances: number | null;
  estimatedClose: string | null;
  priority: OpportunityCard['priority'];
  campaign: Choice | undefined;
}

const BLANK: Values = {
  description: '',
  estimatedValue: null,
  chances: null,
  estimatedClose: null,
  priority: 'normal',
  campaign: undefined,
};

export interface NewFormModel {
  locale: Locale;
  /** ISO 4217 */
  currency: string;
  contact?: Choice | undefined;
  /** The salesperson that the member is. */
  salesperson?: Choice | undefined;
}

/** The form for a new opportunity. */
export function newForm({ locale, currency, contact, salesperson }: NewFormModel): ModalView {
  return modal({
    id: ids.newView,
    metadata: {},
    title: words(locale, 'opportunities.form.new'),
    submit: words(locale, 'opportunities.form.create'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input(
        'contact',
        words(locale, 'opportunities.form.contact'),
        externalSelect(ids.findContact, {
          placeholder: words(locale, 'pick.contact.placeholder'),
          minQueryLength: 1,
          ...(contact ? { initial: contact } : {}),
        }),
      ),
      ...fields(locale, BLANK, currency),
      input(
        'salesperson',
        label(locale, 'salesperson'),
        externalSelect('field.salespeople', {
          placeholder: words(locale, 'field.nothing'),
          ...(salesperson ? { initial: salesperson } : {}),
        }),
        { optional: true, hint: words(locale, 'opportunities.form.salesperson.hint') },
      ),
      input('no', words(locale, 'opportunities.form.no'), textInput('no', { maxLength: MAX_NUMBER }), {
        optional: true,
        hint: words(locale, 'opportunities.form.no.hint'),
      }),
    ],
  });
}

/** The form for an existing one. @param notice what stands above the fields */
export function editForm(
  locale: Locale,
  card: OpportunityCard,
  notice: readonly KnownBlock[] = [],
): ModalView {
  const { no, version, currency, campaign, salesperson } = card;
  return modal({
    id: ids.editView,
    metadata: { no, version },
    title: words(locale, 'opportunities.form.edit', { no }),
    submit: words(locale, 'opportunities.form.save'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      ...fields(
        locale,
        {
          ...card,
          campaign: campaign ? campaignChoice(campaign) : undefined,
        },
        currency,
      ),
      // It always has one, so there is no way to choose none.
      input(
        'salesperson',
        label(locale, 'salesperson'),
        externalSelect(ids.findSalesperson, {
          placeholder: words(locale, 'field.search'),
          initial: codeChoice(salesperson),
        }),
      ),
    ],
  });
}

const label = (locale: Locale, field: Field) => words(locale, `opportunities.form.${field}`);
type Field = 'description' | 'chances' | 'close' | 'priority' | 'campaign' | 'salesperson';

function fields(locale: Locale, values: Values, currency: string): InputBlock[] {
  const hint = (field: 'chances' | 'close' | 'campaign') => ({
    optional: true,
    hint: words(locale, `opportunities.form.${field}.hint`),
  });
  const { estimatedValue, chances, estimatedClose, campaign } = values;
  return [
    input(
      'description',
      label(locale, 'description'),
      textInput('description', { initial: values.description, maxLength: MAX_DESCRIPTION }),
    ),
    input(
      'estimatedValue',
      words(locale, 'opportunities.form.value', { currency }),
      numberInput('estimatedValue', { initial: estimatedValue ?? '', decimals: true, max: MAX_COST }),
      { optional: true },
    ),
    input(
      'chances',
      label(locale, 'chances'),
      numberInput('chances', { initial: chances === null ? '' : String(chances), max: 100 }),
      hint('chances'),
    ),
    input(
      'estimatedClose',
      label(locale, 'close'),
      textInput('estimatedClose', { initial: estimatedClose ?? '', maxLength: MAX_DAY }),
      hint('close'),
    ),
    input('priority', label(locale, 'priority'), prioritySelect(locale, values.priority)),
    input(
      'campaign',
      label(locale, 'campaign'),
      externalSelect('field.campaigns', {
        placeholder: words(locale, 'field.nothing'),
        ...(campaign ? { initial: campaign } : {}),
      }),
      hint('campaign'),
    ),
  ];
}

const prioritySelect = (locale: Locale, initial: Values['priority']) =>
  staticSelect(
    'priority',
    PRIORITIES.map((value) => ({ value, text: words(locale, `opportunities.priority.${value}`) })),
    { initial },
  );

/** A select once chosen from cannot be cleared, so that “none” can be chosen. */
const chosenCode = z
  .string()
  .max(30)
  .nullish()
  .transform((chosen) => (chosen === NOTHING ? null : (chosen ?? null)));

const opportunityForm = z.object({
  contact: z.string().max(20).nullish(),
  description: typedText,
  estimatedValue: typedText,
  chances: typedText,
  estimatedClose: typedText,
  priority: z.enum(PRIORITIES),
  campaign: chosenCode,
  salesperson: chosenCode,
  no: z.string().max(100).nullish(),
});

/**
 * What was filled in, as the services take it.
 * @throws InvalidError date_not_understood, date_out_of_range, on `estimatedClose`
 */
export function readOpportunityForm(ctx: MemberContext, form: Form) {
  const filled = opportunityForm.parse(form);
  const { description, estimatedValue, chances, priority, campaign, salesperson } = filled;
  return {
    contact: filled.contact ?? '',
    ...(filled.no ? { no: filled.no } : {}),
    values: {
      description,
      estimatedValue: readAmount(estimatedValue),
      chances: chances === '' ? null : Number(chances),
      estimatedClose: readComingDay(ctx, filled.estimatedClose, 'estimatedClose'),
      priority,
      campaignNo: campaign,
      salespersonCode: salesperson,
    },
  };
}
