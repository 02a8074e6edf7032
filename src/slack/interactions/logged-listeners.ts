import type { MemberContext } from '../../core/context.ts';
import { listCampaignEntries } from '../../services/interactions/list-campaign-entries.ts';
import { listLogged } from '../../services/interactions/list-logged.ts';
import { showLogged as readLogged } from '../../services/interactions/show-logged.ts';
import type { EntryKind } from '../../services/interactions/types.ts';
import { resendAttachments } from '../../services/sending/resend.ts';
import { showSending } from '../../services/sending/show-sending.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { openCancel } from '../cancel/index.ts';
import type { SlackHost } from '../host.ts';
import { showInteractions } from '../interaction-list/index.ts';
import { type CommandRequest, onAction } from '../listener.ts';
import { code, say } from '../text.ts';
import { campaignEntriesMessage, ENTRIES_PAGE } from './campaign-entries.ts';
import * as ids from './ids.ts';
import { CARD_PAGE, loggedCardMessage } from './logged-cards.ts';
import { LIST_PAGE, loggedListMessage } from './logged-list.ts';
import { readLoggedFilter } from './read-logged-filter.ts';

/** Looking at logged segments and campaign entries, and canceling them from there. */
export function registerLogged(host: SlackHost): void {
  onAction(host, ids.loggedListAction, async ({ ctx, value, replace }) => {
    const { before, from, filter } = value;
    const list = await listLogged(ctx, {
      ...filter,
      limit: LIST_PAGE,
      ...(before === undefined ? {} : { before }),
    });
    await replace(loggedListMessage(ctx, list, from, filter));
  });
  onAction(host, ids.loggedRowAction, async (request) => {
    const { ctx, value, replace } = request;
    const { entry } = value;
    if (value.do === 'show') return replace(await loggedCard(ctx, entry));
    if (value.do === 'interactions') {
      return replace(await showInteractions(ctx, { scope: { kind: 'logged', key: String(entry) } }));
    }
    return openCancel(request, { target: { kind: 'logged', entryNo: entry }, canceled: value.c });
  });
  onAction(host, ids.loggedShowAction, async ({ ctx, value, replace }) => {
    const { entry, before, after, from, which } = value;
    const page = {
      from,
      which,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
    await replace(await loggedCard(ctx, entry, page));
  });
  onAction(host, ids.resendAction, async ({ ctx, value, requestKey, pressedAt, replace }) => {
    const { entry, failed: onlyFailed, card } = value;
    // The same message asks for it again when the first time is over.
    await resendAttachments(ctx, { entryNo: entry, onlyFailed, requestKey: `${requestKey}:${pressedAt}` });
    if (card) await replace(await loggedCard(ctx, entry));
  });
  onAction(host, ids.campaignEntriesAction, async ({ ctx, value, replace }) => {
    const { from, ...wanted } = value;
    const list = await listCampaignEntries(ctx, { ...wanted, limit: ENTRIES_PAGE });
    await replace(campaignEntriesMessage(ctx.locale, list, { from, canceled: wanted.canceled }));
  });
  onAction(host, ids.campaignEntryAction, async (request) => {
    const { ctx, value, replace } = request;
    const { entry } = value;
    if (value.do === 'show') return replace(await loggedCard(ctx, entry));
    return openCancel(request, { target: { kind: 'campaign', entryNo: entry }, canceled: value.c });
  });
}

interface Page {
  from?: number;
  which?: EntryKind;
  before?: number;
  after?: number;
}

async function loggedCard(ctx: MemberContext, entryNo: number, page: Page = {}): Promise<SlackMessage> {
  const card = await readLogged(ctx, { entryNo, limit: CARD_PAGE, figures: true, ...page });
  return loggedCardMessage(ctx, card, await showSending(ctx, { loggedSegmentId: card.id }));
}

/** `/segment logged [NO | FILTERS]`: the list, or the card of one. */
export async function showLogged({ ctx }: Pick<CommandRequest, 'ctx'>, typed: string): Promise<SlackMessage> {
  const [, entryNo] = /^#?(\d{1,15})$/.exec(typed) ?? [];
  if (entryNo !== undefined) return loggedCard(ctx, Number(entryNo));
  if (/^\p{L}{1,10}\d{3,}$/u.test(typed)) {
    const text = say(ctx.locale, 'logged.card.number', { typed, command: code('/segment logged') });
    return message(text, [section(text)]);
  }
  const filter = readLoggedFilter(ctx, typed);
  return loggedListMessage(ctx, await listLogged(ctx, { ...filter, limit: LIST_PAGE }), 1, filter);
}
