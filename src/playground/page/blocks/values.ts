import type { StateValue } from '../../protocol.ts';

interface Initial {
  type: string;
  [field: string]: unknown;
}

/** From an element's `initial_…` field to the field of its state value. */
const INITIAL_FIELDS: Record<string, string> = {
  initial_value: 'value',
  initial_option: 'selected_option',
  initial_options: 'selected_options',
  initial_user: 'selected_user',
  initial_users: 'selected_users',
  initial_channel: 'selected_channel',
  initial_channels: 'selected_channels',
  initial_conversation: 'selected_conversation',
  initial_conversations: 'selected_conversations',
  initial_date: 'selected_date',
  initial_time: 'selected_time',
  initial_date_time: 'selected_date_time',
};

/** The state that an element starts with, when the app gave it one. */
export function initialValue(element: object & { type: string }): StateValue | undefined {
  const given: Initial = { ...element };
  for (const [initial, field] of Object.entries(INITIAL_FIELDS)) {
    if (given[initial] === undefined) continue;
    const isRichText = element.type === 'rich_text_input';
    return { type: element.type, [isRichText ? 'rich_text_value' : field]: given[initial] };
  }
  return undefined;
}

export function stringIn(value: StateValue | undefined, field: string): string {
  const found = value?.[field];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

export function stringsIn(value: StateValue | undefined, field: string): string[] {
  const found = value?.[field];
  return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
}

export function optionIn<Option>(value: StateValue | undefined): Option | undefined {
  return (value?.selected_option as Option | null | undefined) ?? undefined;
}

export function optionsIn<Option>(value: StateValue | undefined): Option[] {
  return (value?.selected_options as Option[] | null | undefined) ?? [];
}
