import type { MemberContext } from '../../core/context.ts';
import { listInteractions } from '../../services/interactions/list-interactions.ts';
import type { SlackMessage } from '../blocks/index.ts';
import type { ListPage } from './ids.ts';
import { listMessage } from './message.ts';

/** Rows on a page. */
const PAGE = 8;

/**
 * A page of the list as it is now; the first one, where nothing is left on that page: a list of those that count loses
 * what is canceled.
 * @throws NotFoundError for a number or code that is not there
 */
export async function loadPage(ctx: MemberContext, page: ListPage): Promise<SlackMessage> {
  const { filter, after } = page;
  const list = await listInteractions(ctx, { filter, limit: PAGE, ...(after ? { after } : {}) });
  if (list.rows.length === 0 && after) return loadPage(ctx, { filter, from: 1 });
  return listMessage(ctx.locale, list, page);
}
