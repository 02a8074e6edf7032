import { SlackError } from '../errors.ts';
import { type JsonObject, stringOf } from '../json.ts';
import { BOT_USER_ID } from '../options.ts';
import type { Id } from '../protocol.ts';
import { addMessage, checkMessage, contentOf } from '../surface/say-message.ts';
import type { World } from '../world/world.ts';

/** Where the person was whom the app answers, and the message they acted on. */
export interface Occasion {
  person: Id;
  channel: Id;
  messageTs?: string;
}

/**
 * Carries out an answer to a command or through a response_url: a new message, ephemeral unless it says
 * `in_channel`, or a change to the message that the person acted on.
 * docs.slack.dev: handling-user-interaction, "Message responses"
 */
export function respond(world: World, occasion: Occasion, answer: JsonObject): void {
  const original =
    occasion.messageTs === undefined ? undefined : world.messages.find(occasion.channel, occasion.messageTs);
  if (answer.delete_original === true && original) {
    world.messages.remove(original);
    world.activity.changed();
    return;
  }
  if (answer.files !== undefined) throw new SlackError('invalid_arguments');
  checkMessage(answer);
  const content = contentOf(answer);
  if (answer.replace_original === true && original) {
    delete original.attachments;
    Object.assign(original, content);
    world.activity.changed();
    return;
  }
  const threadTs = stringOf(answer.thread_ts);
  const metadata = answer.metadata;
  const shared = answer.response_type === 'in_channel';
  addMessage(world, {
    channel: occasion.channel,
    user: BOT_USER_ID,
    ...content,
    reply: 'response_url',
    ...(shared ? {} : { ephemeralTo: occasion.person }),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(shared && metadata ? { metadata: metadata as JsonObject } : {}),
  });
}
