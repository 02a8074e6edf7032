import { formatDays } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignDigest } from '../../services/campaigns/digest/figures.ts';
import type { WeeklyDigest } from '../../services/campaigns/digest/show.ts';
import { button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { clip, join, type Mrkdwn, md, say, words } from '../text.ts';
import * as ids from './ids.ts';

/** More campaigns than these in one channel are counted, not told of one by one. */
const MAX_CAMPAIGNS = 20;

/** How the week went, a paragraph per campaign. */
export function digestMessage(
  locale: Locale,
  { monday, sunday, currency, campaigns }: WeeklyDigest,
): SlackMessage {
  const title = words(locale, 'campaigns.digest.title', { days: formatDays(monday, sunday, locale) });
  const shown = campaigns.slice(0, MAX_CAMPAIGNS);
  const more = campaigns.length - shown.length;
  const lines = shown.map((campaign) => ({ no: campaign.no, text: digestLine(locale, currency, campaign) }));
  return message(join([md`${title}`, ...lines.map((line) => line.text)]), [
    header(title),
    ...lines.map(({ no, text }) =>
      section(text, {
        accessory: button(ids.showAction, { no }, words(locale, 'campaigns.button.show'), {
          label: words(locale, 'segments.button.show.label', { no }),
        }),
      }),
    ),
    ...(more > 0 ? [context(words(locale, 'campaigns.digest.more', { count: more }))] : []),
  ]);
}

function digestLine(locale: Locale, currency: string, campaign: CampaignDigest): Mrkdwn {
  const { no, description, week, weekBefore, openSegments, targets } = campaign;
  const figures = say(locale, 'campaigns.digest.week', {
    interactions: week.interactions,
    responded: week.responded,
    cost: formatMoney(locale, week.cost, currency),
  });
  const before = say(locale, 'campaigns.digest.before', {
    interactions: weekBefore.interactions,
    responded: weekBefore.responded,
    cost: formatMoney(locale, weekBefore.cost, currency),
  });
  const now = say(locale, 'campaigns.digest.now', { segments: openSegments, targets });
  return join([md`*${no}* ${clip(description, 100)}`, figures, md`_${before}_`, now]);
}
