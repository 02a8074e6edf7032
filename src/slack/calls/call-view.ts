import type { Button, KnownBlock, ModalView } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import type { CallContact, CallView, Outcome, PastInteraction } from '../../services/call-lists/types.ts';
import {
  actions,
  button,
  context,
  header,
  input,
  modal,
  section,
  staticSelect,
  textInput,
} from '../blocks/index.ts';
import { choiceText } from '../segment-header/field-words.ts';
import { KINDS } from '../segment-header/fields.ts';
import { clip, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { callView, evaluationAction, outcomeAction } from './ids.ts';
import { asideLines, type CallReader, outcomeLines, progressBar } from './progress.ts';

export interface CallModel extends CallView {
  reader: CallReader & { memberId: number };
  contact: CallContact;
  /** What was done just before. */
  lead?: readonly KnownBlock[];
}

const NAME = 120;
const SHORT = 80;
const ABOUT = 600;
const COMMENT = 1000;

/** Those that need nothing but a tap; to call back needs a time, and is what the form is submitted for. */
const TAPS: readonly { outcome: Outcome; sign: string }[] = [
  { outcome: 'reached', sign: '✅' },
  { outcome: 'no-answer', sign: '📵' },
  { outcome: 'meeting', sign: '📅' },
  { outcome: 'not-interested', sign: '👎' },
  { outcome: 'skipped', sign: '⏭️' },
];

/** The contact to be called, with what one needs to know, and a button per outcome that goes on to the next. */
export function callModal(model: CallModel): ModalView {
  const { reader, list, contact, progress, lead = [] } = model;
  const { locale, memberId } = reader;
  const { contactId, turn } = contact;
  return modal({
    id: callView,
    metadata: { list: list.id, contact: contactId, turn },
    title: words(locale, 'calls.title', { no: list.segmentNo }),
    submit: words(locale, 'calls.outcome.call-back'),
    close: words(locale, 'calls.stop'),
    notifyOnClose: true,
    blocks: [
      ...lead,
      ...who(reader, contact),
      section(join([md`*${words(locale, 'calls.history')}*`, ...history(reader, contact)]), {
        id: 'history',
      }),
      actions(outcomeButtons(model), `outcomes:${turn}`),
      ...fields(model),
      context(
        join([progressBar(locale, progress), ...outcomeLines(reader, progress)], ' · '),
        ...asideLines(locale, progress, memberId),
      ),
    ],
  });
}

function who({ locale }: CallReader, contact: CallContact): KnownBlock[] {
  const { type, name, jobTitle, companyName, contactNo, calls } = contact;
  const place = [jobTitle, companyName, contactNo].filter(Boolean).map((part) => clip(part, NAME));
  const about = [contact.description, contact.subject].filter(
    (part, at, all) => part && all.indexOf(part) === at,
  );
  const lines = [
    data(place.join(' · ')),
    ...(about.length
      ? [md`*${words(locale, 'calls.about')}* ${about.map((part) => clip(part, ABOUT)).join(' · ')}`]
      : []),
    ...(calls > 0 ? [md`_${say(locale, 'calls.calledBefore', { count: calls })}_`] : []),
  ];
  return [
    header(`${type === 'company' ? '🏢' : '👤'} ${clip(name || contactNo, NAME)}`),
    section(join(lines), { fields: facts(locale, contact) }),
  ];
}

function facts(locale: CallReader['locale'], contact: CallContact): Mrkdwn[] {
  const { phone, companyPhone, email, city, language } = contact;
  const nothing = words(locale, 'calls.nothing');
  const number = companyPhone
    ? words(locale, 'calls.phone.company', { phone: clip(companyPhone, SHORT) })
    : clip(phone, SHORT) || nothing;
  return [
    md`*${words(locale, 'calls.phone')}*\n☎️ ${number}`,
    md`*${words(locale, 'calls.email')}*\n${clip(email, SHORT) || nothing}`,
    md`*${words(locale, 'calls.city')}*\n${clip(city, SHORT) || nothing}`,
    ...(language ? [md`*${words(locale, 'calls.language')}*\n${clip(language, SHORT)}`] : []),
  ];
}

function history({ locale }: CallReader, { interactions }: CallContact): Mrkdwn[] {
  if (interactions.length === 0) return [md`_${words(locale, 'calls.history.none')}_`];
  return interactions.map((past) => pastLine(locale, past));
}

/** `• 20 Nov 2026 · Business letter · Autumn call · positive · Rita Rep` */
function pastLine(locale: CallReader['locale'], past: PastInteraction): Mrkdwn {
  const { date, template, description, evaluation, attemptFailed, by } = past;
  const parts = [
    md`${formatDate(date, locale)}`,
    md`*${data(template, SHORT)}*`,
    ...(description && description !== template ? [data(description, SHORT)] : []),
    ...(attemptFailed ? [md`_${words(locale, 'calls.history.failed')}_`] : []),
    ...(evaluation ? [md`_${choiceText(locale, evaluation)}_`] : []),
    data(by, SHORT),
  ];
  return md`• ${join(parts, ' · ')}`;
}

function outcomeButtons({ reader: { locale }, list, contact }: CallModel): Button[] {
  return TAPS.map(({ outcome, sign }) => {
    const text = words(locale, `calls.outcome.${outcome}`);
    return button(
      outcomeAction,
      { list: list.id, contact: contact.contactId, turn: contact.turn, outcome },
      `${sign} ${text}`,
      { label: words(locale, 'calls.outcome.label', { outcome: text, name: clip(contact.name, 50) }) },
    );
  });
}

/** The ids carry the turn, so that the next contact starts with empty fields. */
function fields({ reader: { locale }, contact: { turn } }: CallModel): KnownBlock[] {
  const evaluations = KINDS.evaluation.kind === 'choice' ? KINDS.evaluation.choices : [];
  return [
    input(
      `when:${turn}`,
      words(locale, 'calls.when'),
      textInput('when', { placeholder: words(locale, 'calls.when.placeholder'), maxLength: 60 }),
      { hint: words(locale, 'calls.when.hint'), optional: true },
    ),
    input(
      `comment:${turn}`,
      words(locale, 'calls.comment'),
      textInput('comment', {
        placeholder: words(locale, 'calls.comment.placeholder'),
        multiline: true,
        maxLength: COMMENT,
      }),
      { optional: true },
    ),
    input(
      `evaluation:${turn}`,
      words(locale, 'calls.evaluation'),
      staticSelect(
        evaluationAction.id,
        evaluations.map((value) => ({ value, text: choiceText(locale, value) })),
        { placeholder: words(locale, 'calls.evaluation.placeholder') },
      ),
      { optional: true, dispatch: true },
    ),
  ];
}
