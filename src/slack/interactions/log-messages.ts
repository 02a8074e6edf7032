import type { Button, KnownBlock } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { LogEntryRow, LoggedSegmentCard } from '../../services/interactions/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  durationAmount,
  header,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { followUpAction } from '../follow-ups/ids.ts';
import { LIMITS } from '../limits.ts';
import type { Reader } from '../segments/reader.ts';
import { clip, code, data, dateMention, join, type Mrkdwn, md, say, words } from '../text.ts';
import { fact, namedCode, SHORT } from './facts.ts';

/** More builders than this are not named one by one. */
const BUILDERS_SHOWN = 5;

/** What a logged segment was, in two columns. */
export function loggedFacts(locale: Locale, card: LoggedSegmentCard): Mrkdwn[] {
  const { campaign, template, approval, builtBy } = card;
  const people = join(
    builtBy.slice(0, BUILDERS_SHOWN).map(({ name }) => data(name, SHORT)),
    ', ',
  );
  return [
    fact(locale, 'log.fact.segment', md`${card.segmentNo}`),
    fact(locale, 'log.fact.entry', String(card.entryNo)),
    fact(locale, 'log.fact.campaign', namedCode(locale, campaign?.no, campaign?.description)),
    fact(locale, 'log.fact.interaction', namedCode(locale, template?.code, template?.description)),
    fact(locale, 'log.fact.contacts', contactsAmount(locale, card.counts)),
    fact(locale, 'log.fact.cost', formatMoney(locale, card.cost, card.currency)),
    fact(locale, 'log.fact.duration', durationAmount(locale, card.duration)),
    fact(locale, 'log.fact.builtBy', builtBy.length > BUILDERS_SHOWN ? md`${people} …` : people),
    fact(
      locale,
      'log.fact.approvedBy',
      approval ? data(approval.by.name, SHORT) : words(locale, 'log.approval.notNeeded'),
    ),
  ];
}

/** The one message per logged segment in its channel; the entries stand in its thread. */
export function loggedMessage({ locale, timeZone }: Reader, card: LoggedSegmentCard): SlackMessage {
  const by = data(card.loggedBy.name, SHORT);
  const at = dateMention(card.createdAt, timeZone);
  const size = card.counts.companies + card.counts.people;
  const title = card.canceled ? 'logged.post.title.canceled' : 'logged.post.title';
  const summary = say(locale, 'logged.post.summary', {
    by,
    no: card.segmentNo,
    description: data(card.description, SHORT),
    contacts: contactsAmount(locale, card.counts),
  });
  const thread =
    card.listed < size
      ? say(locale, 'logged.post.thread.part', { listed: card.listed })
      : say(locale, 'logged.post.thread');
  const canceled = canceledLine(locale, card);
  const facts = loggedFacts(locale, card);
  return message(canceled ? join([summary, canceled], ' ') : summary, [
    header(words(locale, title, { description: clip(card.description, SHORT) })),
    canceled ? section(canceled, { fields: facts }) : factsOnly(facts),
    ...(card.followUpNo ? [section(say(locale, 'logged.card.followUp', { no: card.followUpNo }))] : []),
    context(say(locale, 'logged.post.footer', { by, at }), thread),
    actions([followUpButton(locale, card.entryNo)]),
  ]);
}

/** Opens the form for the next round. */
export const followUpButton = (locale: Locale, entry: number): Button =>
  button(followUpAction, { entry }, words(locale, 'followUp.button'), {
    label: words(locale, 'followUp.button.label', { entry: String(entry) }),
  });

/** That it is canceled, or how much of it is; undefined when all of it counts. */
export function canceledLine(locale: Locale, card: LoggedSegmentCard): Mrkdwn | undefined {
  const { figures } = card;
  if (card.canceled) return say(locale, 'logged.post.canceled');
  if (!figures || figures.canceled === 0) return undefined;
  return say(locale, 'cancel.post.part', {
    canceled: figures.canceled,
    total: figures.interactions,
    cost: formatMoney(locale, figures.cost, card.currency),
    duration: durationAmount(locale, figures.duration),
  });
}

/** Under the CSV: that it is not what counts any more. */
export function noteMessage(locale: Locale, { entryNo, figures }: LoggedSegmentCard): SlackMessage {
  const canceled = figures?.canceled ?? 0;
  const command = code(`/interaction list logged:${entryNo} export`);
  const text =
    canceled > 0 ? say(locale, 'cancel.note', { canceled, command }) : say(locale, 'cancel.note.none');
  return message(text, [context(text)]);
}

/** Facts in two columns without a sentence above them. */
const factsOnly = (facts: Mrkdwn[]): KnownBlock => ({
  type: 'section',
  fields: facts.map(({ markup }) => ({ type: 'mrkdwn', text: markup, verbatim: true })),
});

/** Names are cut so that 40 lines stay below what one message holds. */
const NAME = 120;
const COMPANY = 80;

/** `1. *Name* · Company · CT000065 · JO` */
export function entryLine(locale: Locale, position: number, row: LogEntryRow): Mrkdwn {
  const parts = [
    md`*${data(row.contactName || row.contactNo, NAME)}*`,
    ...(row.companyName ? [data(row.companyName, COMPANY)] : []),
    data(row.contactNo, 20),
    ...(row.salespersonCode ? [data(row.salespersonCode, 20)] : []),
  ];
  const line = md`${position}. ${join(parts, ' · ')}`;
  return row.canceled ? md`~${line}~ (${words(locale, 'logged.entry.canceled')})` : line;
}

/**
 * A batch of entries in the thread.
 * @param from 1-based position of the first of them
 */
export function entriesMessage(
  locale: Locale,
  card: Pick<LoggedSegmentCard, 'segmentNo' | 'counts'>,
  rows: readonly LogEntryRow[],
  from: number,
): SlackMessage {
  const place = { from, to: from + rows.length - 1, total: card.counts.companies + card.counts.people };
  const title = say(locale, 'logged.entries.title', place);
  const lines = rows.map((row, index) => entryLine(locale, from + index, row));
  return message(say(locale, 'logged.entries.summary', { no: card.segmentNo, ...place }), [
    ...inSections([md`*${title}*`, ...lines]).map((text) => section(text)),
  ]);
}

/** Lines in as few sections as hold them. */
function inSections(lines: readonly Mrkdwn[]): Mrkdwn[] {
  const sections: Mrkdwn[] = [];
  let open: Mrkdwn[] = [];
  let size = 0;
  for (const line of lines) {
    const length = line.markup.length + 1;
    if (open.length > 0 && size + length > LIMITS.section.text) {
      sections.push(join(open));
      open = [];
      size = 0;
    }
    open.push(line);
    size += length;
  }
  if (open.length > 0) sections.push(join(open));
  return sections;
}
