import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_DESCRIPTION } from '../../services/campaigns/fields.ts';
import type { CampaignCard } from '../../services/campaigns/types.ts';
import {
  type Choice,
  channelSelect,
  checkboxes,
  datePicker,
  externalSelect,
  input,
  modal,
  textInput,
} from '../blocks/index.ts';
import type { Form } from '../listener.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { words } from '../text.ts';
import * as ids from './ids.ts';

/** `domain.md` §6 */
const MAX_NUMBER = 20;

/** What the fields hold; the block ids are those of the services' problems. */
interface Values {
  description: string;
  startingDate: string | null;
  endingDate: string | null;
  salesperson: Choice | undefined;
  status: Choice | undefined;
  logChannel: string | null;
  digest: boolean;
}

/** The form for a new campaign, with the member's own salesperson filled in. */
export const newModal = (locale: Locale, salesperson: Choice | undefined): ModalView =>
  modal({
    id: ids.newView,
    metadata: {},
    title: words(locale, 'campaigns.form.new'),
    submit: words(locale, 'campaigns.form.create'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...fields(locale, {
        description: '',
        startingDate: null,
        endingDate: null,
        salesperson,
        status: undefined,
        logChannel: null,
        digest: false,
      }),
      input('no', words(locale, 'segments.new.no'), textInput('no', { maxLength: MAX_NUMBER }), {
        optional: true,
        hint: words(locale, 'segments.new.no.hint'),
      }),
    ],
  });

/** The form for an existing one. @param notice what stands above the fields */
export function editModal(locale: Locale, card: CampaignCard, notice: readonly KnownBlock[] = []): ModalView {
  const { no, version, salesperson, status } = card;
  return modal({
    id: ids.editView,
    metadata: { no, version },
    title: words(locale, 'campaigns.form.edit', { no }),
    submit: words(locale, 'campaigns.form.save'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      ...fields(locale, {
        ...card,
        salesperson: salesperson ? codeChoice(salesperson) : undefined,
        status: status ? codeChoice(status) : undefined,
        digest: card.digestAt !== null,
      }),
    ],
  });
}

function fields(locale: Locale, values: Values): KnownBlock[] {
  const search = words(locale, 'segments.new.code.placeholder');
  const select = (actionId: string, initial: Choice | undefined) =>
    externalSelect(actionId, { placeholder: search, ...(initial ? { initial } : {}) });
  const optional = { optional: true };
  return [
    input(
      'description',
      words(locale, 'campaigns.form.description'),
      textInput('description', { initial: values.description, maxLength: MAX_DESCRIPTION }),
      { hint: words(locale, 'campaigns.form.description.hint') },
    ),
    input(
      'startingDate',
      words(locale, 'campaigns.form.startingDate'),
      datePicker('startingDate', values.startingDate ?? undefined),
      optional,
    ),
    input(
      'endingDate',
      words(locale, 'campaigns.form.endingDate'),
      datePicker('endingDate', values.endingDate ?? undefined),
      optional,
    ),
    input('salesperson', words(locale, 'campaigns.form.owner'), select(ids.findOwner, values.salesperson), {
      ...optional,
      hint: words(locale, 'campaigns.form.owner.hint'),
    }),
    input('status', words(locale, 'campaigns.form.status'), select(ids.findStatus, values.status), optional),
    input(
      'logChannel',
      words(locale, 'campaigns.form.channel'),
      channelSelect('logChannel', values.logChannel, words(locale, 'settings.logChannel.placeholder')),
      { ...optional, hint: words(locale, 'campaigns.form.channel.hint') },
    ),
    input(
      'digest',
      words(locale, 'campaigns.form.digest'),
      checkboxes(
        'digest',
        [
          {
            value: 'yes',
            text: words(locale, 'campaigns.form.digest.yes'),
            description: words(locale, 'campaigns.form.digest.about'),
          },
        ],
        values.digest ? ['yes'] : [],
      ),
      optional,
    ),
  ];
}

const text = z.string().nullish();
const campaignForm = z.object({
  description: text,
  startingDate: text,
  endingDate: text,
  salesperson: z.string().max(30).nullish(),
  status: z.string().max(30).nullish(),
  logChannel: z.string().max(30).nullish(),
  digest: z.array(z.string()).nullish(),
  no: z.string().max(100).nullish(),
});

/** What was filled in, as the services take it. */
export function readCampaignForm(form: Form) {
  const { description, startingDate, endingDate, salesperson, status, logChannel, digest, no } =
    campaignForm.parse(form);
  return {
    ...(no ? { no } : {}),
    values: {
      description: description ?? '',
      startingDate: startingDate ?? null,
      endingDate: endingDate ?? null,
      salespersonCode: salesperson ?? null,
      statusCode: status ?? null,
      logChannel: logChannel ?? null,
      digest: digest?.includes('yes') ?? false,
    },
  };
}
