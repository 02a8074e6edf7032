import { actionTs, VERIFICATION_TOKEN } from '../delivery/payloads.ts';
import type { Answer, Envelope } from '../delivery/transport.ts';
import { newId } from '../ids.ts';
import type { JsonObject } from '../json.ts';
import { APP_ID, BOT_USER_ID } from '../options.ts';
import type { Channel, Id } from '../protocol.ts';
import { messageJson } from '../surface/message-json.ts';
import { viewJson } from '../surface/view-json.ts';
import type { StoredMessage } from '../world/messages.ts';
import { actor, type Scene } from './scene.ts';

function reasonOf(answer: Answer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'failed' ? 'connection_failed' : 'http_error';
}

const isFine = (answer: Answer) =>
  answer.kind === 'answered' && ((answer.status >= 200 && answer.status < 300) || answer.noRetry);

/**
 * Sends an event to the app if its manifest asks for that kind (`force` sends it anyway). Answers after the
 * first try; later ones follow by themselves. docs.slack.dev: events-api, "Retries"
 */
export async function sendEvent(
  scene: Scene,
  event: JsonObject,
  asked: string,
  force = false,
): Promise<void> {
  const { world, delivery } = scene;
  if (!force && !world.manifest.events.has(asked)) return;
  const payload: JsonObject = {
    token: VERIFICATION_TOKEN,
    team_id: world.options.teamId,
    context_team_id: world.options.teamId,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(world.clock() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.options.teamId,
        user_id: BOT_USER_ID,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  const channel = typeof event.channel === 'string' ? event.channel : undefined;
  const attempt = (retry?: Envelope['retry']) =>
    delivery.send(
      retry ? `event ${event.type} (retry ${retry.num})` : `event ${event.type}`,
      { kind: 'events_api', payload, ...(retry ? { retry } : {}) },
      channel,
    );
  const again = (answer: Answer, tried: number) => {
    const delay = world.eventRetryDelaysMs[tried];
    if (isFine(answer) || delay === undefined) return;
    const timer = setTimeout(() => {
      if (world.stopped) return;
      attempt({ num: tried + 1, reason: reasonOf(answer) }).then(
        (next) => again(next, tried + 1),
        () => undefined,
      );
    }, delay);
    timer.unref();
  };
  again(await attempt(), 0);
}

/** The person opens the app's home. */
export async function openHome(scene: Scene, personId: Id): Promise<JsonObject> {
  const { world } = scene;
  const person = actor(scene, personId);
  const home = world.views.homes.get(person.id);
  await sendEvent(
    scene,
    {
      type: 'app_home_opened',
      user: person.id,
      channel: `D${person.id.slice(1)}`,
      tab: 'home',
      ...(home ? { view: viewJson(world, home) } : {}),
      event_ts: actionTs(world),
    },
    'app_home_opened',
  );
  return {};
}

const MESSAGE_EVENT = {
  public: { asked: 'message.channels', type: 'channel' },
  private: { asked: 'message.groups', type: 'group' },
  dm: { asked: 'message.im', type: 'im' },
} as const;

/** Tells the app of a person's message, where it is a member and asks for such events. */
export async function announceMessage(scene: Scene, message: StoredMessage, channel: Channel): Promise<void> {
  if (!channel.botIsMember) return;
  const { asked, type } = MESSAGE_EVENT[channel.kind];
  const common = { ...messageJson(scene.world, message), channel: channel.id, event_ts: message.ts };
  await sendEvent(scene, { ...common, channel_type: type }, asked);
  if (message.text.includes(`<@${BOT_USER_ID}>`)) {
    await sendEvent(scene, { ...common, type: 'app_mention' }, 'app_mention');
  }
}
