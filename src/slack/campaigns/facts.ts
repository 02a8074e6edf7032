import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignPeriod, OutsideCampaign } from '../../services/campaigns/dates.ts';
import type { CampaignCard, CampaignSummary, TargetCounts } from '../../services/campaigns/types.ts';
import { clip, data, join, type Mrkdwn, mention, say, words } from '../text.ts';

/** As much of a description as one line has room for. */
const SHORT = 100;

export const nameOf = ({ no, description }: { no: string; description: string }): string =>
  `${no} · ${clip(description, SHORT)}`;

/** `1 Oct 2026 – 18 Dec 2026`, or with an open end. */
export function periodWords(locale: Locale, { startingDate, endingDate }: CampaignPeriod): string {
  if (startingDate === null && endingDate === null) return words(locale, 'campaigns.period.none');
  const from = startingDate === null ? '' : formatDate(startingDate, locale);
  const to = endingDate === null ? '' : formatDate(endingDate, locale);
  if (to === '') return words(locale, 'campaigns.period.from', { from });
  if (from === '') return words(locale, 'campaigns.period.to', { to });
  return `${from} – ${to}`;
}

/** Who owns it: the members who are its salesperson, or the salesperson whom nobody is. */
export function ownerWords(locale: Locale, { salesperson, owners }: CampaignCard): Mrkdwn {
  if (owners.length > 0)
    return join(
      owners.map((owner) => mention(owner.slackUserId)),
      ', ',
    );
  return salespersonWords(locale, { salesperson });
}

/** The same by name, for a channel, where nobody is called to act. */
export const salespersonWords = (
  locale: Locale,
  { salesperson }: Pick<CampaignCard, 'salesperson'>,
): Mrkdwn =>
  salesperson
    ? data(salesperson.description || salesperson.code, SHORT)
    : data(words(locale, 'campaigns.none'));

export const statusWords = (locale: Locale, { status }: CampaignSummary): string =>
  status ? clip(status.description || status.code, SHORT) : words(locale, 'campaigns.none');

/** `8 (3 customers, 5 contacts)` */
export const targetWords = (locale: Locale, { customers, contacts }: TargetCounts): string =>
  words(locale, 'campaigns.targets.amount', { total: customers + contacts, customers, contacts });

/** Whether it is activated, and for how many. */
export const activationWords = (locale: Locale, { activated, targets }: CampaignCard): Mrkdwn =>
  activated
    ? say(locale, 'campaigns.activated', { targets: targetWords(locale, targets) })
    : say(locale, 'campaigns.notActivated');

/** Warns that something is dated outside its campaign's period. @param date `YYYY-MM-DD` */
export const outsideWords = (locale: Locale, date: string, campaign: OutsideCampaign): Mrkdwn =>
  say(locale, 'campaigns.outside', {
    no: campaign.no,
    date: formatDate(date, locale),
    period: periodWords(locale, campaign),
  });
