import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignList } from '../../services/campaigns/list.ts';
import type { TargetList } from '../../services/campaigns/targets/list.ts';
import type { CampaignSummary } from '../../services/campaigns/types.ts';
import type { SegmentList } from '../../services/segments/list-segments.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { segmentRow } from '../segments/list.ts';
import { clip, join, md, say, words } from '../text.ts';
import { nameOf, periodWords, statusWords, targetWords } from './facts.ts';
import * as ids from './ids.ts';

/** Rows on one page. */
export const LIST_PAGE = 8;
export const TARGETS_PAGE = 15;

/** One campaign: number, description, status, dates, and a button that shows it. */
export function campaignRow(locale: Locale, campaign: CampaignSummary): KnownBlock {
  const { no, description, activated } = campaign;
  const facts = [
    ...(campaign.status ? [statusWords(locale, campaign)] : []),
    periodWords(locale, campaign),
    ...(activated ? [words(locale, 'campaigns.list.activated')] : []),
  ];
  return section(md`*${no}* ${clip(description, 100)}\n${facts.join(' · ')}`, {
    accessory: button(ids.showAction, { no }, words(locale, 'campaigns.button.show'), {
      label: words(locale, 'segments.button.show.label', { no }),
    }),
  });
}

export interface ListPlace {
  scope: 'mine' | 'all';
  search: string;
  /** 1-based position of the page's first one. */
  from: number;
}

/** Campaigns, a page at a time. */
export function listMessage(
  locale: Locale,
  { scope, search, from }: ListPlace,
  list: CampaignList,
): SlackMessage {
  const title = words(locale, `campaigns.list.${scope}`);
  const other = scope === 'mine' ? 'all' : 'mine';
  const rows = list.campaigns.map((campaign) => campaignRow(locale, campaign));
  const to = from + rows.length - 1;
  const none = search
    ? say(locale, 'campaigns.list.notFound', { search: clip(search, 60) })
    : say(locale, `campaigns.list.empty.${scope}`);
  const page = (start: number) => ({ scope, search, from: start });
  return message(title, [
    header(title),
    ...(rows.length
      ? [...rows, context(words(locale, 'common.page', { from, to, total: list.total }))]
      : [section(none)]),
    actions([
      ...(from > 1
        ? [button(ids.listAction, page(Math.max(1, from - LIST_PAGE)), words(locale, 'common.previous'))]
        : []),
      ...(to < list.total ? [button(ids.listAction, page(to + 1), words(locale, 'common.next'))] : []),
      button(ids.newAction, {}, words(locale, 'campaigns.button.new')),
      button(ids.listAction, { scope: other }, words(locale, `campaigns.list.${other}`)),
      button(ids.helpAction, {}, words(locale, 'segments.button.help')),
    ]),
  ]);
}

const backButton = (locale: Locale, no: string) =>
  button(ids.showAction, { no }, words(locale, 'campaigns.button.back', { no }));

/** The target group of a campaign, a page at a time. */
export function targetsMessage(locale: Locale, from: number, list: TargetList): SlackMessage {
  const { no, counts, targets } = list;
  const total = counts.customers + counts.contacts;
  const title = words(locale, 'campaigns.targets.title', { no });
  const to = from + targets.length - 1;
  const lines = targets.map(({ kind, contactNo, name, city }, index) => {
    const more = [words(locale, `campaigns.target.${kind}`), city, contactNo].filter(Boolean).join(' · ');
    return md`${from + index}. *${clip(name, 60)}* · ${more}`;
  });
  const amount = targetWords(locale, counts);
  return message(md`${title}: ${amount}`, [
    header(title),
    section(total === 0 ? say(locale, 'campaigns.targets.none') : join([md`*${amount}*`, ...lines])),
    ...(total > 0 ? [context(words(locale, 'common.page', { from, to, total }))] : []),
    actions([
      ...(from > 1
        ? [
            button(
              ids.targetsAction,
              { no, from: Math.max(1, from - TARGETS_PAGE) },
              words(locale, 'common.previous'),
            ),
          ]
        : []),
      ...(to < total ? [button(ids.targetsAction, { no, from: to + 1 }, words(locale, 'common.next'))] : []),
      ...(total > 0
        ? [button(ids.exportTargetsAction, { no }, words(locale, 'campaigns.button.export'))]
        : []),
      backButton(locale, no),
    ]),
  ]);
}

/** The segments being worked on for a campaign, a page at a time. */
export function segmentsMessage(
  locale: Locale,
  campaign: { no: string; description: string },
  { segments, total, next: cursor }: SegmentList,
  from: number,
): SlackMessage {
  const { no } = campaign;
  const title = words(locale, 'campaigns.segments.title', { name: nameOf(campaign) });
  const rows = segments.map((segment) => segmentRow(locale, segment));
  const to = from + rows.length - 1;
  return message(title, [
    header(title),
    ...(rows.length
      ? [...rows, context(words(locale, 'common.page', { from, to, total }))]
      : [section(say(locale, 'campaigns.segments.none'))]),
    actions([
      ...(cursor
        ? [button(ids.segmentsAction, { no, cursor, from: to + 1 }, words(locale, 'segments.list.older'))]
        : []),
      button(ids.newSegmentAction, { no }, words(locale, 'segments.button.new'), { style: 'primary' }),
      backButton(locale, no),
    ]),
  ]);
}
