import type { HomeView, KnownBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { WaitingRequest } from '../../services/approvals/list-waiting.ts';
import type { LoggedSegmentSummary } from '../../services/interactions/types.ts';
import type { SegmentHeader } from '../../services/segments/types.ts';
import { detailsAction } from '../approvals/ids.ts';
import { actions, button, contactsAmount, divider, header, home, section } from '../blocks/index.ts';
import { loggedShowAction } from '../interactions/ids.ts';
import { helpAction, newAction } from '../segments/ids.ts';
import { segmentRow } from '../segments/list.ts';
import { settingsAction } from '../setup/ids.ts';
import { clip, mention, say, words } from '../text.ts';

export interface HomeModel {
  locale: Locale;
  /** Requests that the member was asked to decide on. */
  waiting: readonly WaitingRequest[];
  mine: readonly SegmentHeader[];
  logged: readonly LoggedSegmentSummary[];
}

const MAX_NAME = 120;

/** The app's home: what waits for the member, what they work on, what was logged last. */
export function homeView({ locale, waiting, mine, logged }: HomeModel): HomeView {
  const isNew = waiting.length + mine.length + logged.length === 0;
  return home([
    ...(isNew ? [section(say(locale, 'segments.home.welcome'))] : []),
    actions([
      button(newAction, {}, words(locale, 'segments.button.new'), { style: 'primary' }),
      button(helpAction, {}, words(locale, 'segments.button.help')),
      button(settingsAction, {}, words(locale, 'segments.button.settings')),
    ]),
    ...(waiting.length ? [header(words(locale, 'segments.home.waiting'))] : []),
    ...waiting.map((request) => waitingRow(locale, request)),
    ...titled(
      locale,
      words(locale, 'segments.home.mine'),
      mine.map((segment) => segmentRow(locale, segment)),
    ),
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
