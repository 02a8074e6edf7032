import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { type AppError, ConflictError, InvalidError } from '../../core/errors.ts';
import { listLogged } from '../../services/interactions/list-logged.ts';
import { requestLogging } from '../../services/interactions/request-logging.ts';
import { showLogged as readLogged } from '../../services/interactions/show-logged.ts';
import { usualChannel } from '../../services/interactions/usual-channel.ts';
import { showSegment } from '../../services/segments/show-segment.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, type CommandRequest, onAction, onView } from '../listener.ts';
import { code, say } from '../text.ts';
import * as ids from './ids.ts';
import { logModal } from './log-modal.ts';
import { CARD_PAGE, LIST_PAGE, loggedCardMessage, loggedListMessage } from './logged-cards.ts';

const logForm = z.object({ channel: z.string().nullish(), followUp: z.array(z.string()).nullish() });

/** Logging segments, and looking at logged ones. */
export function registerInteractions(host: SlackHost): void {
  onAction(host, ids.logAction, (request) => openLogModal(request, request.value.no, placeChannel(request)));
  onView(host, ids.logView, async ({ ctx, form, metadata, requestKey }) => {
    const { channel, followUp } = logForm.parse(form);
    await requestLogging(ctx, {
      no: metadata.no,
      expectedVersion: metadata.version,
      requestKey,
      followUp: followUp?.includes('yes') ?? false,
      ...(channel ? { channel } : {}),
    });
    return undefined;
  });
  onAction(host, ids.loggedListAction, async ({ ctx, value, replace }) => {
    const { before, from } = value;
    const list = await listLogged(ctx, { limit: LIST_PAGE, ...(before === undefined ? {} : { before }) });
    await replace(loggedListMessage(ctx, list, from));
  });
  onAction(host, ids.loggedShowAction, async ({ ctx, value, replace }) => {
    const { entry, before, after, from } = value;
    const card = await readLogged(ctx, {
      entryNo: entry,
      from,
      limit: CARD_PAGE,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
    await replace(loggedCardMessage(ctx, card));
  });
}

const placeChannel = ({ place }: ActionRequest<unknown>): string =>
  place.kind === 'message' ? place.channel : '';

/**
 * Opens the form for logging a segment, with the channel preset: the campaign's, the workspace's, or the current one.
 * @throws AppError why it cannot be logged now
 */
export async function openLogModal(
  request: Pick<CommandRequest, 'ctx' | 'openView'> & { channelId?: string },
  no: string,
  current = request.channelId ?? '',
): Promise<void> {
  const { ctx, openView } = request;
  const card = await showSegment(ctx, { no, limit: 1 });
  const refusal = refusalOf(card);
  if (refusal) throw refusal;
  await openView(logModal(ctx.locale, card, await presetChannel(ctx, card, current)));
}

/** What stands in the way of logging; the job checks again what it depends on. */
function refusalOf({ header, actions }: SegmentCard): AppError | undefined {
  const { no, state, counts } = header;
  if (state === 'logged') return new ConflictError('segment_logged', { no });
  if (state === 'logging') return new ConflictError('segment_being_logged', { no });
  if (counts.companies + counts.people === 0) return new InvalidError('segment_empty', { no });
  if (header.description === '') return new InvalidError('description_missing', { no });
  if (!header.template) return new InvalidError('template_missing', { no });
  return actions.includes('log') ? undefined : new InvalidError('approval_missing', { no });
}

async function presetChannel(ctx: MemberContext, card: SegmentCard, current: string): Promise<string | null> {
  const usual = await usualChannel(ctx, card.header.campaign?.id ?? null);
  // A direct message is no place for a log.
  return usual ?? (/^[CG]/.test(current) ? current : null);
}

/** `/segment logged [NO]`: the list, or the card of one. */
export async function showLogged({ ctx }: Pick<CommandRequest, 'ctx'>, typed: string): Promise<SlackMessage> {
  if (typed === '') return loggedListMessage(ctx, await listLogged(ctx, { limit: LIST_PAGE }), 1);
  if (!/^#?\d{1,15}$/.test(typed)) {
    const text = say(ctx.locale, 'logged.card.number', { typed, command: code('/segment logged') });
    return message(text, [section(text)]);
  }
  const entryNo = Number(typed.replace('#', ''));
  return loggedCardMessage(ctx, await readLogged(ctx, { entryNo, limit: CARD_PAGE }));
}
