import { validateOptions } from '../block-kit/index.ts';
import { commonPayload, placePayload } from '../delivery/payloads.ts';
import { Refusal } from '../errors.ts';
import { isObject, type JsonObject, objectsOf } from '../json.ts';
import type { SuggestBody } from '../protocol.ts';
import { elementIn, placeOf, suggestionKey } from './place.ts';
import { actor, failureOf, type Scene, unacknowledged } from './scene.ts';

/** docs.slack.dev: block-kit/select-menu-element, external data source, "defaults to 3" */
const MIN_QUERY = 3;

/** A person types into a menu whose options come from the app. */
export async function suggest(scene: Scene, body: SuggestBody): Promise<JsonObject> {
  const { world, delivery } = scene;
  const person = actor(scene, body.as);
  const where = body.message
    ? { message: body.message }
    : body.view
      ? { view: body.view }
      : ({ home: true } as const);
  const place = placeOf(scene, person.id, where);
  const placed = elementIn(place, body.blockId, body.actionId);
  if (!placed.type.endsWith('external_select')) {
    throw new Refusal('not_external', [`A ${placed.type} asks the app for no options`]);
  }
  const min = Number(placed.element.min_query_length ?? MIN_QUERY);
  if (body.query.length < min) throw new Refusal('query_too_short', [`Type at least ${min} characters`]);
  const payload = {
    type: 'block_suggestion',
    ...commonPayload(world, person),
    ...placePayload(world, place),
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: body.query,
  };
  const what = `block_suggestion ${placed.actionId}`;
  const answer = await delivery.send(what, { kind: 'interactive', payload });
  const failure = failureOf(answer);
  if (failure) throw unacknowledged(failure, 'Options could not be loaded');
  const offered = answer.kind === 'answered' && isObject(answer.json) ? answer.json : {};
  const problems = validateOptions(offered);
  if (problems.length > 0) {
    const messages = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
    world.traffic.note({ direction: 'to-app', what, status: 'error: invalid options', detail: messages });
    throw new Refusal('invalid_options', messages, 502);
  }
  const groups = objectsOf(offered.option_groups);
  const options = [offered, ...groups].flatMap((group) => objectsOf(group.options));
  const key = suggestionKey(place, placed);
  const known = world.suggested.get(key) ?? new Map<string, unknown>();
  for (const option of options) known.set(String(option.value), option);
  world.suggested.set(key, known);
  return groups.length > 0 ? { option_groups: groups } : { options };
}
