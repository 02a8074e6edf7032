import type { KnownBlock } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { MAX_COMMENT } from '../../services/interactions/interaction-input.ts';
import { dateMention, md, say, words } from '../text.ts';
import { context, input, section, textInput } from './index.ts';

/** Comments that are shown; the latest are what one comes for. */
const SHOWN = 15;

interface Comment {
  comment: string;
  by: { name: string };
  at: Date;
}

/** What was noted about something, the oldest first, and a field (`comment`) for more. */
export function commentBlocks(
  { locale, timeZone }: Pick<MemberContext, 'locale' | 'timeZone'>,
  comments: readonly Comment[],
): KnownBlock[] {
  const shown = comments.slice(-SHOWN);
  const earlier = comments.length - shown.length;
  return [
    ...(earlier > 0 ? [context(say(locale, 'interaction.comments.earlier', { count: earlier }))] : []),
    ...shown.flatMap(({ comment, by, at }) => [
      section(comment),
      context(md`${by.name} · ${dateMention(at, timeZone)}`),
    ]),
    input(
      'comment',
      words(locale, 'interaction.comments.add'),
      textInput('comment', { multiline: true, maxLength: MAX_COMMENT }),
    ),
  ];
}
