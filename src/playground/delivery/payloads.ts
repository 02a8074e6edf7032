import type { JsonObject } from '../json.ts';
import { APP_ID, type PersonSeed } from '../options.ts';
import type { Channel } from '../protocol.ts';
import { messageJson } from '../surface/message-json.ts';
import { viewJson } from '../surface/view-json.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { ViewRecord } from '../world/view-store.ts';
import type { World } from '../world/world.ts';

/** Slack's old verification token; apps check the signature instead, but the field is there. */
export const VERIFICATION_TOKEN = 'playground-verification-token';

/** The fields that every interaction has. */
export function commonPayload(world: World, person: PersonSeed): JsonObject {
  const { teamId } = world.options;
  return {
    user: {
      id: person.id,
      username: person.name,
      name: person.name,
      team_id: person.teamId ?? teamId,
    },
    api_app_id: APP_ID,
    token: VERIFICATION_TOKEN,
    team: { id: teamId, domain: world.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The channel's name as payloads give it: Slack hides those of private places. */
export function channelName(channel: Channel): string {
  if (channel.kind === 'dm') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** The fields that say where an element stands. */
export function placePayload(
  world: World,
  place: { view: ViewRecord } | { message: StoredMessage; channel: Channel },
): JsonObject {
  if ('view' in place) {
    return {
      container: { type: 'view', view_id: place.view.id },
      view: viewJson(world, place.view),
    };
  }
  const { message, channel } = place;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeralTo !== undefined,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack sends no copy of an ephemeral message: the app has to know what it said.
    ...(message.ephemeralTo === undefined ? { message: messageJson(world, message) } : {}),
  };
}

/** Seconds and microseconds of now, as `action_ts` has them. */
export function actionTs(world: World): string {
  return (world.clock() / 1000).toFixed(6);
}
