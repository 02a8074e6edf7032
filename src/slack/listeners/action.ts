import type { BlockAction, BlockElementAction, RespondFn, ViewOutput, ViewStateValue } from '@slack/bolt';
import type { HomeView, ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import type { z } from 'zod';
import { PRESS } from '../../core/once.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { OutdatedControlError, type Problem } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import type { ActionId } from '../ids.ts';
import { type Form, formValue, readForm } from './form.ts';
import { noticeView, problemMessage, problemNotice, withProblem } from './problem-view.ts';
import { attempt, keyOf, openModal, type Request, sendEphemeral, whoActs } from './request.ts';

/** Where the thing stands that was pressed. */
export type Place =
  | { kind: 'message'; channel: string; ts: string; ephemeral: boolean }
  | { kind: 'modal'; view: ViewOutput; form: Form }
  | { kind: 'home'; view: ViewOutput };

export interface ActionRequest<Value> extends Request {
  value: Value;
  place: Place;
  /** The `block_id` of what was pressed: Slack sends it along even where it leaves out the message. */
  blockId: string;
  /** When it was pressed, in ms since 1970: presses may arrive in another order. */
  pressedAt: number;
  /** Where the person can be answered for half an hour; a message has one, a modal has none. */
  responseUrl: string | undefined;
  /** A new message to the person alone; in a modal or the App Home, a view that says it. */
  reply: (message: SlackMessage) => Promise<void>;
  /** Puts a message in place of the one pressed in; where there is none, answers with it. */
  replace: (message: SlackMessage) => Promise<void>;
  /** Opens a modal, or puts it on top of the one pressed in. @returns the view's id */
  openView: (view: ModalView) => Promise<string>;
  /** Shows another content in the modal pressed in; one that was changed meanwhile is left as it is. */
  updateView: (view: ModalView) => Promise<void>;
}

/**
 * Where something else can be put in place of the message that was pressed in, also later: only in one that the person
 * alone sees. Null: nowhere.
 */
export const ownMessage = ({
  place,
  responseUrl,
}: Pick<ActionRequest<unknown>, 'place' | 'responseUrl'>): string | null =>
  place.kind === 'message' && place.ephemeral ? (responseUrl ?? null) : null;

export type ActionHandler<Value> = (request: ActionRequest<Value>) => Promise<void>;

/**
 * Listens to presses and choices of one kind: acknowledged at once, then the work. A button's value is JSON as the
 * builders wrote it; for all else `action.value` is given what was chosen: a string, a list of them, or null.
 */
export function onAction<S extends z.ZodType>(
  host: SlackHost,
  action: ActionId<S>,
  handler: ActionHandler<z.output<S>>,
): void {
  host.registry.add('action', action.id);
  const pattern = new RegExp(`^${action.id.replaceAll('.', '\\.')}(:\\d+)?$`);
  host.app.action<BlockAction>({ type: 'block_actions', action_id: pattern }, async (args) => {
    const { ack, action: pressed, body, client, respond } = args;
    await ack();
    const tools = actionTools(args.client, body, respond);
    await attempt(
      { host, client, who: whoActs(body), what: `action ${action.id}` },
      async (ctx, log) => {
        const value = action.value.safeParse(pressedValue(pressed));
        if (!value.success) throw new OutdatedControlError();
        const pressedHere = [body.user.id, action.id, placeKey(body), JSON.stringify(value.data)];
        const requestKey = PRESS + keyOf(...pressedHere);
        await handler({
          ctx,
          client,
          log,
          requestKey,
          value: value.data,
          blockId: pressed.block_id,
          pressedAt: Number(pressed.action_ts) * 1000 || host.now().getTime(),
          responseUrl: body.response_url,
          ...tools,
        });
      },
      (problem, locale) => showProblem(problem, problemNotice(locale, problem), tools, respond),
    );
  });
}

const ACTION_JSON = new Set(['button', 'overflow']);

function pressedValue(pressed: BlockElementAction): unknown {
  const raw = pressed as unknown as ViewStateValue;
  const chosen = formValue(raw);
  if (!ACTION_JSON.has(pressed.type)) return chosen;
  try {
    return JSON.parse(String(chosen));
  } catch {
    throw new OutdatedControlError();
  }
}

const placeKey = (body: BlockAction): string =>
  body.view
    ? `${body.view.id}:${body.view.hash}`
    : `${body.container.channel_id}:${body.container.message_ts}`;

function placeOf(body: BlockAction): Place {
  const { view } = body;
  if (view?.type === 'home') return { kind: 'home', view };
  if (view) return { kind: 'modal', view, form: readForm(view) };
  return {
    kind: 'message',
    channel: String(body.container.channel_id ?? body.channel?.id ?? ''),
    ts: String(body.container.message_ts ?? ''),
    ephemeral: Boolean(body.container.is_ephemeral),
  };
}

type Client = Request['client'];
type Tools = Pick<ActionRequest<never>, 'place' | 'reply' | 'replace' | 'openView' | 'updateView'>;

function actionTools(client: Client, body: BlockAction, respond: RespondFn | undefined): Tools {
  const place = placeOf(body);
  const openView = async (view: ModalView) => {
    if (place.kind !== 'modal') return openModal(client, body.trigger_id, view);
    return (await client.views.push({ trigger_id: body.trigger_id, view })).view?.id ?? '';
  };
  const say = async (message: SlackMessage, replace: boolean) => {
    if (place.kind === 'message' && respond) return sendEphemeral(respond, message, replace);
    const view = messageView(message);
    if (replace && place.kind === 'modal') return updateUnlessChanged(client, place.view, view);
    await openView(view);
  };
  return {
    place,
    openView,
    reply: (message) => say(message, false),
    // Only what the person alone sees is put in place of: others need the message as it is.
    replace: (message) =>
      say(message, place.kind === 'message' ? place.ephemeral : isMessageView(place.view)),
    updateView: async (view) => {
      if (place.kind !== 'modal') throw new Error('There is no modal to update');
      await updateUnlessChanged(client, place.view, view);
    },
  };
}

/** A late answer to a view that shows something newer is dropped. */
export async function updateUnlessChanged(
  client: Client,
  shown: ViewOutput,
  view: ModalView | HomeView,
): Promise<void> {
  try {
    await client.views.update({ view_id: shown.id, hash: shown.hash, view });
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict') return;
    throw error;
  }
}

/** A message's content as a view, for places that have no messages. */
export function messageView(message: SlackMessage): ModalView {
  const title = { type: 'plain_text' as const, text: 'Segments' };
  const close = { type: 'plain_text' as const, text: 'OK' };
  return { type: 'modal', callback_id: noticeView.id, title, close, blocks: message.blocks };
}

const isMessageView = (view: ViewOutput): boolean => view.callback_id === noticeView.id;

async function showProblem(
  problem: Problem,
  notice: ModalView,
  tools: Tools,
  respond: RespondFn | undefined,
): Promise<void> {
  if (tools.place.kind === 'modal') return tools.updateView(withProblem(tools.place.view, problem.text));
  if (tools.place.kind === 'message' && respond) return tools.reply(problemMessage(problem));
  await tools.openView(notice);
}
