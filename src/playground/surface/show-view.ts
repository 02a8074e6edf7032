import { validateView } from '../block-kit/index.ts';
import { SlackError } from '../errors.ts';
import { newHash, newId } from '../ids.ts';
import { isObject, type JsonObject, stringOf } from '../json.ts';
import type { Id } from '../protocol.ts';
import { MAX_STACK, type ViewRecord } from '../world/view-store.ts';
import type { World } from '../world/world.ts';
import { stateFor } from './state.ts';
import { placedElements, withIds } from './walk.ts';

/** The view with names for all its blocks; throws Slack's error when it breaks a limit. */
function checkedView(world: World, view: unknown, replaces?: ViewRecord): JsonObject {
  const problems = validateView(view);
  const [first] = problems;
  if (first || !isObject(view)) {
    throw SlackError.withMessages(
      first?.error ?? 'invalid_arguments',
      problems.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:/view${pointer}]`),
    );
  }
  demandFileScope(world, view);
  const externalId = stringOf(view.external_id);
  const other = externalId ? world.views.find({ externalId }) : undefined;
  if (other && other !== replaces) throw new SlackError('duplicate_external_id');
  return { ...structuredClone(view), blocks: withIds(view.blocks) };
}

/** docs.slack.dev: block-kit/file-input-element, "your app must have the files:read scope". */
function demandFileScope(world: World, view: JsonObject): void {
  const { scopes } = world.manifest;
  if (scopes.has('files:read') || placedElements(view.blocks).every(({ type }) => type !== 'file_input'))
    return;
  throw new SlackError('missing_scope', { needed: 'files:read', provided: [...scopes].join(',') });
}

function newRecord(world: World, person: Id, view: JsonObject, below?: ViewRecord, channel?: Id): ViewRecord {
  const id = newId('V');
  return {
    id,
    type: view.type === 'home' ? 'home' : 'modal',
    person,
    hash: newHash(world.clock()),
    view,
    state: stateFor(view.blocks, {}, channel),
    errors: {},
    waiting: 0,
    submitting: false,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    ...(channel === undefined ? {} : { channel }),
  };
}

function demandType(view: unknown, type: 'modal' | 'home'): void {
  if (isObject(view) && view.type === type) return;
  throw SlackError.withMessages('invalid_arguments', [
    `[ERROR] must be one of: ${type} [json-pointer:/view/type]`,
  ]);
}

/** Opens the view as the person's only modal. */
export function openView(world: World, person: Id, view: unknown, channel?: Id): ViewRecord {
  demandType(view, 'modal');
  const record = newRecord(world, person, checkedView(world, view), undefined, channel);
  world.views.setStack(person, [record]);
  world.activity.changed();
  return record;
}

/** Puts the view on top of the person's modals. */
export function pushView(world: World, person: Id, view: unknown): ViewRecord {
  demandType(view, 'modal');
  const below = world.views.stack(person).at(-1);
  if (!below) throw new SlackError('not_found');
  if (world.views.stack(person).length >= MAX_STACK) throw new SlackError('push_limit_reached');
  const record = newRecord(world, person, checkedView(world, view), below, below.channel);
  world.views.push(record);
  world.activity.changed();
  return record;
}

/** Replaces the view's content; what the person has put in stays where the names are the same. */
export function replaceView(world: World, record: ViewRecord, view: unknown, hash?: string): ViewRecord {
  if (hash !== undefined && hash !== record.hash) throw new SlackError('hash_conflict');
  demandType(view, record.type);
  const checked = checkedView(world, view, record);
  record.view = checked;
  record.state = stateFor(checked.blocks, record.state, record.channel);
  record.hash = newHash(world.clock());
  record.errors = {};
  delete record.notice;
  world.activity.changed();
  return record;
}

/** Shows the view as the person's App Home. */
export function publishHome(world: World, person: Id, view: unknown, hash?: string): ViewRecord {
  const before = world.views.homes.get(person);
  if (before) return replaceView(world, before, view, hash);
  demandType(view, 'home');
  const record = newRecord(world, person, checkedView(world, view));
  world.views.homes.set(person, record);
  world.activity.changed();
  return record;
}
