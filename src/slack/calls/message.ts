import type { CallListView } from '../../services/call-lists/types.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { describeAppError } from '../errors.ts';
import { clip, data, join, md, say, words } from '../text.ts';
import { joinCallsAction } from './ids.ts';
import {
  asideLines,
  type CallReader,
  callable,
  isFinished,
  outcomeLines,
  progressBar,
  progressWords,
} from './progress.ts';

const SHORT = 100;

/** The one message of a call list in its channel: how far it is, who is calling, and the way in. */
export function callListMessage(reader: CallReader, { list, progress, refusal }: CallListView): SlackMessage {
  const { locale } = reader;
  const { id, segmentNo: no } = list;
  const description = list.description || no;
  const finished = isFinished(progress);
  const state = refusal
    ? [describeAppError(locale, refusal).text]
    : finished
      ? [say(locale, 'calls.post.done')]
      : [];
  // A segment that is logged or deleted has nobody left to count.
  const empty = callable(progress) === 0;
  const bar = empty ? [] : [progressBar(locale, progress)];
  // Notifications and screen readers get the numbers without the bar.
  const text = say(locale, 'calls.post.text', {
    no,
    description: data(description, SHORT),
    progress: empty ? join(state) : progressWords(locale, progress),
  });
  return message(text, [
    header(words(locale, 'calls.post.title', { description: clip(description, SHORT) })),
    section(join([...bar, ...outcomeLines(reader, progress), ...state])),
    context(md`${no}`, ...asideLines(locale, progress)),
    ...(refusal || finished
      ? []
      : [
          actions([
            button(joinCallsAction, { list: id }, words(locale, 'calls.post.join'), {
              style: 'primary',
              label: words(locale, 'calls.post.join.label', { no }),
            }),
          ]),
        ]),
  ]);
}
