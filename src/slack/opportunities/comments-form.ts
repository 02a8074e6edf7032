import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { MAX_COMMENT } from '../../services/interactions/interaction-input.ts';
import { listOpportunityComments, type OpportunityComment } from '../../services/opportunities/comments.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import type { OpportunityCard } from '../../services/opportunities/types.ts';
import { context, input, modal, section, textInput } from '../blocks/index.ts';
import { data, dateMention, md, say, words } from '../text.ts';
import { contactWords, SHORT } from './facts.ts';
import { commentView } from './ids.ts';

/** Comments that are shown; the latest are what one comes for. */
const SHOWN = 15;

/** What was noted about an opportunity, and a field for more. @throws NotFoundError opportunity_not_found */
export async function openedComments(ctx: MemberContext, no: string): Promise<ModalView> {
  const card = await showOpportunity(ctx, { no });
  return commentsForm(ctx, card, await listOpportunityComments(ctx, { no: card.no }));
}

export function commentsForm(
  { locale, timeZone }: Pick<MemberContext, 'locale' | 'timeZone'>,
  card: OpportunityCard,
  comments: readonly OpportunityComment[],
): ModalView {
  const shown = comments.slice(-SHOWN);
  const earlier = comments.length - shown.length;
  return modal({
    id: commentView,
    metadata: { no: card.no },
    title: words(locale, 'opportunities.comments.title'),
    submit: words(locale, 'interaction.comments.submit'),
    close: words(locale, 'common.close'),
    blocks: [
      section(md`*${card.no}* ${data(card.description, SHORT)}, ${contactWords(card)}`),
      ...(earlier > 0 ? [context(say(locale, 'interaction.comments.earlier', { count: earlier }))] : []),
      ...(shown.length ? [] : [context(say(locale, 'opportunities.comments.none'))]),
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
