import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { type InteractionComment, listComments } from '../../services/interactions/comments.ts';
import { MAX_COMMENT } from '../../services/interactions/interaction-input.ts';
import { type InteractionView, showInteraction } from '../../services/interactions/show-interaction.ts';
import { context, input, modal, section, textInput } from '../blocks/index.ts';
import { interactionLine } from '../interactions/interaction-message.ts';
import { dateMention, md, say, words } from '../text.ts';
import { commentView } from './ids.ts';

/** Comments that are shown; the latest are what one comes for. */
const SHOWN = 15;

/** What was noted about an interaction, and a field for more. @throws NotFoundError interaction_not_found */
export async function openedComments(ctx: MemberContext, entry: number): Promise<ModalView> {
  const view = await showInteraction(ctx, { entryId: entry });
  return commentsModal(ctx, view, await listComments(ctx, { entryId: entry }));
}

export function commentsModal(
  { locale, timeZone }: Pick<MemberContext, 'locale' | 'timeZone'>,
  view: InteractionView,
  comments: readonly InteractionComment[],
): ModalView {
  const shown = comments.slice(-SHOWN);
  const earlier = comments.length - shown.length;
  return modal({
    id: commentView,
    metadata: { entry: view.entryId },
    title: words(locale, 'interaction.comments.title'),
    submit: words(locale, 'interaction.comments.submit'),
    close: words(locale, 'common.close'),
    blocks: [
      section(interactionLine(locale, view)),
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
    ],
  });
}
