import type { HomeView, KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { WaitingRequest } from '../../services/approvals/list-waiting.ts';
import type { CampaignSummary } from '../../services/campaigns/types.ts';
import type { LoggedSegmentSummary } from '../../services/interactions/types.ts';
import type { SegmentHeader } from '../../services/segments/types.ts';
import type { TaskList } from '../../services/tasks/list.ts';
import { detailsAction } from '../approvals/ids.ts';
import { actions, button, contactsAmount, divider, header, home, section } from '../blocks/index.ts';
import { campaignRow } from '../campaigns/index.ts';
import { newAction as newInteraction } from '../interaction-form/ids.ts';
import { type PostponedList, postponedRows } from '../interaction-form/postponed-list.ts';
import { loggedShowAction } from '../interactions/ids.ts';
import { helpAction, newAction } from '../segments/ids.ts';
import { segmentRow } from '../segments/list.ts';
import { settingsAction } from '../settings/ids.ts';
import type { Reader } from '../tasks/facts.ts';
import { homeRows } from '../tasks/home-rows.ts';
import { clip, mention, say, words } from '../text.ts';

export interface HomeModel {
  /** Who reads it, and when. */
  reader: Reader;
  /** Requests that the member was asked to decide on. */
  waiting: readonly WaitingRequest[];
  /** Interactions that the member is to complete. */
  postponed: PostponedList;
  /** The first of the member's open ones. */
  tasks: Pick<TaskList, 'tasks' | 'total'>;
  mine: readonly SegmentHeader[];
  logged: readonly LoggedSegmentSummary[];
  /** Those the member owns. */
  campaigns: readonly CampaignSummary[];
}

const MAX_NAME = 120;

/** The app's home: what waits for the member, what they work on, what was logged last. */
export function homeView(model: HomeModel): HomeView {
  const { reader, waiting, postponed, tasks, mine, logged, campaigns } = model;
  const { locale } = reader;
  const isNew = waiting.length + postponed.total + tasks.total + mine.length + logged.length === 0;
  return home([
    ...(isNew ? [section(say(locale, 'segments.home.welcome'))] : []),
    actions([
      button(newAction, {}, words(locale, 'segments.button.new'), { style: 'primary' }),
      button(newInteraction, {}, words(locale, 'contact.button.log')),
      button(helpAction, {}, words(locale, 'segments.button.help')),
      button(settingsAction, {}, words(locale, 'segments.button.settings')),
    ]),
    ...(waiting.length ? [header(words(locale, 'segments.home.waiting'))] : []),
    ...waiting.map((request) => waitingRow(locale, request)),
    ...(postponed.total ? [header(words(locale, 'interaction.postponed.title'))] : []),
    ...postponedRows(locale, postponed),
    ...homeRows(reader, tasks),
    ...titled(
      locale,
      words(locale, 'segments.home.mine'),
      mine.map((segment) => segmentRow(locale, segment)),
    ),
    // Most people own none, and need not read that.
    ...(campaigns.length
      ? titled(
          locale,
          words(locale, 'campaigns.list.mine'),
          campaigns.map((campaign) => campaignRow(locale, campaign)),
        )
      : []),
    ...titled(
      locale,
      words(locale, 'segments.home.logged'),
      logged.map((row) => loggedRow(locale, row)),
    ),
  ]);
}

const titled = (locale: Locale, title: string, rows: KnownBlock[]): KnownBlock[] => [
  divider(),
  header(title),
  ...(rows.length ? rows : [section(words(locale, 'segments.home.none'))]),
];

const show = (locale: Locale, no: string) => ({ label: words(locale, 'segments.button.show.label', { no }) });

function waitingRow(locale: Locale, request: WaitingRequest): KnownBlock {
  const { requestId, segmentNo: no, segmentVersion: version, description, counts, requestedBy } = request;
  const text = say(locale, 'segments.home.request.row', {
    no,
    description: clip(description, MAX_NAME),
    contacts: contactsAmount(locale, counts),
    by: mention(requestedBy.slackUserId),
  });
  return section(text, {
    accessory: button(
      detailsAction,
      { request: requestId, version },
      words(locale, 'segments.button.decide'),
      show(locale, no),
    ),
  });
}

function loggedRow(locale: Locale, row: LoggedSegmentSummary): KnownBlock {
  const no = row.segmentNo;
  const text = say(locale, 'segments.home.logged.row', {
    no,
    description: clip(row.description, MAX_NAME),
    count: row.counts.companies + row.counts.people,
  });
  const value = { entry: row.entryNo, from: 1 };
  return section(text, {
    accessory: button(loggedShowAction, value, words(locale, 'segments.button.show'), show(locale, no)),
  });
}
