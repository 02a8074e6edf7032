import { formatDate } from '../../core/dates.ts';
import { formatMoney } from '../../core/money.ts';
import type { DescribeOptions } from '../../criteria/describe.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { ApprovalChange, ApprovalRequestView } from '../../services/approvals/types.ts';
import type { ContactRow, StepInput } from '../../services/segments/types.ts';
import { contactsAmount, durationAmount } from '../blocks/index.ts';
import { fact, namedCode, SHORT } from '../interactions/facts.ts';
import { LIMITS } from '../limits.ts';
import { stepEffect, stepWords } from '../segments/step-words.ts';
import { code, data, join, type Mrkdwn, md, say, words } from '../text.ts';

/** What the segment is for and what it costs, in two columns. */
export function requestFacts(locale: Locale, view: ApprovalRequestView): Mrkdwn[] {
  const { campaign, template, salesperson } = view;
  return [
    fact(locale, 'approvals.fact.campaign', namedCode(locale, campaign?.no, campaign?.description)),
    fact(locale, 'approvals.fact.interaction', namedCode(locale, template?.code, template?.description)),
    fact(locale, 'approvals.fact.cost', formatMoney(locale, view.cost, view.currency)),
    fact(locale, 'approvals.fact.duration', durationAmount(locale, view.duration)),
    fact(locale, 'approvals.fact.date', formatDate(view.date, locale)),
    fact(
      locale,
      'approvals.fact.salesperson',
      salesperson ? data(salesperson.name, SHORT) : words(locale, 'approvals.fact.salesperson.own'),
    ),
  ];
}

/** What the steps of a request do. */
export const stepsOf = (view: ApprovalRequestView): StepInput[] => view.steps.map(({ input }) => input);

/** The steps in words: the last ones, as many as one section holds. */
export function stepList(reader: DescribeOptions, view: ApprovalRequestView, max: number): Mrkdwn {
  const { locale } = reader;
  const lines: Mrkdwn[] = [];
  let room = LIMITS.section.text - 200;
  for (const step of view.steps.slice(-max).reverse()) {
    const effect = stepEffect(locale, step);
    const what = md`${step.no}. ${stepWords(reader, step.input)}`;
    const line = effect ? md`${what} · ${effect}` : what;
    room -= line.markup.length + 1;
    if (room < 0) break;
    lines.unshift(line);
  }
  const hidden = (view.steps.at(-1)?.no ?? 0) - lines.length;
  const earlier = hidden > 0 ? [md`_${say(locale, 'approvals.steps.earlier', { count: hidden })}_`] : [];
  return join([md`*${words(locale, 'approvals.steps')}*`, ...earlier, ...lines]);
}

/** The first contacts, one per line. */
export function sampleList(locale: Locale, view: ApprovalRequestView, max: number): Mrkdwn | undefined {
  const shown = view.sample.slice(0, max);
  if (shown.length === 0) return undefined;
  const size = view.counts.companies + view.counts.people;
  const title =
    size > shown.length
      ? say(locale, 'approvals.sample.of', {
          shown: shown.length,
          contacts: contactsAmount(locale, view.counts),
        })
      : say(locale, 'approvals.sample');
  return join([md`*${title}*`, ...shown.map(contactLine)]);
}

const contactLine = (contact: ContactRow): Mrkdwn => {
  const where = [contact.companyName, contact.city].filter(Boolean).join(', ');
  return md`• ${data(contact.name, SHORT)}${where ? md` · ${data(where, SHORT)}` : ''} ${code(contact.contactNo)}`;
};

/** What a change is called; any other name is one that an earlier version wrote. */
const FIELDS = [
  'description',
  'date',
  'campaign',
  'campaignTarget',
  'campaignResponse',
  'template',
  'group',
  'salesperson',
  'unitCost',
  'unitDuration',
  'language',
  'languages',
  'subject',
  'correspondenceType',
  'ignoreContactCorrespondenceType',
  'informationFlow',
  'initiatedBy',
  'lines',
  'steps',
  'contacts',
] as const;
const isField = (name: string): name is (typeof FIELDS)[number] =>
  (FIELDS as readonly string[]).includes(name);

/** What was changed after the segment was submitted: contacts by number, fields by name. */
export function changeWords(locale: Locale, change: ApprovalChange | null): Mrkdwn {
  const size = (counts: { companies: number; people: number }) => counts.companies + counts.people;
  const parts: Mrkdwn[] = [];
  if (change && size(change.added) > 0) {
    parts.push(say(locale, 'approvals.change.added', { contacts: contactsAmount(locale, change.added) }));
  }
  if (change && size(change.removed) > 0) {
    parts.push(say(locale, 'approvals.change.removed', { contacts: contactsAmount(locale, change.removed) }));
  }
  if (change && change.fields.length > 0) {
    const names = change.fields.map((field) =>
      words(locale, `approvals.field.${isField(field) ? field : 'other'}`),
    );
    const list = new Intl.ListFormat(locale === 'da' ? 'da-DK' : 'en-GB', { type: 'conjunction' });
    parts.push(say(locale, 'approvals.change.fields', { fields: list.format([...new Set(names)]) }));
  }
  return parts.length ? join(parts, ' ') : say(locale, 'approvals.change.content');
}
