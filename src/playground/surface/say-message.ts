import { LIMITS, validateMessage } from '../block-kit/index.ts';
import { SlackError } from '../errors.ts';
import { type JsonObject, objectsOf, stringOf } from '../json.ts';
import { BOT_USER_ID, SLACKBOT } from '../options.ts';
import type { Id } from '../protocol.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { withIds } from './walk.ts';

/** Throws Slack's error when the message breaks a limit or says nothing. */
export function checkMessage(payload: JsonObject, options: { update?: boolean } = {}): void {
  const problems = validateMessage(payload, options);
  const [first] = problems;
  if (first) {
    throw SlackError.withMessages(
      first.error,
      problems.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`),
    );
  }
}

/** The parts of a checked payload that a message keeps. */
export function contentOf(payload: JsonObject): Pick<StoredMessage, 'text' | 'blocks' | 'attachments'> {
  const attachments = objectsOf(payload.attachments);
  const text = stringOf(payload.text) ?? stringOf(payload.markdown_text) ?? '';
  return {
    text: text.slice(0, LIMITS.message.text),
    blocks: withIds(payload.blocks),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** Adds a message of the app, a person or Slack itself. */
export function addMessage(
  world: World,
  message: Pick<StoredMessage, 'channel' | 'user' | 'text'> & Partial<StoredMessage>,
): StoredMessage {
  const added = world.messages.add({
    ts: world.messages.nextTs(),
    blocks: [],
    fileIds: [],
    fromApp: message.user === BOT_USER_ID,
    ...message,
  });
  world.activity.changed();
  return added;
}

/** Slack tells one person something that nobody else sees. */
export function slackbotSays(world: World, person: Id, channel: Id, text: string): StoredMessage {
  return addMessage(world, { channel, user: SLACKBOT, text, ephemeralTo: person });
}
