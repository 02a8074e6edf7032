import { actionTs, channelName, commonPayload } from '../delivery/payloads.ts';
import { Refusal } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { ShortcutBody } from '../protocol.ts';
import { messageJson } from '../surface/message-json.ts';
import { actor, failureOf, type Scene, unacknowledged, visibleMessage } from './scene.ts';

/** A person runs a shortcut of the app, from the menu or on a message. */
export async function shortcut(scene: Scene, body: ShortcutBody): Promise<JsonObject> {
  const { world, delivery } = scene;
  const person = actor(scene, body.as);
  const known = world.manifest.shortcuts.find(({ callbackId }) => callbackId === body.callbackId);
  if (!known) throw new Refusal('unknown_shortcut', [`The manifest has no shortcut ${body.callbackId}`], 404);
  if ((known.type === 'message') !== (body.message !== undefined)) {
    throw new Refusal('wrong_type', [`${known.name} is a ${known.type} shortcut`]);
  }
  const target = body.message && visibleMessage(scene, person.id, body.message);
  if (target?.message.ephemeralTo)
    throw new Refusal('not_supported', ['Ephemeral messages have no shortcuts']);
  const about = target
    ? {
        type: 'message_action',
        channel: { id: target.channel.id, name: channelName(target.channel) },
        message: messageJson(world, target.message),
        message_ts: target.message.ts,
        response_url: world.responseUrl({
          person: person.id,
          channel: target.channel.id,
          messageTs: target.message.ts,
        }),
      }
    : { type: 'shortcut' };
  const payload = {
    ...about,
    ...commonPayload(world, person),
    callback_id: body.callbackId,
    trigger_id: world.triggers.create(person.id, target?.channel.id),
    action_ts: actionTs(world),
  };
  const answer = await delivery.send(
    `${about.type} ${body.callbackId}`,
    { kind: 'interactive', payload },
    target?.channel.id,
  );
  const failure = failureOf(answer);
  if (failure) throw unacknowledged(failure, `${known.name} failed with the error "${failure}"`);
  return {};
}
