import type { KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { InteractionView } from '../../services/interactions/show-interaction.ts';
import type { SegmentTasksPreview } from '../../services/tasks/preview-for-segment.ts';
import type { TaskCard } from '../../services/tasks/types.ts';
import { alert, type Choice, externalSelect, input, modal, section } from '../blocks/index.ts';
import { findContact } from '../interaction-form/ids.ts';
import { interactionLine } from '../interactions/interaction-message.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { clip, data, join, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import {
  dateField,
  descriptionField,
  priorityField,
  salespersonField,
  statusField,
  typeField,
} from './fields.ts';
import * as ids from './ids.ts';

type NewMetadata = z.input<typeof ids.newView.metadata>;

const newModal = (locale: Locale, title: string, metadata: NewMetadata, blocks: KnownBlock[]): ModalView =>
  modal({
    id: ids.newView,
    metadata,
    title,
    submit: words(locale, 'tasks.form.create'),
    close: words(locale, 'common.cancel'),
    blocks,
  });

const today = (locale: Locale) => words(locale, 'tasks.form.date.today');

/** The form for one task, with the contact it is for and the member's own salesperson filled in. */
export const ownForm = (
  locale: Locale,
  { contact, salesperson }: { contact?: Choice | undefined; salesperson: Choice | undefined },
): ModalView =>
  newModal(locale, words(locale, 'tasks.form.new'), { of: 'own' }, [
    descriptionField(locale),
    input(
      'contact',
      words(locale, 'tasks.form.contact'),
      externalSelect(findContact, {
        placeholder: words(locale, 'tasks.form.contact.placeholder'),
        ...(contact ? { initial: contact } : {}),
      }),
      { optional: true },
    ),
    dateField(locale, today(locale)),
    typeField(locale, false),
    priorityField(locale, 'normal'),
    salespersonField(locale, salesperson),
    input(
      'campaign',
      words(locale, 'tasks.form.campaign'),
      externalSelect('field.campaigns', { placeholder: words(locale, 'field.nothing') }),
      { optional: true },
    ),
  ]);

/** The form for a task that comes of an interaction, which says whom it is for. */
export const entryForm = (locale: Locale, view: InteractionView): ModalView =>
  newModal(locale, words(locale, 'tasks.form.new'), { of: 'entry', entry: view.entryId }, [
    section(join([say(locale, 'tasks.form.entry.about'), interactionLine(locale, view)])),
    descriptionField(locale),
    dateField(locale, today(locale)),
    typeField(locale, false),
    priorityField(locale, 'normal'),
  ]);

/**
 * The form for everybody on a segment: how many that is, who is to do it, for which campaign, and how many tasks there
 * are already.
 * @param notice what moved on, or is asked back
 */
export function segmentForm(
  locale: Locale,
  preview: SegmentTasksPreview,
  { notice = [], shown }: { notice?: readonly KnownBlock[]; shown?: string } = {},
): ModalView {
  const { no, version, description, contacts, blocked, open, salesperson, campaign } = preview;
  const about = say(locale, 'tasks.form.segment.about', {
    no,
    description: data(description, SHORT),
    contacts,
    salesperson: data(salesperson.description || salesperson.code, SHORT),
    campaign: campaign ? data(`${campaign.no} ${campaign.description}`, SHORT) : 'none',
  });
  const left = blocked > 0 ? [say(locale, 'tasks.form.segment.blocked', { blocked })] : [];
  const metadata = { of: 'segment' as const, no, version, open, ...(shown === undefined ? {} : { shown }) };
  return newModal(locale, words(locale, 'tasks.form.segment', { no }), metadata, [
    ...notice,
    section(join([about, ...left])),
    ...(open > 0 ? [alert(say(locale, 'tasks.form.segment.open', { open }), 'warning')] : []),
    typeField(locale, true),
    descriptionField(locale),
    dateField(locale, today(locale)),
    priorityField(locale, 'normal'),
  ]);
}

/** The form for an open task. @param notice what stands above the fields */
export function editForm(
  locale: Locale,
  card: TaskCard,
  draft: number | undefined,
  notice: readonly KnownBlock[] = [],
): ModalView {
  const { no, version, description, date, priority, status, salesperson } = card;
  return modal({
    id: ids.editView,
    metadata: { no, version, ...(draft === undefined ? {} : { draft }) },
    title: words(locale, 'tasks.form.edit', { no }),
    submit: words(locale, 'tasks.form.save'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      descriptionField(locale, clip(description, SHORT)),
      dateField(locale, formatDate(date, locale)),
      priorityField(locale, priority),
      statusField(locale, status),
      salespersonField(locale, codeChoice(salesperson)),
    ],
  });
}
