import type { MemberContext } from '../../core/context.ts';
import { contactSegments, findContacts } from '../../services/contacts/contact-segments.ts';
import { exportInteractions } from '../../services/interactions/export-interactions.ts';
import type { InteractionFilter } from '../../services/interactions/interaction-filter.ts';
import { showInteraction } from '../../services/interactions/show-interaction.ts';
import { actions, button, message, type SlackMessage, section } from '../blocks/index.ts';
import { openCancel } from '../cancel/index.ts';
import { contactMessage } from '../contacts/contact-message.ts';
import type { SlackHost } from '../host.ts';
import { interactionMessage } from '../interactions/interaction-message.ts';
import { type ActionRequest, type CommandRequest, onAction, ownMessage } from '../listener.ts';
import { createFrom } from '../opportunities/create-from.ts';
import { UsageError } from '../segments/command/usage.ts';
import { openTaskFromEntry } from '../tasks/open.ts';
import { code, data, join, say } from '../text.ts';
import { exportAction, listAction, pageOfRow, rowAction } from './ids.ts';
import { loadPage } from './load-page.ts';
import { exportedMessage } from './message.ts';
import { readDays } from './read-days.ts';
import { type FileFormat, filterOf, readList } from './read-list.ts';
import { registerSelect } from './select.ts';
import { keepSelection } from './selection.ts';

/** The interaction log: lists, files, and what can be done with a row. */
export function registerInteractionList(host: SlackHost): void {
  registerSelect(host);
  onAction(host, listAction, async ({ ctx, value, replace }) => replace(await loadPage(ctx, value)));
  onAction(host, exportAction, async ({ ctx, value, requestKey, reply }) =>
    reply(await exportTo(ctx, value.filter, value.format, requestKey)),
  );
  onAction(host, rowAction, async (request) => {
    const { ctx, value, reply } = request;
    switch (value.do) {
      case 'contact':
        return reply(contactMessage(ctx, await contactSegments(ctx, { no: value.no })));
      case 'show':
        return reply(interactionMessage(ctx.locale, await showInteraction(ctx, { entryId: value.id })));
      case 'task':
        return openTaskFromEntry(request, value.id);
      case 'opportunity':
        return createFrom(request, value.id);
      case 'cancel':
        return cancelRow(request, value);
    }
  });
}

/** Asks whether to cancel one interaction; the list that its row stands in is shown anew afterwards. */
async function cancelRow(
  request: ActionRequest<unknown>,
  { id, c: canceled }: { id: number; c: boolean },
): Promise<void> {
  const page = pageOfRow(request.blockId);
  const kept = { entryIds: [id], responseUrl: ownMessage(request) };
  const selection = page ? await keepSelection(request.ctx, { ...kept, page }) : undefined;
  await openCancel(request, { target: { kind: 'interactions', entryIds: [id] }, canceled }, selection);
}

/**
 * `/interaction list [contact:… | company:… | segment:… | logged:… | campaign:… | salesperson:… | mine] [days]
 * [canceled|failed|evaluated|evaluation:…] [export|excel]`: the list, for the person alone, or the file by direct
 * message.
 */
export async function interactionList(
  { ctx, requestKey }: Pick<CommandRequest, 'ctx' | 'requestKey'>,
  rest: string,
): Promise<SlackMessage> {
  try {
    const wish = readList(rest);
    const days = readDays(ctx, wish.days);
    const { kind, key } = wish.scope;
    if (kind !== 'contact' && kind !== 'company')
      return await answer(filterOf(wish, wish.scope, days), wish.file);
    const found = await findContacts(ctx, key);
    const fitting = kind === 'company' ? found.filter(({ type }) => type === 'company') : found;
    const [first] = fitting;
    if (fitting.length === 1 && first) {
      return await answer(filterOf(wish, { kind, key: first.contactNo }, days), wish.file);
    }
    return chooseMessage(
      ctx,
      key,
      fitting.map(({ contactNo, name }) => ({
        name: `${name} (${contactNo})`,
        filter: filterOf(wish, { kind, key: contactNo }, days),
      })),
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return usageMessage(ctx, error);
  }

  function answer(filter: InteractionFilter, file: FileFormat | undefined): Promise<SlackMessage> {
    return file ? exportTo(ctx, filter, file, requestKey) : showInteractions(ctx, filter);
  }
}

/** The first page of the interactions that a filter finds. */
export const showInteractions = (ctx: MemberContext, filter: InteractionFilter): Promise<SlackMessage> =>
  loadPage(ctx, { filter, from: 1 });

async function exportTo(
  ctx: MemberContext,
  filter: InteractionFilter,
  format: FileFormat,
  requestKey: string,
): Promise<SlackMessage> {
  const { count, more } = await exportInteractions(ctx, { filter, format, requestKey });
  return exportedMessage(ctx.locale, format, count, more);
}

/** Nobody, or several to choose from. */
function chooseMessage(
  { locale }: MemberContext,
  typed: string,
  found: readonly { name: string; filter: InteractionFilter }[],
): SlackMessage {
  const text = say(locale, found.length ? 'contact.choose' : 'contact.none', { text: data(typed, 60) });
  const buttons = found.map(({ name, filter }) => button(listAction, { filter }, name));
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

function usageMessage({ locale }: MemberContext, { key, params }: UsageError): SlackMessage {
  const usage = code(
    '/interaction list [contact:NAME|company:NAME|segment:NO|logged:NO|campaign:NO|salesperson:CODE|mine] [DAYS] [canceled|failed|evaluated] [export|excel]',
  );
  const text = join([say(locale, key, params), usage]);
  return message(text, [section(text)]);
}
