import type { Button, KnownBlock } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { OpportunityCard } from '../../services/opportunities/types.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { contactWords, nameOf, SHORT, valueWords } from './facts.ts';
import * as ids from './ids.ts';

/** Everything about an opportunity, with what can be done with it. @param lead what was just done */
export function opportunityMessage(locale: Locale, card: OpportunityCard, lead?: Mrkdwn): SlackMessage {
  const value = valueWords(locale, card, card.currency);
  const summary = say(locale, 'opportunities.card.text', {
    no: card.no,
    description: data(card.description, SHORT),
    contact: contactWords(card),
    status: words(locale, `opportunities.status.${card.status}`),
    value,
  });
  const ended = endedWords(locale, card);
  return message(lead ? md`${lead} ${summary}` : summary, [
    ...(lead ? [section(lead)] : []),
    header(nameOf(card)),
    ...(ended ? [section(ended)] : []),
    factsBlock(locale, card, value),
    context(...footer(locale, card)),
    actions(buttons(locale, card)),
  ]);
}

function factsBlock(locale: Locale, card: OpportunityCard, value: string): KnownBlock {
  const fact = (name: FactName, said: string | Mrkdwn) =>
    md`*${words(locale, `opportunities.card.${name}`)}*\n${said}`;
  const none = words(locale, 'opportunities.card.none');
  const { campaign, salesperson, estimatedClose, status, priority } = card;
  const contact = fact('contact', md`${contactWords(card)} · ${card.contact.no}`);
  return section(contact, {
    fields: [
      fact('status', words(locale, `opportunities.status.${status}`)),
      fact('value', value),
      fact('close', estimatedClose === null ? none : formatDate(estimatedClose, locale)),
      fact('salesperson', data(salesperson.description || salesperson.code, SHORT)),
      fact('campaign', campaign ? md`${campaign.no} ${data(campaign.description, SHORT)}` : none),
      fact('priority', words(locale, `opportunities.priority.${priority}`)),
    ],
  });
}

type FactName = 'contact' | 'status' | 'value' | 'close' | 'salesperson' | 'campaign' | 'priority';

function endedWords(locale: Locale, { status, closedOn, closeReason }: OpportunityCard): Mrkdwn | undefined {
  if ((status !== 'won' && status !== 'lost') || closedOn === null) return undefined;
  return say(locale, `opportunities.card.${status}`, {
    date: formatDate(closedOn, locale),
    reason: data(closeReason),
  });
}

function footer(locale: Locale, { createdOn, createdBy, segment }: OpportunityCard): Mrkdwn[] {
  const created = say(locale, 'opportunities.card.created', {
    date: formatDate(createdOn, locale),
    by: data(createdBy.name, 60),
  });
  if (!segment) return [created];
  const from = { no: segment.no, description: data(segment.description, SHORT) };
  return [join([created, say(locale, 'opportunities.card.segment', from)], ', ')];
}

function buttons(locale: Locale, { no, status, comments, mayDelete }: OpportunityCard): Button[] {
  const text = (what: 'edit' | 'won' | 'lost') => words(locale, `opportunities.button.${what}`);
  const named = (label: string) => ({ label: `${label} ${no}` });
  const comment = words(locale, 'opportunities.button.comments', { count: comments });
  const active = [
    button(ids.editAction, { no }, text('edit'), named(text('edit'))),
    button(ids.closeAction, { no, outcome: 'won' }, text('won'), named(text('won'))),
    button(ids.closeAction, { no, outcome: 'lost' }, text('lost'), named(text('lost'))),
  ];
  return [
    // Closed ones are not changed any more.
    ...(status === 'won' || status === 'lost' ? [] : active),
    button(ids.commentsAction, { no }, comment, named(comment)),
    ...(mayDelete ? [deleteButton(locale, no)] : []),
  ];
}

function deleteButton(locale: Locale, no: string): Button {
  const text = words(locale, 'opportunities.button.delete');
  return button(ids.deleteAction, { no }, text, {
    label: `${text} ${no}`,
    confirm: {
      title: words(locale, 'opportunities.delete.title', { no }),
      text: words(locale, 'opportunities.delete.text'),
      confirm: text,
      deny: words(locale, 'common.cancel'),
      danger: true,
    },
  });
}
