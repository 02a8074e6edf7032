import type { ModalView } from '@slack/types';
import type { SlackMessage } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { problemMessage } from './problem-view.ts';
import { attempt, keyOf, openModal, type Request, sendEphemeral, whoActs } from './request.ts';

export interface CommandRequest extends Request {
  /** What was typed after the command. */
  text: string;
  channelId: string;
  /** Where the person can be answered for half an hour, at most five times. */
  responseUrl: string;
  /** Answers the person alone; at most five times within half an hour. */
  reply: (message: SlackMessage) => Promise<void>;
  /** Within 3 seconds of the command, and once. @returns the view's id */
  openView: (view: ModalView) => Promise<string>;
}

/** @returns what to answer the person alone, if anything */
export type CommandHandler = (request: CommandRequest) => Promise<SlackMessage | undefined>;

/** Listens to a slash command: acknowledged at once, answered when the work is done. */
export function onCommand(host: SlackHost, command: string, handler: CommandHandler): void {
  host.registry.add('command', command);
  host.app.command(command, async ({ ack, body, client, respond }) => {
    await ack();
    const reply = (message: SlackMessage) => sendEphemeral(respond, message);
    await attempt(
      { host, client, who: whoActs(body), what: `command ${command}` },
      async (ctx, log) => {
        const answer = await handler({
          ctx,
          client,
          log,
          requestKey: keyOf('command', body.user_id, body.trigger_id),
          text: body.text ?? '',
          channelId: body.channel_id,
          responseUrl: body.response_url,
          reply,
          openView: (view) => openModal(client, body.trigger_id, view),
        });
        if (answer) await reply(answer);
      },
      (problem) => reply(problemMessage(problem)),
    );
  });
}
