import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { listOpportunityComments, type OpportunityComment } from '../../services/opportunities/comments.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import type { OpportunityCard } from '../../services/opportunities/types.ts';
import { commentBlocks } from '../blocks/comments.ts';
import { context, modal, section } from '../blocks/index.ts';
import { data, md, say, words } from '../text.ts';
import { contactWords, SHORT } from './facts.ts';
import { commentView } from './ids.ts';

/** What was noted about an opportunity, and a field for more. @throws NotFoundError opportunity_not_found */
export async function openedComments(ctx: MemberContext, no: string): Promise<ModalView> {
  const card = await showOpportunity(ctx, { no });
  return commentsForm(ctx, card, await listOpportunityComments(ctx, { no: card.no }));
}

export function commentsForm(
  reader: Pick<MemberContext, 'locale' | 'timeZone'>,
  card: OpportunityCard,
  comments: readonly OpportunityComment[],
): ModalView {
  const { locale } = reader;
  return modal({
    id: commentView,
    metadata: { no: card.no },
    title: words(locale, 'opportunities.comments.title'),
    submit: words(locale, 'interaction.comments.submit'),
    close: words(locale, 'common.close'),
    blocks: [
      section(md`*${card.no}* ${data(card.description, SHORT)}, ${contactWords(card)}`),
      ...(comments.length ? [] : [context(say(locale, 'opportunities.comments.none'))]),
      ...commentBlocks(reader, comments),
    ],
  });
}
