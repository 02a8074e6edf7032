import { Refusal } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { SayBody } from '../protocol.ts';
import { addMessage, slackbotSays } from '../surface/say-message.ts';
import { runCommand } from './command.ts';
import { announceMessage } from './events.ts';
import { actor, type Scene, visibleChannel } from './scene.ts';

/** A person writes into a channel or a thread; a text that starts with "/" runs a slash command. */
export async function say(scene: Scene, body: SayBody): Promise<JsonObject> {
  const { world } = scene;
  const person = actor(scene, body.as);
  const channel = visibleChannel(scene, person.id, body.channel);
  if (channel.isArchived) throw new Refusal('is_archived');
  if (body.text.startsWith('/')) {
    const [command = ''] = body.text.split(/\s/, 1);
    if (body.threadTs !== undefined) {
      const refusal = `${command} is not supported in threads. Sorry!`;
      slackbotSays(world, person.id, channel.id, refusal);
      throw new Refusal('not_supported_in_threads', [refusal]);
    }
    return runCommand(scene, person, channel, body.text);
  }
  if (body.text.trim() === '') throw new Refusal('no_text');
  if (channel.kind === 'public' && !channel.members.includes(person.id)) channel.members.push(person.id);
  const parent = body.threadTs === undefined ? undefined : world.messages.find(channel.id, body.threadTs);
  if (body.threadTs !== undefined && !parent) throw new Refusal('thread_not_found');
  const message = addMessage(world, {
    channel: channel.id,
    user: person.id,
    text: body.text,
    ...(parent ? { threadTs: parent.threadTs ?? parent.ts } : {}),
  });
  await announceMessage(scene, message, channel);
  return { ts: message.ts };
}
