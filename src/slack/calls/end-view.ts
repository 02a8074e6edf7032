import type { KnownBlock, ModalView } from '@slack/types';
import type { CallView } from '../../services/call-lists/types.ts';
import { actions, button, context, modal, section } from '../blocks/index.ts';
import { describeAppError } from '../errors.ts';
import { join, type Mrkdwn, say, words } from '../text.ts';
import { endView, lookAgainAction } from './ids.ts';
import { asideLines, type CallReader, doneOf, outcomeLines, progressBar } from './progress.ts';

export interface EndModel extends CallView {
  reader: CallReader & { memberId: number };
  /** What was done just before. */
  lead?: readonly KnownBlock[];
}

/** Nobody is to be called now: why, what came of the calls so far, and when it goes on. */
export function endModal(model: EndModel): ModalView {
  const { reader, list, progress, refusal, lead = [] } = model;
  const { locale, memberId } = reader;
  const aside = asideLines(locale, progress, memberId);
  const goesOn = refusal === null && progress.total > progress.kept + doneOf(progress);
  return modal({
    id: endView,
    metadata: { list: list.id },
    title: words(locale, 'calls.title', { no: list.segmentNo }),
    close: words(locale, 'common.close'),
    blocks: [
      ...lead,
      section(why(model)),
      ...(progress.total > progress.kept
        ? [
            section(join([progressBar(locale, progress), ...outcomeLines(reader, progress)]), {
              id: 'progress',
            }),
          ]
        : []),
      ...(aside.length ? [context(...aside)] : []),
      ...(goesOn
        ? [
            actions([
              button(
                lookAgainAction,
                { list: list.id },
                words(locale, progress.left > 0 ? 'calls.more' : 'calls.again'),
              ),
            ]),
          ]
        : []),
    ],
  });
}

function why({ reader: { locale }, list: { segmentNo: no }, progress, refusal }: EndModel): Mrkdwn {
  if (refusal) return describeAppError(locale, refusal).text;
  if (progress.total === 0) return say(locale, 'calls.end.empty', { no });
  if (progress.total === progress.kept) return say(locale, 'calls.end.kept');
  if (progress.waiting > 0 || progress.left > 0) return say(locale, 'calls.end.waiting');
  if (progress.calling.length > 0) return say(locale, 'calls.end.others');
  return say(locale, 'calls.end.all', { no });
}
