import { isObject, type JsonObject, objectsOf } from '../json.ts';
import type { Id, StateValue, ViewState } from '../protocol.ts';
import { type Placed, placedElements } from './walk.ts';

/** Where an element's value stands in the state, what an empty one looks like, where it starts from. */
export interface Slot {
  field: string;
  empty: null | readonly [];
  initial?: string;
}

const TEXT: Slot = { field: 'value', empty: null, initial: 'initial_value' };
const ONE: Slot = { field: 'selected_option', empty: null, initial: 'initial_option' };
const MANY: Slot = { field: 'selected_options', empty: [], initial: 'initial_options' };

/** docs.slack.dev: view-interactions-payload, `view.state.values`. Elements that are missing keep no state. */
export const SLOTS: Record<string, Slot> = {
  plain_text_input: TEXT,
  number_input: TEXT,
  email_text_input: TEXT,
  url_text_input: TEXT,
  rich_text_input: { field: 'rich_text_value', empty: null, initial: 'initial_value' },
  static_select: ONE,
  external_select: ONE,
  radio_buttons: ONE,
  multi_static_select: MANY,
  multi_external_select: MANY,
  checkboxes: MANY,
  users_select: { field: 'selected_user', empty: null, initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', empty: [], initial: 'initial_users' },
  conversations_select: { field: 'selected_conversation', empty: null, initial: 'initial_conversation' },
  multi_conversations_select: {
    field: 'selected_conversations',
    empty: [],
    initial: 'initial_conversations',
  },
  channels_select: { field: 'selected_channel', empty: null, initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', empty: [], initial: 'initial_channels' },
  datepicker: { field: 'selected_date', empty: null, initial: 'initial_date' },
  timepicker: { field: 'selected_time', empty: null, initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', empty: null, initial: 'initial_date_time' },
  file_input: { field: 'files', empty: [] },
};

/** The options of a static element, those in groups included; undefined if they come from elsewhere. */
export function staticOptions(element: JsonObject): JsonObject[] | undefined {
  if (Array.isArray(element.options)) return objectsOf(element.options);
  if (!Array.isArray(element.option_groups)) return undefined;
  return objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options));
}

function initialOf({ element, type }: Placed, slot: Slot, channel: Id | undefined): unknown {
  const given = slot.initial === undefined ? undefined : element[slot.initial];
  if (given !== undefined) return structuredClone(given);
  if (element.default_to_current_conversation === true && channel !== undefined) {
    return type.startsWith('multi_') ? [channel] : channel;
  }
  return slot.empty === null ? null : [];
}

function stateValue(placed: Placed, slot: Slot, value: unknown): StateValue {
  const zone = placed.type === 'timepicker' ? placed.element.timezone : undefined;
  return { type: placed.type, [slot.field]: value, ...(zone === undefined ? {} : { timezone: zone }) };
}

function stillOffered(placed: Placed, value: StateValue, slot: Slot): boolean {
  const offered = staticOptions(placed.element)?.map((option) => option.value);
  if (!offered) return true;
  const chosen = value[slot.field];
  return [chosen].flat().every((option) => !isObject(option) || offered.includes(option.value));
}

/**
 * The state with which the blocks appear. An element keeps what the person has put in before if its
 * block_id and action_id are the same; else it starts from its initial value.
 */
export function stateFor(blocks: unknown, before: ViewState = {}, channel?: Id): ViewState {
  const state: ViewState = {};
  for (const placed of placedElements(blocks)) {
    const slot = SLOTS[placed.type];
    if (!slot) continue;
    const kept = before[placed.blockId]?.[placed.actionId];
    const value =
      kept?.type === placed.type && stillOffered(placed, kept, slot)
        ? kept
        : stateValue(placed, slot, initialOf(placed, slot, channel));
    state[placed.blockId] = { ...state[placed.blockId], [placed.actionId]: value };
  }
  return state;
}

/** Whether the person has put nothing into the element. */
export function isEmpty(value: StateValue | undefined): boolean {
  if (!value) return true;
  const content = value[SLOTS[value.type]?.field ?? ''];
  return (
    content === null || content === undefined || content === '' || (Array.isArray(content) && !content.length)
  );
}
