import type { AllMiddlewareArgs, AnyMiddlewareArgs, RespondFn } from '@slack/bolt';
import { translate } from '../i18n/translate.ts';
import { OutdatedControlError } from './errors.ts';
import type { SlackHost } from './host.ts';
import { problemMessage, problemNotice } from './listeners/problem-view.ts';
import { attempt, sendEphemeral, whoActs } from './listeners/request.ts';
import { baseActionId } from './registry.ts';

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Answers what no listener has claimed, such as a button of an earlier version, so that nobody is left with a
 * spinning wheel and an error of Slack's own. A catch-all listener would overlap with every other.
 */
export const answerUnclaimed =
  (host: SlackHost) =>
  async (args: Args): Promise<void> => {
    const body = args.body as { type?: string; command?: string };
    const { registry } = host;
    if ('command' in args && typeof body.command === 'string') {
      if (registry.has('command', body.command)) return args.next();
      return args.ack(translate('en', 'common.unknownCommand', { command: body.command }));
    }
    if ('action' in args) {
      const { action } = args;
      const id = 'action_id' in action ? baseActionId(action.action_id) : '';
      if (registry.has('action', id)) return args.next();
      await args.ack();
      // Link buttons and fields that only hold a value tell of presses too; there is nothing to say to them.
      if (action.type === 'button' && !('url' in action)) await explain(host, args, args.respond);
      return;
    }
    if ('options' in args) {
      const id = 'action_id' in args.options ? baseActionId(String(args.options.action_id)) : '';
      return registry.has('options', id) ? args.next() : args.ack({ options: [] });
    }
    if ('view' in args) return unclaimedView(host, args);
    if ('shortcut' in args) {
      return registry.has('shortcut', args.shortcut.callback_id) ? args.next() : args.ack();
    }
    return args.next();
  };

async function unclaimedView(host: SlackHost, args: Extract<Args, { view: unknown }>): Promise<void> {
  const { view, body } = args;
  if (body.type === 'view_closed') {
    return host.registry.has('view-closed', view.callback_id) ? args.next() : args.ack();
  }
  if (host.registry.has('view', view.callback_id)) return args.next();
  const { client } = args;
  const outdated = await attempt(
    { host, client, who: whoActs(body), what: 'unclaimed view' },
    () => Promise.reject(new OutdatedControlError()),
    async (problem, locale) => problemNotice(locale, problem),
  );
  const ack = args.ack as (answer: object) => Promise<void>;
  await ack({ response_action: 'update', view: outdated });
}

async function explain(host: SlackHost, args: Args, respond: RespondFn | undefined): Promise<void> {
  if (!respond) return;
  await attempt(
    { host, client: args.client, who: whoActs(args.body as never), what: 'unclaimed action' },
    () => Promise.reject(new OutdatedControlError()),
    (problem) => sendEphemeral(respond, problemMessage(problem)),
  );
}
