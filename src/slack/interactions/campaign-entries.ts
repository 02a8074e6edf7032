import type { Button, KnownBlock } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type {
  CampaignEntryList,
  CampaignEntryRow,
} from '../../services/interactions/list-campaign-entries.ts';
import {
  actions,
  button,
  context,
  durationAmount,
  header,
  message,
  overflow,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { clip, data, md, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { campaignEntriesAction, campaignEntryAction } from './ids.ts';

/** Rows on a page. */
export const ENTRIES_PAGE = 8;

/** The entries of a campaign, the last one first. */
export function campaignEntriesMessage(
  locale: Locale,
  list: CampaignEntryList,
  { from, canceled }: { from: number; canceled?: boolean | undefined },
): SlackMessage {
  const { no, description } = list.campaign;
  const title = words(locale, 'campaign.entries.title', { no, description: clip(description, SHORT) });
  const rows = list.entries.map((row) => entryRow(locale, row, list.currency));
  const to = from + rows.length - 1;
  const only = canceled === undefined ? {} : { canceled };
  const buttons: Button[] = [
    ...(from > 1
      ? [button(campaignEntriesAction, { campaign: no, ...only }, words(locale, 'logged.list.newest'))]
      : []),
    ...(list.nextBefore === undefined
      ? []
      : [
          button(
            campaignEntriesAction,
            { campaign: no, ...only, before: list.nextBefore, from: to + 1 },
            words(locale, 'logged.list.older'),
          ),
        ]),
    canceled
      ? button(campaignEntriesAction, { campaign: no }, words(locale, 'logged.list.all'))
      : button(
          campaignEntriesAction,
          { campaign: no, canceled: true },
          words(locale, 'logged.list.canceledOnes'),
        ),
  ];
  return message(title, [
    header(title),
    ...(rows.length
      ? [...rows, context(words(locale, 'common.page', { from, to, total: list.total }))]
      : [section(say(locale, 'campaign.entries.none'))]),
    actions(buttons),
  ]);
}

function entryRow(locale: Locale, row: CampaignEntryRow, currency: string): KnownBlock {
  const { entryNo: entry, canceled, loggedEntryNo } = row;
  const text = say(locale, 'campaign.entries.row', {
    entry: String(entry),
    description: data(row.description, SHORT),
    date: formatDate(row.date, locale),
    segment: row.segmentNo || words(locale, 'campaign.entries.single'),
    interactions: words(locale, 'cancel.amount', { count: row.interactions }),
    cost: formatMoney(locale, row.cost, currency),
    duration: durationAmount(locale, row.duration),
    by: data(row.by, SHORT),
  });
  return section(canceled ? md`${text} · *${words(locale, 'logged.list.canceled')}*` : text, {
    accessory: overflow(campaignEntryAction, [
      ...(loggedEntryNo === null
        ? []
        : [
            {
              text: words(locale, 'campaign.entries.show'),
              value: { do: 'show' as const, entry: loggedEntryNo },
            },
          ]),
      {
        text: words(locale, canceled ? 'cancel.row.undo' : 'cancel.row'),
        value: { do: 'cancel' as const, entry, c: canceled },
      },
    ]),
  });
}
