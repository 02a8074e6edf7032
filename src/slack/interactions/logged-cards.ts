import type { Button, KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { EntryKind, LogEntryRow, LoggedSegmentCard } from '../../services/interactions/types.ts';
import type { SendingState } from '../../services/sending/status.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { cancelAction } from '../cancel/ids.ts';
import { choiceLabel } from '../criteria/labels.ts';
import { listAction } from '../interaction-list/ids.ts';
import { rowActions } from '../interaction-list/row-actions.ts';
import type { Reader } from '../segments/reader.ts';
import { channelMention, clip, data, dateMention, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { campaignEntriesAction, loggedShowAction } from './ids.ts';
import { canceledLine, entryLine, followUpButton, loggedFacts } from './log-messages.ts';
import { resendButton, sendingWords } from './sending.ts';

/** Entries on a page of a card. */
export const CARD_PAGE = 10;

/**
 * A logged segment with a page of its entries, for one person.
 * @param sending how far its attachments are; null where none are sent
 */
export function loggedCardMessage(
  { locale, timeZone }: Reader,
  card: LoggedSegmentCard,
  sending: SendingState | null = null,
): SlackMessage {
  const name = { entry: String(card.entryNo), no: card.segmentNo };
  const { rows, from } = card.entries;
  // Its two numbers stand in the title.
  const facts = loggedFacts(locale, card).slice(2);
  const canceled = canceledLine(locale, card);
  const paging = pagingButtons(locale, card);
  const posted = say(locale, 'logged.card.posted', {
    by: mention(card.loggedBy.slackUserId),
    at: dateMention(card.createdAt, timeZone),
    channel: channelMention(card.channel),
  });
  return message(say(locale, 'logged.card.title', { ...name, description: data(card.description, SHORT) }), [
    header(words(locale, 'logged.card.title', { ...name, description: clip(card.description, SHORT) })),
    ...(canceled ? [section(canceled)] : []),
    section(posted, { fields: facts }),
    ...(card.followUpNo ? [section(say(locale, 'logged.card.followUp', { no: card.followUpNo }))] : []),
    ...(sending ? [section(sendingWords(locale, sending))] : []),
    section(md`*${words(locale, 'logged.card.entries')}* ${position(locale, card)}`),
    ...(rows.length
      ? rows.map((row, index) => entryRow(locale, from + index, row))
      : [context(say(locale, 'interactions.none'))]),
    ...(paging.length ? [actions(paging)] : []),
    actions([...cardButtons(locale, card), ...unsentButton(locale, card, sending)], 'card'),
  ]);
}

function position(locale: Locale, { entries, figures, counts }: LoggedSegmentCard): string {
  const { from, rows, which } = entries;
  const all = figures?.interactions ?? counts.companies + counts.people;
  const total = figures && which !== 'all' ? figures[which] : all;
  const page = { from: rows.length ? from : 0, to: from + rows.length - 1, total };
  const said = words(locale, 'common.page', page);
  return which === 'all' ? said : `${words(locale, `logged.which.${which}`)} ${said}`;
}

const entryRow = (locale: Locale, position: number, row: LogEntryRow): KnownBlock =>
  section(withOutcome(locale, entryLine(locale, position, row), row), { accessory: rowActions(locale, row) });

/** How it went, where that is known. */
export function withOutcome(
  locale: Locale,
  line: Mrkdwn,
  { evaluation, attemptFailed }: Pick<LogEntryRow, 'evaluation' | 'attemptFailed'>,
): Mrkdwn {
  const evaluated = evaluation === '' ? line : md`${line} · ${choiceLabel(locale, evaluation)}`;
  return attemptFailed ? md`${evaluated} · ${words(locale, 'interactions.failed')}` : evaluated;
}

/** Sending again what could not be sent; all of it again is asked for where the logging was told. */
const unsentButton = (locale: Locale, { entryNo: entry }: LoggedSegmentCard, sending: SendingState | null) =>
  sending && sending.failed > 0 ? resendButton(locale, sending, { entry, card: true }) : [];

/** Which entries, where there are others of that kind; the interactions with their dates; canceling. */
function cardButtons(locale: Locale, card: LoggedSegmentCard): Button[] {
  const { entryNo: entry, figures, campaign, canceled, entries } = card;
  const show = (which: EntryKind, count: number) =>
    button(loggedShowAction, { entry, which }, words(locale, `logged.which.${which}.count`, { count }));
  const kinds = (['canceled', 'failed', 'evaluated'] as const).filter(
    (which) => which !== entries.which && (figures?.[which] ?? 0) > 0,
  );
  return [
    ...(entries.which === 'all' ? [] : [show('all', figures?.interactions ?? 0)]),
    ...kinds.map((which) => show(which, figures?.[which] ?? 0)),
    followUpButton(locale, entry),
    button(
      listAction,
      { filter: { scope: { kind: 'logged', key: String(entry) } } },
      words(locale, 'interactions.button'),
    ),
    ...(campaign
      ? [button(campaignEntriesAction, { campaign: campaign.no }, words(locale, 'campaign.entries.button'))]
      : []),
    button(
      cancelAction,
      { target: { kind: 'logged', entryNo: entry }, canceled },
      words(locale, canceled ? 'cancel.button.undo' : 'cancel.button'),
    ),
  ];
}

function pagingButtons(locale: Locale, { entryNo: entry, entries }: LoggedSegmentCard): Button[] {
  const { previousBefore, nextAfter, from, rows, which } = entries;
  return [
    ...(previousBefore === undefined
      ? []
      : [
          button(
            loggedShowAction,
            { entry, which, before: previousBefore, from: Math.max(1, from - CARD_PAGE) },
            words(locale, 'common.previous'),
          ),
        ]),
    ...(nextAfter === undefined
      ? []
      : [
          button(
            loggedShowAction,
            { entry, which, after: nextAfter, from: from + rows.length },
            words(locale, 'common.next'),
          ),
        ]),
  ];
}
