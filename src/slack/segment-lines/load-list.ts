import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { readHeader } from '../../services/segments/header.ts';
import { searchLines } from '../../services/segments/search-lines.ts';
import type { LinePage } from '../../services/segments/types.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { type ListState, listState } from './ids.ts';
import { linesModal, PAGE } from './list-view.ts';

/** The state of a list that is opened. */
export const firstPage = (no: string): ListState => listState.parse({ no });

/**
 * The list as it is now.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged: its interactions have taken the place of its lines
 */
export async function loadList(
  ctx: MemberContext,
  wanted: ListState,
  lead?: readonly KnownBlock[],
): Promise<ModalView> {
  const header = await readHeader(ctx, wanted.no);
  if (header.state === 'logged') throw new ConflictError('segment_logged', { no: header.no });
  const { currency } = await readSettings(ctx);
  let state = { ...wanted, no: header.no };
  let page = await readPage(ctx, state);
  if (page.rows.length === 0 && state.from > 1) {
    // What stood there is gone: from the beginning, as far as there is one.
    state = { ...state, after: undefined, from: 1 };
    page = await readPage(ctx, state);
  }
  return linesModal({ reader: { locale: ctx.locale, currency }, header, state, page, lead });
}

const readPage = (ctx: MemberContext, { no, query, filter, sort, after }: ListState): Promise<LinePage> =>
  searchLines(ctx, {
    no,
    sort,
    limit: PAGE,
    ...(query.trim() ? { query: query.trim() } : {}),
    ...(filter === 'all' ? {} : { filter }),
    ...(after ? { after } : {}),
  });
