import type { Button, ModalView } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { TaskCard } from '../../services/tasks/types.ts';
import {
  actions,
  button,
  context,
  header,
  message,
  modal,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { contactAction } from '../contacts/ids.ts';
import { noticeView } from '../listener.ts';
import { clip, data, type Mrkdwn, md, mention, say, words } from '../text.ts';
import {
  dayWords,
  dueWords,
  isOverdue,
  type Reader,
  SHORT,
  salespersonWords,
  statusWords,
  whomWords,
} from './facts.ts';
import * as ids from './ids.ts';

/** A task with what can be done about it, for the person alone. @param lead what was done, above it */
export function taskMessage(reader: Reader, card: TaskCard, lead?: Mrkdwn): SlackMessage {
  const { locale } = reader;
  const { no, description, date } = card;
  const text = say(locale, 'tasks.card.text', {
    no,
    description: clip(description, SHORT),
    date: formatDate(date, locale),
    salesperson: salespersonWords(card),
    status: statusWords(locale, card),
  });
  return message(lead ?? text, [
    ...(lead ? [section(lead)] : []),
    header(`${no} · ${description}`),
    section(md`*${words(locale, `tasks.type.${card.type}`)}*`, { fields: fields(reader, card) }),
    context(say(locale, 'tasks.card.created', { by: mention(card.createdBy.slackUserId) })),
    actions(buttons(locale, card)),
  ]);
}

/** The same in a modal, where there is no message to put it in. */
export const taskModal = (reader: Reader, card: TaskCard, lead?: Mrkdwn): ModalView =>
  inModal(reader.locale, taskMessage(reader, card, lead));

/** A message's blocks as a view that can only be closed. */
export const inModal = (locale: Locale, { blocks }: SlackMessage): ModalView =>
  modal({
    id: noticeView,
    metadata: {},
    title: words(locale, 'tasks.title'),
    close: words(locale, 'common.close'),
    blocks,
  });

function fields(reader: Reader, card: TaskCard): Mrkdwn[] {
  const { locale } = reader;
  const fact = (
    name: 'date' | 'contact' | 'salesperson' | 'priority' | 'status' | 'campaign' | 'segment',
    value: string,
  ) => md`*${words(locale, `tasks.card.${name}`)}*\n${value}`;
  const due = dueWords(reader, card);
  const date = [isOverdue(reader, card) ? '⚠️' : '', dayWords(locale, card.date), due && `(${due})`];
  const whom = namesOf(locale, card);
  const { campaign, segmentNo, closedOn } = card;
  const status = statusWords(locale, card);
  return [
    fact('date', date.filter(Boolean).join(' ')),
    fact(
      'status',
      closedOn === null
        ? status
        : words(locale, 'tasks.card.closed', { status, date: formatDate(closedOn, locale) }),
    ),
    fact('salesperson', salespersonWords(card)),
    fact('priority', words(locale, `tasks.priority.${card.priority}`)),
    ...(whom === '' ? [] : [fact('contact', whom)]),
    ...(campaign ? [fact('campaign', `${campaign.no} ${clip(campaign.description, SHORT)}`)] : []),
    ...(segmentNo ? [fact('segment', segmentNo)] : []),
  ];
}

/** Whom it is about; the first ones by name. */
function namesOf(locale: Locale, card: TaskCard): string {
  const { contact, attendees, attendeeNames } = card;
  if (contact !== null || attendees === 0) return whomWords(locale, card);
  const names = attendeeNames.map((name) => clip(name, 60)).join(', ');
  const count = attendees - attendeeNames.length;
  return count > 0 ? words(locale, 'tasks.contacts.more', { names, count }) : names;
}

function buttons(locale: Locale, card: TaskCard): Button[] {
  const { no, version, contact, closedOn } = card;
  const labelled = (what: 'complete' | 'edit' | 'cancel' | 'reopen') => {
    const text = words(locale, `tasks.button.${what}`);
    return { text, options: { label: words(locale, 'tasks.button.label', { button: text, no }) } };
  };
  const complete = labelled('complete');
  const edit = labelled('edit');
  const cancel = labelled('cancel');
  const reopen = labelled('reopen');
  const about = contact
    ? [button(contactAction, { no: contact.no }, words(locale, 'interactions.row.contact'))]
    : [];
  if (closedOn !== null) {
    const log = words(locale, 'contact.button.log');
    return [
      ...(offersInteraction(card) ? [button(ids.logAction, { no }, log, { style: 'primary' })] : []),
      button(ids.reopenAction, { no, version }, reopen.text, reopen.options),
      ...about,
    ];
  }
  return [
    button(ids.completeAction, { no, version }, complete.text, { ...complete.options, style: 'primary' }),
    button(ids.editAction, { no }, edit.text, edit.options),
    button(ids.cancelAction, { no, version }, cancel.text, {
      ...cancel.options,
      confirm: {
        title: words(locale, 'tasks.cancel.title', { no }),
        text: words(locale, 'tasks.cancel.text'),
        confirm: cancel.text,
        deny: words(locale, 'tasks.cancel.keep'),
        danger: true,
      },
    }),
    ...about,
  ];
}

/** An interaction is with one contact; with one whose privacy is blocked none is logged by hand. */
export const offersInteraction = ({ status, canceled, contact, privacyBlocked }: TaskCard): boolean =>
  status === 'completed' && !canceled && contact !== null && !privacyBlocked;

/** What was done, as a sentence. */
export const didSentence = (
  locale: Locale,
  did: 'create' | 'complete' | 'cancel' | 'reopen' | 'edit',
  no: string,
): Mrkdwn => say(locale, `tasks.did.${did}`, { no: data(no) });
