import { resetSteps } from '../../services/segments/reset-steps.ts';
import { section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { onAction } from '../listener.ts';
import { say } from '../text.ts';
import { cardModal } from './card.ts';
import { resetAction } from './ids.ts';
import { loadCard } from './load-card.ts';
import { showCard } from './show-in.ts';

/** Forgetting the steps of a segment that has become empty. */
export function registerReset(host: SlackHost): void {
  onAction(host, resetAction, async (request) => {
    const { ctx, place, requestKey, updateView } = request;
    const { no, version: expectedVersion } = request.value;
    const { forgotten } = await resetSteps(ctx, { no, expectedVersion, requestKey });
    const loaded = await loadCard(ctx, { no });
    const lead = [section(say(ctx.locale, 'reset.did', { no, steps: forgotten }))];
    // Any other view shows the steps or lines that are no more.
    if (place.kind === 'modal') return updateView(cardModal(loaded.reader, loaded.card, lead));
    await showCard(request, loaded, lead);
  });
}
