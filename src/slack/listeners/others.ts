import type { BlockSuggestion, GlobalShortcut, MessageShortcut, ViewClosedAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { within } from '../../core/within.ts';
import { type Choice, option, plainText } from '../blocks/index.ts';
import { memberContext } from '../context.ts';
import type { SlackHost } from '../host.ts';
import type { ViewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import type { Logger } from '../logger.ts';
import { type Form, readForm } from './form.ts';
import { problemNotice } from './problem-view.ts';
import { attempt, keyOf, openModal, type Request, whoActs } from './request.ts';
import { readMetadata } from './view.ts';

/** Listens to a modal being closed without a submit; Slack does not promise to tell of every one. */
export function onViewClosed<S extends z.ZodType>(
  host: SlackHost,
  id: ViewId<S>,
  handler: (request: Request & { metadata: z.output<S> }) => Promise<void>,
): void {
  host.registry.add('view-closed', id.id);
  host.app.view<ViewClosedAction>(
    { type: 'view_closed', callback_id: id.id },
    async ({ ack, body, client, view }) => {
      await ack();
      await attempt(
        { host, client, who: whoActs(body), what: `closing ${id.id}` },
        (ctx, log) =>
          handler({
            ctx,
            client,
            log,
            requestKey: keyOf('closed', body.user.id, view.id),
            metadata: readMetadata(id, view),
          }),
        async () => {},
      );
    },
  );
}

export interface OptionsRequest extends Request {
  /** What has been typed so far. */
  query: string;
  blockId: string;
  /** What the modal's other fields hold, if it stands in one. */
  form: Form;
  metadata: string;
}

export type OptionsResult = readonly Choice[] | readonly { label: string; choices: readonly Choice[] }[];

/** Shorter than for other answers: the person waits while typing, and Slack shows no reason for a failure. */
const OPTIONS_BUDGET_MS = 2500;

/** Answers the search of an external select; nothing is offered when it fails or takes too long. */
export function onOptions(
  host: SlackHost,
  actionId: string,
  handler: (request: OptionsRequest) => Promise<OptionsResult>,
): void {
  host.registry.add('options', actionId);
  const pattern = new RegExp(`^${actionId.replaceAll('.', '\\.')}(:\\d+)?$`);
  host.app.options<'block_suggestion'>({ action_id: pattern }, async ({ ack, body, client }) => {
    const work = attempt<OptionsResult>(
      { host, client, who: whoActs(body), what: `options ${actionId}` },
      (ctx, log) => handler(optionsRequest(body, { ctx, client, log })),
      async () => [],
    );
    const found = await within<OptionsResult, OptionsResult>(OPTIONS_BUDGET_MS * host.patience, work, []);
    await ack(suggestions(found));
    await work;
  });
}

const optionsRequest = (
  body: BlockSuggestion,
  base: { ctx: MemberContext; client: WebClient; log: Logger },
): OptionsRequest => ({
  ...base,
  requestKey: keyOf('options', body.user.id, body.action_id, body.value),
  query: body.value,
  blockId: body.block_id,
  form: body.view ? readForm(body.view) : {},
  metadata: body.view?.private_metadata ?? '',
});

function suggestions(found: OptionsResult) {
  const max = LIMITS.option.options;
  const groups = found.filter((entry) => 'choices' in entry);
  const choices = found.filter((entry) => 'value' in entry);
  if (groups.length === 0) return { options: choices.slice(0, max).map(option) };
  return {
    option_groups: groups.slice(0, max).map(({ label, choices }) => ({
      label: plainText(label, LIMITS.option.text),
      options: choices.slice(0, max).map(option),
    })),
  };
}

export interface ShortcutRequest extends Request {
  /** The message it was called on, for message shortcuts. */
  message: { channel: string; ts: string; threadTs: string | undefined; text: string } | undefined;
  openView: (view: ModalView) => Promise<string>;
}

/** Listens to a global or message shortcut; problems are shown in a modal. */
export function onShortcut(
  host: SlackHost,
  callbackId: string,
  handler: (request: ShortcutRequest) => Promise<void>,
): void {
  host.registry.add('shortcut', callbackId);
  host.app.shortcut<GlobalShortcut | MessageShortcut>(callbackId, async ({ ack, body, client }) => {
    await ack();
    const openView = (view: ModalView) => openModal(client, body.trigger_id, view);
    const message =
      body.type === 'message_action'
        ? {
            channel: body.channel.id,
            ts: body.message_ts,
            threadTs: body.message.thread_ts,
            text: body.message.text ?? '',
          }
        : undefined;
    await attempt(
      { host, client, who: whoActs(body), what: `shortcut ${callbackId}` },
      (ctx, log) =>
        handler({
          ctx,
          client,
          log,
          requestKey: keyOf('shortcut', body.user.id, body.trigger_id),
          message,
          openView,
        }),
      async (problem, locale) => {
        await openView(problemNotice(locale, problem));
      },
    );
  });
}

export interface EventRequest<Event> {
  event: Event;
  client: WebClient;
  log: Logger;
  /** The context of a person the event names. @throws ForbiddenError outsider */
  member: (userId: string) => Promise<MemberContext>;
}

/** Listens to an event; one that does not have the expected shape is left alone, and nobody is told of failures. */
export function onEvent<S extends z.ZodType>(
  host: SlackHost,
  type: string,
  shape: S,
  handler: (request: EventRequest<z.output<S>>) => Promise<void>,
): void {
  host.registry.add('event', type);
  host.app.event(type, async ({ event, client }) => {
    const parsed = shape.safeParse(event);
    const log = host.log.child({ what: `event ${type}` });
    if (!parsed.success) return log.warn('The event has an unknown shape');
    const member = (userId: string) => memberContext(host, client, { userId, teamIds: [] });
    try {
      await handler({ event: parsed.data, client, log, member });
    } catch (error) {
      log.error({ err: error }, 'An event could not be handled');
    }
  });
}
