import type { KnownBlock } from '@slack/types';
import type { ActionRequest } from '../listener.ts';
import { cardMessage, cardModal } from './card.ts';
import { cardView } from './ids.ts';
import type { LoadedCard } from './load-card.ts';

type Request = Pick<ActionRequest<unknown>, 'place' | 'replace' | 'openView' | 'updateView'>;

/** Shows a card in place of what was pressed in: a message of one's own, or a card in a modal; else in a modal. */
export async function showCard(
  request: Request,
  { card, reader }: LoadedCard,
  lead: readonly KnownBlock[] = [],
): Promise<void> {
  const { place } = request;
  if (place.kind === 'message') return request.replace(cardMessage(reader, card, lead));
  const view = cardModal(reader, card, lead);
  if (place.kind === 'modal' && place.view.callback_id === cardView.id) return request.updateView(view);
  await request.openView(view);
}
