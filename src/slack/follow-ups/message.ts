import type { Button } from '@slack/types';
import type { FollowUpProposal } from '../../services/follow-ups/show.ts';
import { actions, button, contactsAmount, message, type SlackMessage, section } from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import { showAction } from '../segments/ids.ts';
import type { Reader } from '../segments/reader.ts';
import { data, dateMention, join, type Mrkdwn, say, words } from '../text.ts';
import { answerAction } from './ids.ts';

type To = Pick<Reader, 'locale' | 'timeZone'>;

/**
 * A proposal to whoever wished for it: that it will come, the question itself, or what became of it.
 * @param due when the question was asked that this message is; null: the message that it will come
 */
export function proposalMessage(reader: To, proposal: FollowUpProposal, due: string | null): SlackMessage {
  const { asked } = proposal;
  const first = asked[0];
  // An earlier message only says that it was asked, so that there is one place to answer.
  if (first !== undefined && due !== asked.at(-1)) {
    const date = dayOf(reader, new Date(due ?? first));
    const text = say(reader.locale, 'followUp.asked', { of: logEntryOf(reader, proposal), date });
    return message(text, [section(text)]);
  }
  const text = proposalText(reader, proposal);
  const buttons = proposalButtons(reader, proposal);
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

const logEntryOf = (
  { locale }: To,
  { entryNo, segmentNo: no, description }: Pick<FollowUpProposal, 'entryNo' | 'segmentNo' | 'description'>,
): Mrkdwn =>
  say(locale, 'followUp.of', { entry: String(entryNo), no, description: data(description, SHORT) });

/** Not “today” or “tomorrow”, which the sentences have no place for. */
const dayOf = ({ timeZone }: To, at: Date) => dateMention(at, timeZone, '{date_short}');

function proposalText(reader: To, proposal: FollowUpProposal): Mrkdwn {
  const { outcome, wished, status, createdNo, dueAt, counts } = proposal;
  const { locale } = reader;
  const of = logEntryOf(reader, proposal);
  const called = (text: Mrkdwn): Mrkdwn =>
    wished ? join([text, say(locale, 'followUp.called', { description: data(wished, SHORT) })], ' ') : text;
  switch (status) {
    case 'created':
      return say(locale, 'followUp.done', { of, segment: createdNo ?? '' });
    case 'dismissed':
      return say(locale, 'followUp.dismissed', { of });
    case 'waiting': {
      const whom = words(locale, `followUp.whom.${outcome}`);
      return called(say(locale, 'followUp.waiting', { of, whom, date: dayOf(reader, dueAt) }));
    }
    case 'proposed': {
      const whom = words(locale, `followUp.outcome.${outcome}`);
      const contacts = contactsAmount(locale, counts);
      return called(say(locale, 'followUp.proposed', { of, whom, contacts }));
    }
  }
}

function proposalButtons({ locale }: To, { id: proposal, status, createdNo }: FollowUpProposal): Button[] {
  if (createdNo) return [button(showAction, { no: createdNo }, words(locale, 'followUp.show'))];
  const dismiss = button(
    answerAction,
    { proposal, answer: 'dismiss' },
    words(locale, 'followUp.answer.dismiss'),
  );
  if (status === 'waiting') {
    return [
      button(answerAction, { proposal, answer: 'create' }, words(locale, 'followUp.answer.createNow')),
      dismiss,
    ];
  }
  if (status === 'dismissed') return [];
  return [
    button(answerAction, { proposal, answer: 'create' }, words(locale, 'followUp.answer.create'), {
      style: 'primary',
    }),
    button(answerAction, { proposal, answer: 'later' }, words(locale, 'followUp.answer.later')),
    dismiss,
  ];
}
