import { commonPayload } from '../delivery/payloads.ts';
import { Refusal, SlackError } from '../errors.ts';
import { isObject, type JsonObject, stringOf } from '../json.ts';
import type { PersonSeed } from '../options.ts';
import type { SubmitBody } from '../protocol.ts';
import { inputErrors } from '../surface/input-checks.ts';
import { pushView, replaceView } from '../surface/show-view.ts';
import { viewJson } from '../surface/view-json.ts';
import { inputBlocks, placedElements } from '../surface/walk.ts';
import type { ViewRecord } from '../world/view-store.ts';
import { actor, failureOf, type Scene, TROUBLE, topView, unacknowledged } from './scene.ts';

function responseUrls({ world }: Scene, person: PersonSeed, record: ViewRecord): JsonObject[] {
  return placedElements(record.view.blocks)
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ blockId, actionId }) => {
      const value = record.state[blockId]?.[actionId];
      const channel = stringOf(value?.selected_conversation ?? value?.selected_channel);
      if (channel === undefined) return [];
      const url = world.responseUrl({ person: person.id, channel });
      return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url: url }];
    });
}

/** What the client shows when it can make nothing of the app's answer. */
function trouble(scene: Scene, record: ViewRecord, code: string, details: string[]): Refusal {
  record.notice = TROUBLE;
  scene.world.activity.changed();
  const refusal = unacknowledged(code, TROUBLE);
  refusal.messages.push(...details);
  return refusal;
}

function showErrors(scene: Scene, record: ViewRecord, errors: unknown): JsonObject {
  const inputs = new Set(inputBlocks(record.view.blocks).map((block) => block.block_id));
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const stray = entries.filter(([id, text]) => !inputs.has(id) || typeof text !== 'string' || text === '');
  if (entries.length === 0 || stray.length > 0) {
    // docs.slack.dev: modals, errors are for the block_id of an input block; others break the connection
    const names = stray.map(([id]) => `No error can be shown at ${JSON.stringify(id)}`);
    throw trouble(scene, record, 'invalid_errors', names);
  }
  record.errors = Object.fromEntries(entries.map(([id, text]) => [id, String(text)]));
  scene.world.activity.changed();
  return { errors: record.errors };
}

function follow(scene: Scene, record: ViewRecord, answer: unknown): JsonObject {
  const { world } = scene;
  const action = isObject(answer) ? answer.response_action : undefined;
  switch (action) {
    case undefined:
      world.views.remove(record);
      break;
    case 'clear':
      world.views.setStack(record.person, []);
      break;
    case 'errors':
      return showErrors(scene, record, isObject(answer) ? answer.errors : undefined);
    case 'update':
      replaceView(world, record, isObject(answer) ? answer.view : undefined);
      break;
    case 'push':
      pushView(world, record.person, isObject(answer) ? answer.view : undefined);
      break;
    default:
      throw trouble(scene, record, 'invalid_response_action', [`Unknown response_action ${String(action)}`]);
  }
  world.activity.changed();
  return {};
}

function reasons(error: SlackError): string[] {
  const metadata = error.extra.response_metadata;
  const messages = isObject(metadata) ? metadata.messages : undefined;
  return [error.code, ...(Array.isArray(messages) ? messages.map(String) : [])];
}

/** A person submits the modal: checked as the client does, sent to the app, and its answer carried out. */
export async function submit(scene: Scene, body: SubmitBody): Promise<JsonObject> {
  const { world, delivery } = scene;
  const person = actor(scene, body.as);
  const record = topView(scene, person.id, body.view);
  if (record.submitting) throw new Refusal('busy', ['The view is still being submitted']);
  if (!record.view.submit && inputBlocks(record.view.blocks).length === 0) {
    throw new Refusal('no_submit', ['The view has no submit button']);
  }
  record.errors = inputErrors(record.view.blocks, record.state);
  delete record.notice;
  world.activity.changed();
  const mistakes = Object.values(record.errors);
  if (mistakes.length > 0) throw new Refusal('input', mistakes);
  const payload = {
    type: 'view_submission',
    ...commonPayload(world, person),
    trigger_id: world.triggers.create(person.id, record.channel),
    view: viewJson(world, record),
    response_urls: responseUrls(scene, person, record),
  };
  record.submitting = true;
  record.waiting += 1;
  world.activity.changed();
  const what = `view_submission ${stringOf(record.view.callback_id) ?? ''}`.trim();
  const answer = await delivery.send(what, { kind: 'interactive', payload });
  record.submitting = false;
  record.waiting -= 1;
  world.activity.changed();
  const failure = failureOf(answer);
  if (failure) throw trouble(scene, record, failure, []);
  if (answer.kind !== 'answered') return {};
  if (answer.text.trim() !== '' && !isObject(answer.json)) {
    throw trouble(scene, record, 'invalid_response', ['The answer is neither empty nor JSON']);
  }
  try {
    return follow(scene, record, answer.json);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const details = reasons(error);
    world.traffic.note({ direction: 'to-app', what, status: `error: ${error.code}`, detail: details });
    throw trouble(scene, record, error.code, details);
  }
}
