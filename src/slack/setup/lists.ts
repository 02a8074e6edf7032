import type { ModalView } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignChannel } from '../../services/campaigns/channels.ts';
import type { CodeListName } from '../../services/setup/code-lists.ts';
import type { CodePage } from '../../services/setup/list-codes.ts';
import { numberOf, type SeriesRow } from '../../services/setup/series.ts';
import type { TemplateRow } from '../../services/templates/list-templates.ts';
import { button, context, durationAmount, section } from '../blocks/index.ts';
import { channelMention, code, data, md, say, words } from '../text.ts';
import { editRow, type Lead, pageModal, paging } from './frame.ts';
import { goAction } from './ids.ts';

const HUB = { to: 'hub' } as const;
const SHORT = 100;

interface Paged<Row> {
  rows: readonly Row[];
  from: number;
  total: number;
}

/** Interaction groups, or campaign statuses. */
export function codesModal(locale: Locale, list: CodeListName, found: CodePage, lead?: Lead): ModalView {
  return pageModal({
    locale,
    page: { to: list, from: found.from },
    title: `setup.${list}`,
    back: HUB,
    add: { form: { edit: list }, label: `setup.${list}.add` },
    lead,
    blocks: [
      context(words(locale, `setup.${list}.about`)),
      ...found.rows.map((row) =>
        editRow(
          locale,
          md`${code(row.code)} ${data(row.description, SHORT)}`,
          { edit: list, code: row.code },
          row.code,
        ),
      ),
      ...paging(locale, found, (from) => ({ to: list, from })),
    ],
  });
}

/** Interaction templates, with what each costs. */
export function templatesModal(
  locale: Locale,
  currency: string,
  found: Paged<TemplateRow>,
  lead?: Lead,
): ModalView {
  return pageModal({
    locale,
    page: { to: 'templates', from: found.from },
    title: 'setup.templates',
    back: HUB,
    add: { form: { edit: 'template' }, label: 'setup.templates.add' },
    lead,
    blocks: [
      context(words(locale, 'setup.templates.about')),
      ...found.rows.map((row) =>
        section(
          md`${code(row.code)} *${data(row.description, SHORT)}*\n${data(row.group, SHORT)} · ${formatMoney(locale, row.unitCost, currency)} · ${durationAmount(locale, row.unitDuration)}`,
          {
            accessory: button(goAction, { to: 'template', code: row.code }, words(locale, 'setup.open'), {
              label: row.code,
            }),
          },
        ),
      ),
      ...paging(locale, found, (from) => ({ to: 'templates', from })),
    ],
  });
}

/** Where the segments of each campaign are logged. */
export function channelsModal(
  locale: Locale,
  workspaceChannel: string | null,
  found: Paged<CampaignChannel>,
  lead?: Lead,
): ModalView {
  const usual = workspaceChannel
    ? say(locale, 'setup.channels.usual', { channel: channelMention(workspaceChannel) })
    : say(locale, 'setup.channels.noUsual');
  return pageModal({
    locale,
    page: { to: 'channels', from: found.from },
    title: 'setup.channels',
    back: HUB,
    lead,
    blocks: [
      context(usual),
      ...found.rows.map((row) => {
        const where = row.channel ? channelMention(row.channel) : words(locale, 'setup.channels.asUsual');
        const text = md`${code(row.no)} *${data(row.description, SHORT)}*\n${where}`;
        return editRow(locale, text, { edit: 'channel', no: row.no }, row.no);
      }),
      ...paging(locale, found, (from) => ({ to: 'channels', from })),
    ],
  });
}

/** Number series, with the next number of each. */
export function seriesModal(locale: Locale, rows: readonly SeriesRow[], lead?: Lead): ModalView {
  return pageModal({
    locale,
    page: { to: 'series' },
    title: 'setup.series',
    back: HUB,
    lead,
    blocks: [
      context(words(locale, 'setup.series.about')),
      ...rows.map((row) => {
        const { series, manualAllowed } = row;
        const name = words(locale, `setup.series.${series}`);
        const manual = words(locale, manualAllowed ? 'setup.series.manual.yes' : 'setup.series.manual.no');
        const next = say(locale, 'setup.series.next', { no: code(numberOf(row)) });
        return editRow(locale, md`*${name}*\n${next} · ${manual}`, { edit: 'series', series }, name);
      }),
    ],
  });
}
