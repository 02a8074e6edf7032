import { Refusal } from '../errors.ts';
import { isObject, stringOf } from '../json.ts';
import type { Channel, Id, StateValue } from '../protocol.ts';
import type { World } from '../world/world.ts';
import { fileJson } from './file-json.ts';
import { SLOTS, staticOptions } from './state.ts';
import type { Placed } from './walk.ts';

/** Who acts and what the app has suggested to them for this element. */
export interface Actor {
  person: Id;
  suggested?: Map<string, unknown> | undefined;
}

type Accept = (world: World, placed: Placed, content: unknown, actor: Actor) => unknown;

function refuse(code: string, message: string): never {
  throw new Refusal(code, [message]);
}

const text: Accept = (_world, _placed, content) => {
  if (content === null || content === undefined || content === '') return null;
  return stringOf(content) ?? refuse('invalid_value', 'The value has to be a string or null');
};

const matching =
  (pattern: RegExp, valid: (content: string) => boolean, what: string): Accept =>
  (_world, _placed, content) => {
    if (content === null || content === undefined) return null;
    if (typeof content === 'string' && pattern.test(content) && valid(content)) return content;
    return refuse('invalid_value', `The value has to be ${what}`);
  };

const option: Accept = (_world, { element }, content, { suggested }) => {
  if (content === null || content === undefined) return null;
  const value = isObject(content) ? content.value : content;
  const offered = staticOptions(element);
  const found = offered
    ? offered.find((candidate) => candidate.value === value)
    : (suggested?.get(String(value)) ?? initialOption(element, value));
  return found ?? refuse('unknown_option', `No option with the value ${JSON.stringify(value)} is offered`);
};

function initialOption(element: Placed['element'], value: unknown): unknown {
  const initial = [element.initial_option, element.initial_options].flat();
  return initial.find((candidate) => isObject(candidate) && candidate.value === value);
}

const user: Accept = (world, _placed, content) => {
  if (content === null || content === undefined) return null;
  return world.people.has(String(content)) ? content : refuse('unknown_user', `No such person: ${content}`);
};

const FILTER_NAME = { public: 'public', private: 'private', dm: 'im' } as const;

/** Whether the person sees the channel in Slack. */
export function sees(person: Id, channel: Channel): boolean {
  return channel.kind === 'public' || channel.members.includes(person);
}

const conversation: Accept = (world, { element, type }, content, { person }) => {
  if (content === null || content === undefined) return null;
  const channel = world.channels.get(String(content));
  const onlyPublic = type.endsWith('channels_select');
  const filter = isObject(element.filter) ? element.filter : {};
  const kinds = Array.isArray(filter.include) ? filter.include : undefined;
  const fits =
    channel &&
    sees(person, channel) &&
    !channel.isArchived &&
    (!onlyPublic || channel.kind === 'public') &&
    (!kinds || kinds.includes(FILTER_NAME[channel.kind])) &&
    !(filter.exclude_bot_users === true && channel.kind === 'dm') &&
    !(filter.exclude_external_shared_channels === true && channel.isExtShared);
  return fits ? channel.id : refuse('unknown_conversation', `The list does not offer ${content}`);
};

const file: Accept = (world, _placed, content, { person }) => {
  const stored = world.files.get(String(isObject(content) ? content.id : content));
  if (stored?.user !== person) return refuse('unknown_file', 'Upload the file first');
  return fileJson(world, stored);
};

const many =
  (one: Accept, limit: (placed: Placed) => number): Accept =>
  (world, placed, content, actor) => {
    const list = [content ?? []].flat();
    if (list.length > limit(placed)) return refuse('too_many', `At most ${limit(placed)} can be chosen`);
    return list.map((entry) => one(world, placed, entry, actor));
  };

const maxSelected = ({ element }: Placed): number => Number(element.max_selected_items ?? Infinity);
// docs.slack.dev: block-kit/file-input-element, "max_files: defaults to 10"
const maxFiles = ({ element }: Placed): number => Number(element.max_files ?? 10);

const date = matching(
  /^\d{4}-\d{2}-\d{2}$/,
  (day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false,
  'a date, YYYY-MM-DD',
);

const ACCEPT: Record<string, Accept> = {
  value: text,
  selected_option: option,
  selected_options: many(option, maxSelected),
  selected_user: user,
  selected_users: many(user, maxSelected),
  selected_conversation: conversation,
  selected_conversations: many(conversation, maxSelected),
  selected_channel: conversation,
  selected_channels: many(conversation, maxSelected),
  selected_date: date,
  selected_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, () => true, 'a time, HH:mm'),
  selected_date_time: (_world, _placed, content) => {
    if (content === null || content === undefined) return null;
    const fits = Number.isInteger(content) && String(content).length === 10;
    return fits ? content : refuse('invalid_value', 'The value has to be seconds since 1970');
  },
  rich_text_value: (_world, _placed, content) => {
    if (content === null || content === undefined) return null;
    const fits = isObject(content) && content.type === 'rich_text';
    return fits ? content : refuse('invalid_value', 'The value has to be a rich_text block');
  },
  files: many(file, maxFiles),
};

/**
 * What the person's choice looks like in the state: the option as the app wrote it, the file with all its
 * fields. Refuses what Slack's client would not offer.
 */
export function acceptValue(world: World, placed: Placed, value: StateValue, actor: Actor): StateValue {
  const field = placed.type === 'overflow' ? 'selected_option' : SLOTS[placed.type]?.field;
  if (field === undefined) return refuse('no_value', `A ${placed.type} takes no value`);
  if (value.type !== placed.type) {
    return refuse('wrong_type', `The element is a ${placed.type}, the value is for a ${value.type}`);
  }
  const accept = ACCEPT[field] ?? text;
  const zone = placed.type === 'timepicker' ? placed.element.timezone : undefined;
  return {
    type: placed.type,
    [field]: accept(world, placed, value[field], actor),
    ...(zone === undefined ? {} : { timezone: zone }),
  };
}
