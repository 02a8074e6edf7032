import { actionTs, commonPayload, placePayload } from '../delivery/payloads.ts';
import { Refusal } from '../errors.ts';
import { child, isObject, type JsonObject, stringOf } from '../json.ts';
import type { PersonSeed } from '../options.ts';
import type { ClickBody, FillBody, StateValue } from '../protocol.ts';
import { acceptValue } from '../surface/accept.ts';
import { SLOTS } from '../surface/state.ts';
import type { Placed } from '../surface/walk.ts';
import { elementIn, type Place, placeOf, suggestionKey } from './place.ts';
import { actor, failureOf, type Scene, TROUBLE, unacknowledged } from './scene.ts';

/** Fields of the element that Slack repeats in the action. */
const ECHOED = ['text', 'value', 'style', 'url', 'placeholder', 'icon', 'confirm'] as const;

function actionJson(scene: Scene, placed: Placed, value: StateValue | undefined): JsonObject {
  const { element, type } = placed;
  const echoed = [...ECHOED, SLOTS[type]?.initial ?? ''].filter((name) => element[name] !== undefined);
  return {
    ...Object.fromEntries(echoed.map((name) => [name, element[name]])),
    ...value,
    type,
    block_id: placed.blockId,
    action_id: placed.actionId,
    action_ts: actionTs(scene.world),
  };
}

/** Sends the action to the app; a modal in which it is not acknowledged shows a notice. */
async function dispatch(
  scene: Scene,
  person: PersonSeed,
  place: Place,
  placed: Placed,
  value: StateValue | undefined,
): Promise<void> {
  const { world, delivery } = scene;
  const channel = 'channel' in place ? place.channel.id : place.view.channel;
  const message = 'message' in place ? place.message : undefined;
  const payload = {
    type: 'block_actions',
    ...commonPayload(world, person),
    ...placePayload(world, place),
    trigger_id: world.triggers.create(person.id, channel),
    ...(message && channel !== undefined
      ? {
          state: { values: place.state },
          response_url: world.responseUrl({ person: person.id, channel, messageTs: message.ts }),
        }
      : {}),
    actions: [actionJson(scene, placed, value)],
  };
  const view = 'view' in place ? place.view : undefined;
  if (view) {
    view.waiting += 1;
    delete view.notice;
    world.activity.changed();
  }
  const answer = await delivery.send(
    `block_actions ${placed.actionId}`,
    { kind: 'interactive', payload },
    message?.channel,
  );
  const failure = failureOf(answer);
  if (view) {
    view.waiting -= 1;
    if (failure) view.notice = TROUBLE;
    world.activity.changed();
  }
  if (failure) throw unacknowledged(failure, TROUBLE);
}

function demandConfirmation(placed: Placed, confirmed: boolean | undefined): void {
  const { confirm } = placed.element;
  if (!isObject(confirm) || confirmed) return;
  throw new Refusal('confirm_required', [stringOf(child(confirm, 'text').text) ?? '']);
}

/** Whether the element sends an action for this; in an input block only if the block asks for it. */
function dispatches(placed: Placed, enter: boolean): boolean {
  if (!placed.inInput) return true;
  if (placed.block.dispatch_action !== true) return false;
  if (SLOTS[placed.type]?.field !== 'value' && placed.type !== 'rich_text_input') return true;
  const asked = child(placed.element, 'dispatch_action_config').trigger_actions_on;
  // docs.slack.dev: block-kit/dispatch-action-configuration, Enter is what triggers by default
  const on = Array.isArray(asked) ? asked : ['on_enter_pressed'];
  return on.includes('on_character_entered') || (enter && on.includes('on_enter_pressed'));
}

function takeValue(
  scene: Scene,
  person: PersonSeed,
  place: Place,
  placed: Placed,
  value: StateValue,
): StateValue {
  const suggested = scene.world.suggested.get(suggestionKey(place, placed));
  const accepted = acceptValue(scene.world, placed, value, { person: person.id, suggested });
  if (SLOTS[placed.type]) {
    place.state[placed.blockId] = { ...place.state[placed.blockId], [placed.actionId]: accepted };
    if ('view' in place) delete place.view.errors[placed.blockId];
    scene.world.activity.changed();
  }
  return accepted;
}

/** A person presses a button, chooses from a menu, or presses Enter in an input. */
export async function click(scene: Scene, body: ClickBody): Promise<JsonObject> {
  const person = actor(scene, body.as);
  const place = placeOf(scene, person.id, body.in);
  const placed = elementIn(place, body.blockId, body.actionId);
  if (placed.type === 'workflow_button') throw new Refusal('not_supported', ['Workflows do not run here']);
  demandConfirmation(placed, body.confirmed);
  const stateful = SLOTS[placed.type] !== undefined || placed.type === 'overflow';
  if (stateful && !body.value && placed.type === 'overflow') throw new Refusal('value_required');
  const value = stateful
    ? body.value
      ? takeValue(scene, person, place, placed, body.value)
      : place.state[placed.blockId]?.[placed.actionId]
    : feedbackValue(placed, body.value);
  if (dispatches(placed, true)) await dispatch(scene, person, place, placed, value);
  return {};
}

function feedbackValue(placed: Placed, value: StateValue | undefined): StateValue | undefined {
  if (placed.type !== 'feedback_buttons') return undefined;
  const buttons = ['positive_button', 'negative_button'].map((name) => child(placed.element, name));
  const pressed = buttons.find((button) => button.value === value?.value);
  if (!pressed) throw new Refusal('unknown_option', ['Press one of the two buttons']);
  return { type: placed.type, value: pressed.value, text: pressed.text };
}

/** A person types or chooses in a modal. */
export async function fill(scene: Scene, body: FillBody): Promise<JsonObject> {
  const person = actor(scene, body.as);
  const place = placeOf(scene, person.id, { view: body.view });
  const placed = elementIn(place, body.blockId, body.actionId);
  const value = takeValue(scene, person, place, placed, body.value);
  if (dispatches(placed, body.enter ?? false)) await dispatch(scene, person, place, placed, value);
  return {};
}
