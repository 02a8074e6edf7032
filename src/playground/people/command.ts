import { channelName, VERIFICATION_TOKEN } from '../delivery/payloads.ts';
import { Refusal, SlackError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { APP_ID, type PersonSeed } from '../options.ts';
import type { Channel } from '../protocol.ts';
import { addMessage, slackbotSays } from '../surface/say-message.ts';
import type { World } from '../world/world.ts';
import { respond } from './respond.ts';
import { failureOf, type Scene, unacknowledged } from './scene.ts';

/** Mentions as Slack writes them into the text of a command with `should_escape`. */
function escapeMentions(world: World, text: string): string {
  const people = [...world.people.values()];
  const channels = [...world.channels.values()].filter(({ kind }) => kind !== 'dm');
  return text
    .replace(/@([\w.-]+)/g, (typed, name) => {
      const person = people.find((one) => one.name === name);
      return person ? `<@${person.id}|${person.name}>` : typed;
    })
    .replace(/#([\w-]+)/g, (typed, name) => {
      const channel = channels.find((one) => one.name === name);
      return channel ? `<#${channel.id}|${channel.name}>` : typed;
    });
}

/** Sends a slash command to the app and shows its answer. */
export async function runCommand(
  scene: Scene,
  person: PersonSeed,
  channel: Channel,
  typed: string,
): Promise<JsonObject> {
  const { world, delivery } = scene;
  const [name = '', ...words] = typed.split(/(?<=^\S+)\s/);
  const command = world.manifest.commands.find((known) => known.command === name);
  if (!command) {
    const refusal = `${name} is not a valid command.`;
    slackbotSays(world, person.id, channel.id, refusal);
    throw new Refusal('unknown_command', [refusal]);
  }
  const text = words.join(' ').trim();
  const payload = {
    token: VERIFICATION_TOKEN,
    team_id: world.options.teamId,
    team_domain: world.teamDomain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command: name,
    text: command.shouldEscape ? escapeMentions(world, text) : text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: world.responseUrl({ person: person.id, channel: channel.id }),
    trigger_id: world.triggers.create(person.id, channel.id),
  };
  const answer = await delivery.send(typed.slice(0, 80), { kind: 'slash_commands', payload }, channel.id);
  const failure = failureOf(answer);
  const failed = (code: string, details: string[] = []): never => {
    const sentence = `${name} failed with the error "${code}"`;
    slackbotSays(world, person.id, channel.id, sentence);
    const refusal = unacknowledged(code, sentence);
    refusal.messages.push(...details);
    throw refusal;
  };
  if (failure) return failed(failure);
  if (answer.kind !== 'answered' || answer.text.trim() === '') return {};
  try {
    const shown: JsonObject = isObject(answer.json) ? answer.json : { text: answer.text };
    if (shown.response_type === 'in_channel') {
      addMessage(world, { channel: channel.id, user: person.id, text: typed });
    }
    respond(world, { person: person.id, channel: channel.id }, shown);
    return {};
  } catch (error) {
    if (error instanceof SlackError) return failed(error.code, [JSON.stringify(error.extra)]);
    throw error;
  }
}
