import { Refusal } from '../errors.ts';
import type { Channel, ClickBody, Id, ViewState } from '../protocol.ts';
import { stateFor } from '../surface/state.ts';
import { findPlaced, type Placed } from '../surface/walk.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { ViewRecord } from '../world/view-store.ts';
import { type Scene, topView, visibleMessage } from './scene.ts';

/** Where an element stands, with what the person has chosen there so far. */
export type Place = { key: string; blocks: unknown; state: ViewState } & (
  | { view: ViewRecord }
  | { message: StoredMessage; channel: Channel }
);

/** Finds the message, modal or home that the person acts in. */
export function placeOf(scene: Scene, person: Id, where: ClickBody['in']): Place {
  const { world } = scene;
  if ('message' in where) {
    const { message, channel } = visibleMessage(scene, person, where.message);
    const key = `${channel.id} ${message.ts} ${person}`;
    const state = stateFor(message.blocks, world.messageStates.get(key));
    world.messageStates.set(key, state);
    return { key, blocks: message.blocks, state, message, channel };
  }
  const view = 'view' in where ? topView(scene, person, where.view) : world.views.homes.get(person);
  if (!view) throw new Refusal('home_not_found', ['No App Home has been published'], 404);
  return { key: view.id, blocks: view.view.blocks, state: view.state, view };
}

/** The element of that name in the place. */
export function elementIn(place: Place, blockId: string, actionId: string): Placed {
  const placed = findPlaced(place.blocks, blockId, actionId);
  if (placed) return placed;
  throw new Refusal('element_not_found', [`There is no element ${actionId} in block ${blockId}`], 404);
}

/** The name under which suggestions for an element are kept. */
export function suggestionKey(place: Place, placed: Placed): string {
  return `${place.key} ${placed.blockId} ${placed.actionId}`;
}
