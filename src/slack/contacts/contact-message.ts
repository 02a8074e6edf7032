import type { MemberContext } from '../../core/context.ts';
import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { ContactFigures } from '../../services/contacts/contact-figures.ts';
import type { ContactSegment, ContactSegments } from '../../services/contacts/contact-segments.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import {
  actions,
  button,
  context,
  durationAmount,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { listAction as interactionsAction } from '../interaction-list/ids.ts';
import { contactSales } from '../opportunities/contact-buttons.ts';
import { figuresWords } from '../opportunities/facts.ts';
import { newAction as newTaskAction, listAction as tasksAction } from '../tasks/ids.ts';
import { code, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { contactButtons, flagWords } from './flags.ts';
import { contactAction } from './ids.ts';

export function usageMessage(locale: Locale): SlackMessage {
  const text = say(locale, 'contact.usage', { command: code('/contact Fjord') });
  return message(text, [section(text)]);
}

/** Nobody, or several to choose from. */
export function chooseMessage(locale: Locale, text: string, found: readonly FoundContact[]): SlackMessage {
  const typed = data(text, 60);
  const said = say(locale, found.length ? 'contact.choose' : 'contact.none', { text: typed });
  const buttons = found.map(({ contactNo: no, name, companyName }) =>
    button(contactAction, { no }, `${name}${companyName ? `, ${companyName}` : ''} (${no})`),
  );
  return message(said, [section(said), ...(buttons.length ? [actions(buttons)] : [])]);
}

/** A contact's segments, logged ones included. */
export function contactMessage(
  { locale, actor }: Pick<MemberContext, 'locale' | 'actor'>,
  found: ContactSegments,
): SlackMessage {
  const { contact, opportunities, open, logged, openTotal, loggedTotal } = found;
  const title = md`*${say(locale, 'contact.title', { name: data(contact.name, 100), no: contact.contactNo })}*`;
  const none = openTotal + loggedTotal === 0;
  const figures = [...figuresOf(locale, found.figures), ...nextTaskOf(locale, found)];
  const buttons = contactButtons(locale, found, actor.isManager || actor.isAdmin);
  return message(title, [
    section(title),
    context(kindOf(locale, contact), ...flagWords(locale, found)),
    ...(figures.length ? [context(...figures)] : []),
    ...(opportunities.count ? [context(figuresWords(locale, opportunities, found.figures.currency))] : []),
    actions([
      ...buttons,
      interactionsButton(locale, contact),
      ...tasksButton(locale, found),
      ...contactSales(locale, found),
    ]),
    ...(none ? [section(words(locale, 'contact.noSegments'))] : []),
    ...list(locale, words(locale, 'contact.open'), open, openTotal),
    ...list(locale, words(locale, 'contact.logged'), logged, loggedTotal),
  ]);
}

/** A company's are those of its people too. */
const interactionsButton = (locale: Locale, { type, contactNo: key }: FoundContact) =>
  button(
    interactionsAction,
    { filter: { scope: { kind: type === 'company' ? 'company' : 'contact', key } } },
    words(locale, 'interactions.button'),
  );

/** Its tasks; a first one is for whom privacy does not forbid it. */
function tasksButton(locale: Locale, { contact, tasks, flags }: ContactSegments) {
  const { contactNo: key } = contact;
  if (tasks.open > 0) {
    const text = words(locale, 'tasks.button.count', { count: tasks.open });
    return [button(tasksAction, { scope: { kind: 'contact', key } }, text)];
  }
  return flags.privacyBlocked
    ? []
    : [button(newTaskAction, { contact: key }, words(locale, 'tasks.button.new'))];
}

const nextTaskOf = (locale: Locale, { tasks: { date } }: ContactSegments): Mrkdwn[] =>
  date === null ? [] : [say(locale, 'tasks.contact.next', { date: formatDate(date, locale) })];

/** What came of the interactions with it so far; a company's are those of its people too. */
function figuresOf(locale: Locale, figures: ContactFigures): Mrkdwn[] {
  const { interactions, cost, currency, duration, lastInteraction, lastAttempt } = figures;
  if (interactions === 0 && lastAttempt === null && lastInteraction === null) return [];
  return [
    say(locale, 'contact.figures', {
      interactions,
      cost: formatMoney(locale, cost, currency),
      duration: durationAmount(locale, duration),
    }),
    ...(lastInteraction === null
      ? []
      : [say(locale, 'contact.figures.last', { date: formatDate(lastInteraction, locale) })]),
    ...(lastAttempt === null || lastAttempt === lastInteraction
      ? []
      : [say(locale, 'contact.figures.attempt', { date: formatDate(lastAttempt, locale) })]),
  ];
}

function kindOf(locale: Locale, { type, companyName }: FoundContact): Mrkdwn {
  if (type === 'company') return say(locale, 'contact.company');
  if (companyName === '') return say(locale, 'contact.person');
  return say(locale, 'contact.personOf', { company: data(companyName, 100) });
}

function list(locale: Locale, title: string, rows: readonly ContactSegment[], total: number) {
  if (rows.length === 0) return [];
  const more = total - rows.length;
  const lines = rows.map((row) => rowText(locale, row));
  return [
    section(
      join([md`*${title}*`, ...lines, ...(more ? [say(locale, 'contact.more', { count: more })] : [])]),
    ),
  ];
}

const rowText = (locale: Locale, { no, description, date, entryNo, contactName }: ContactSegment): Mrkdwn =>
  say(locale, entryNo === null ? 'contact.row.open' : 'contact.row.logged', {
    no,
    description: data(description, 50),
    date: formatDate(date, locale),
    contact: data(contactName, 50),
    ...(entryNo === null ? {} : { entry: String(entryNo) }),
  });
