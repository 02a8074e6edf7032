import { z } from 'zod';
import { listInteractions } from '../../services/interactions/list-interactions.ts';
import { previewCancel } from '../../services/interactions/preview-cancel.ts';
import { cancelModal } from '../cancel/modal.ts';
import type { SlackHost } from '../host.ts';
import { notice, onAction, onView, ownMessage } from '../listener.ts';
import { say, words } from '../text.ts';
import { selectAction, selectView } from './ids.ts';
import { GROUP_NAMES, SELECTABLE, selectModal } from './select-modal.ts';
import { keepSelection, readSelection } from './selection.ts';

const picked = z.array(z.string().regex(/^\d{1,15}$/)).nullish();
const form = z.object(Object.fromEntries(GROUP_NAMES.map((name) => [name, picked])));

/** Choosing several interactions of a list, to cancel them or to let them count again. */
export function registerSelect(host: SlackHost): void {
  onAction(host, selectAction, async ({ ctx, value: page, place, responseUrl, openView }) => {
    const { filter, after } = page;
    const list = await listInteractions(ctx, { filter, limit: SELECTABLE, ...(after ? { after } : {}) });
    if (list.rows.length === 0) {
      const title = words(ctx.locale, 'interactions.select.title');
      await openView(notice(ctx.locale, title, say(ctx.locale, 'interactions.none')));
      return;
    }
    const draft = await keepSelection(ctx, {
      entryIds: list.rows.map(({ entryId }) => entryId),
      page,
      responseUrl: ownMessage({ place, responseUrl }),
    });
    await openView(selectModal(ctx.locale, list, { from: page.from, draft }));
  });
  onView(host, selectView, async ({ ctx, metadata: { draft }, form: filled }) => {
    const ticked = new Set(Object.values(form.parse(filled)).flatMap((ids) => (ids ?? []).map(Number)));
    const { entryIds } = await readSelection(ctx, draft);
    // As they stand in the list, whatever order they were ticked in: the topmost one decides.
    const chosen = entryIds.filter((id) => ticked.has(id));
    const [group = ''] = GROUP_NAMES;
    if (chosen.length === 0) return { errors: { [group]: words(ctx.locale, 'interactions.select.none') } };
    const preview = await previewCancel(ctx, { kind: 'interactions', entryIds: chosen });
    return { update: cancelModal(ctx.locale, preview, draft) };
  });
}
