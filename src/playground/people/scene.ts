import type { Delivery } from '../delivery/deliver.ts';
import type { Answer } from '../delivery/transport.ts';
import { Refusal } from '../errors.ts';
import type { PersonSeed } from '../options.ts';
import type { Channel, Id } from '../protocol.ts';
import { sees } from '../surface/accept.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { ViewRecord } from '../world/view-store.ts';
import type { World } from '../world/world.ts';

/** What people act in: the workspace and the way to the app. */
export interface Scene {
  world: World;
  delivery: Delivery;
}

/** The person who acts. */
export function actor({ world }: Scene, id: Id): PersonSeed {
  const person = world.people.get(id);
  if (!person) throw new Refusal('unknown_person', [`There is no ${id}`], 404);
  if (person.deleted) throw new Refusal('account_inactive', [`${person.realName} has left`]);
  return person;
}

/** The channel if the person sees it. */
export function visibleChannel({ world }: Scene, person: Id, id: Id): Channel {
  const channel = world.channels.get(id);
  if (!channel || !sees(person, channel)) {
    throw new Refusal('channel_not_found', [`${person} sees no channel ${id}`], 404);
  }
  return channel;
}

/** The message if the person sees it. */
export function visibleMessage(
  scene: Scene,
  person: Id,
  at: { channel: Id; ts: Id },
): { message: StoredMessage; channel: Channel } {
  const channel = visibleChannel(scene, person, at.channel);
  const message = scene.world.messages.find(channel.id, at.ts);
  if (!message || (message.ephemeralTo !== undefined && message.ephemeralTo !== person)) {
    throw new Refusal('message_not_found', [`${person} sees no message ${at.ts} in ${channel.id}`], 404);
  }
  return { message, channel };
}

/** The modal if it is open in front of the person; only the top one can be used. */
export function topView({ world }: Scene, person: Id, id: Id): ViewRecord {
  const stack = world.views.stack(person);
  const record = stack.at(-1);
  if (!stack.some((view) => view.id === id)) {
    throw new Refusal('view_not_found', [`${person} has no open view ${id}`], 404);
  }
  if (record?.id !== id) throw new Refusal('view_covered', ['Another view stands on top of this one']);
  return record;
}

/** Slack's client says this whenever the app did not answer a modal as it has to. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

/** The error code with which Slack's client names a failed request; undefined if the app acknowledged. */
export function failureOf(answer: Answer): string | undefined {
  if (answer.kind === 'timeout') return 'operation_timeout';
  if (answer.kind === 'failed') return 'dispatch_failed';
  if (answer.status >= 500) return 'http_service_error';
  return answer.status === 200 ? undefined : 'http_client_error';
}

/** The refusal for a request that the app did not acknowledge. */
export function unacknowledged(code: string, message: string): Refusal {
  return new Refusal(code, [message], code === 'operation_timeout' ? 504 : 502);
}
