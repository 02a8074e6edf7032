import { actionTs } from '../delivery/payloads.ts';
import { Refusal } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { BOT_USER_ID } from '../options.ts';
import { sendEvent } from '../people/events.ts';
import type { Scene } from '../people/scene.ts';
import type { Channel, Id } from '../protocol.ts';

function channelOf({ world }: Scene, id: Id): Channel {
  const channel = world.channels.get(id);
  if (!channel || channel.kind === 'dm') throw new Refusal('channel_not_found', [], 404);
  return channel;
}

/** Brings the app or a person into a channel. */
export async function invite(scene: Scene, body: { channel: Id; member?: Id }): Promise<JsonObject> {
  const { world } = scene;
  const channel = channelOf(scene, body.channel);
  if (body.member === undefined) channel.botIsMember = true;
  else if (!world.people.has(body.member)) throw new Refusal('unknown_person', [], 404);
  else if (!channel.members.includes(body.member)) channel.members.push(body.member);
  world.activity.changed();
  await sendEvent(
    scene,
    {
      type: 'member_joined_channel',
      user: body.member ?? BOT_USER_ID,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: world.options.teamId,
      event_ts: actionTs(world),
    },
    'member_joined_channel',
  );
  return {};
}

/** Archives a channel or brings it back. */
export async function archive(scene: Scene, body: { channel: Id; archived: boolean }): Promise<JsonObject> {
  const { world } = scene;
  const channel = channelOf(scene, body.channel);
  channel.isArchived = body.archived;
  world.activity.changed();
  const type = body.archived ? 'channel_archive' : 'channel_unarchive';
  await sendEvent(scene, { type, channel: channel.id, event_ts: actionTs(world) }, type);
  return {};
}
