import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { type InteractionComment, listComments } from '../../services/interactions/comments.ts';
import { type InteractionView, showInteraction } from '../../services/interactions/show-interaction.ts';
import { commentBlocks } from '../blocks/comments.ts';
import { modal, section } from '../blocks/index.ts';
import { interactionLine } from '../interactions/interaction-message.ts';
import { words } from '../text.ts';
import { commentView } from './ids.ts';

/** What was noted about an interaction, and a field for more. @throws NotFoundError interaction_not_found */
export async function openedComments(ctx: MemberContext, entry: number): Promise<ModalView> {
  const view = await showInteraction(ctx, { entryId: entry });
  return commentsModal(ctx, view, await listComments(ctx, { entryId: entry }));
}

export function commentsModal(
  reader: Pick<MemberContext, 'locale' | 'timeZone'>,
  view: InteractionView,
  comments: readonly InteractionComment[],
): ModalView {
  const { locale } = reader;
  return modal({
    id: commentView,
    metadata: { entry: view.entryId },
    title: words(locale, 'interaction.comments.title'),
    submit: words(locale, 'interaction.comments.submit'),
    close: words(locale, 'common.close'),
    blocks: [section(interactionLine(locale, view)), ...commentBlocks(reader, comments)],
  });
}
