import type {
  Button,
  Checkboxes,
  ConfirmationDialog,
  ConversationsSelect,
  Datepicker,
  ExternalSelect,
  FileInput,
  MultiUsersSelect,
  NumberInput,
  Overflow,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
} from '@slack/types';
import type { z } from 'zod';
import type { ActionId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from './text-objects.ts';

/** What a press carries, as text; refused when it would not fit, since a cut value could not be read back. */
export function encodeValue<S extends z.ZodType>(
  action: ActionId<S>,
  value: z.input<S>,
  max: number,
): string {
  const text = JSON.stringify(value);
  if (text.length > max) throw new RangeError(`The value of ${action.id} has ${text.length} characters`);
  return text;
}

export interface ConfirmOptions {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger?: boolean;
}

export const confirmation = (options: ConfirmOptions): ConfirmationDialog => ({
  title: plainText(options.title, LIMITS.confirm.title),
  text: plainText(options.text, LIMITS.confirm.text),
  confirm: plainText(options.confirm, LIMITS.confirm.button),
  deny: plainText(options.deny, LIMITS.confirm.button),
  ...(options.danger ? { style: 'danger' as const } : {}),
});

export interface ButtonOptions {
  style?: 'primary' | 'danger';
  confirm?: ConfirmOptions;
  /** What screen readers say, for buttons that look alike. */
  label?: string;
}

export const button = <S extends z.ZodType>(
  action: ActionId<S>,
  value: z.input<S>,
  text: string,
  options: ButtonOptions = {},
): Button => ({
  type: 'button',
  action_id: action.id,
  text: plainText(text, LIMITS.button.text),
  value: encodeValue(action, value, LIMITS.button.value),
  ...(options.style ? { style: options.style } : {}),
  ...(options.confirm ? { confirm: confirmation(options.confirm) } : {}),
  ...(options.label ? { accessibility_label: options.label.slice(0, LIMITS.button.label) } : {}),
});

export interface Choice {
  value: string;
  text: string;
  description?: string;
}

/** One choice of a select; its value is an id or a code, refused when it is too long. */
export function option(choice: Choice): PlainTextOption {
  if (choice.value.length > LIMITS.option.value) throw new RangeError(`An option's value is too long`);
  return {
    text: plainText(choice.text, LIMITS.option.text),
    value: choice.value,
    ...(choice.description ? { description: plainText(choice.description, LIMITS.option.description) } : {}),
  };
}

const options = (choices: readonly Choice[], max: number): PlainTextOption[] => {
  if (choices.length === 0) throw new RangeError('A select needs at least one choice');
  return choices.slice(0, max).map(option);
};

const placeholder = (text: string | undefined) =>
  text === undefined ? {} : { placeholder: plainText(text, LIMITS.placeholder) };

/**
 * The three dots at the end of a row; each choice carries its own value.
 * @throws RangeError when there are more than Slack takes: leaving some out would hide something
 */
export function overflow<S extends z.ZodType>(
  action: ActionId<S>,
  choices: readonly { text: string; value: z.input<S> }[],
): Overflow {
  const max = LIMITS.option.overflow;
  if (choices.length > max) throw new RangeError(`The dots of ${action.id} have ${choices.length} choices`);
  const encoded = choices.map(({ text, value }) => ({
    text,
    value: encodeValue(action, value, LIMITS.option.value),
  }));
  return { type: 'overflow', action_id: action.id, options: options(encoded, max) };
}

export interface SelectOptions {
  placeholder?: string;
  /** Value of the choice that stands there at first. */
  initial?: string;
}

export function staticSelect(
  actionId: string,
  choices: readonly Choice[],
  more: SelectOptions = {},
): StaticSelect {
  const chosen = choices.slice(0, LIMITS.option.options).find(({ value }) => value === more.initial);
  return {
    type: 'static_select',
    action_id: actionId,
    options: options(choices, LIMITS.option.options),
    ...(chosen ? { initial_option: option(chosen) } : {}),
    ...placeholder(more.placeholder),
  };
}

/** A select whose choices are searched for while the person types; answered by `onOptions`. */
export const externalSelect = (
  actionId: string,
  more: { placeholder?: string; initial?: Choice; minQueryLength?: number; confirm?: ConfirmOptions } = {},
): ExternalSelect => ({
  type: 'external_select',
  action_id: actionId,
  min_query_length: more.minQueryLength ?? 0,
  ...(more.initial ? { initial_option: option(more.initial) } : {}),
  ...(more.confirm ? { confirm: confirmation(more.confirm) } : {}),
  ...placeholder(more.placeholder),
});

export function radioButtons(actionId: string, choices: readonly Choice[], initial?: string): RadioButtons {
  const chosen = choices.find(({ value }) => value === initial);
  return {
    type: 'radio_buttons',
    action_id: actionId,
    options: options(choices, LIMITS.option.radio),
    ...(chosen ? { initial_option: option(chosen) } : {}),
  };
}

export function checkboxes(
  actionId: string,
  choices: readonly Choice[],
  initial: readonly string[] = [],
): Checkboxes {
  const ticked = choices.filter(({ value }) => initial.includes(value));
  return {
    type: 'checkboxes',
    action_id: actionId,
    options: options(choices, LIMITS.option.radio),
    ...(ticked.length ? { initial_options: ticked.map(option) } : {}),
  };
}

export const textInput = (
  actionId: string,
  more: { initial?: string; placeholder?: string; multiline?: boolean; maxLength?: number } = {},
): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: actionId,
  ...(more.multiline ? { multiline: true } : {}),
  max_length: Math.min(more.maxLength ?? LIMITS.textInput.length, LIMITS.textInput.length),
  ...(more.initial
    ? { initial_value: more.initial.slice(0, more.maxLength ?? LIMITS.textInput.length) }
    : {}),
  ...placeholder(more.placeholder),
});

/** One file, whose id `readForm` gives in a list; read it with `downloadFile`. Endings are a hint to the person only. */
export const fileInput = (actionId: string, endings: readonly string[]): FileInput => ({
  type: 'file_input',
  action_id: actionId,
  filetypes: [...endings],
  max_files: 1,
});

/** A number of at least 0, given back as text; a start that is none is left out: Slack refuses the whole view for it. */
export function numberInput(
  actionId: string,
  more: { initial?: string; decimals?: boolean; max: number },
): NumberInput {
  const { initial = '', decimals = false, max } = more;
  const fits = (decimals ? /^\d+(\.\d+)?$/ : /^\d+$/).test(initial) && Number(initial) <= max;
  return {
    type: 'number_input',
    action_id: actionId,
    is_decimal_allowed: decimals,
    min_value: '0',
    max_value: String(max),
    ...(fits ? { initial_value: initial } : {}),
  };
}

/** A day; one that is not a date is left out, because Slack refuses the whole view for it. */
export const datePicker = (actionId: string, initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id: actionId,
  ...(initial && /^\d{4}-\d\d-\d\d$/.test(initial) && !Number.isNaN(Date.parse(initial))
    ? { initial_date: initial }
    : {}),
});

/** A time of day, `HH:MM`; anything else is left out, because Slack refuses the whole view for it. */
export const timePicker = (actionId: string, initial?: string): Timepicker => ({
  type: 'timepicker',
  action_id: actionId,
  ...(initial && /^([01]\d|2[0-3]):[0-5]\d$/.test(initial) ? { initial_time: initial } : {}),
});

export const usersMultiSelect = (
  actionId: string,
  initial: readonly string[] = [],
  text?: string,
): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id: actionId,
  ...(initial.length ? { initial_users: [...initial] } : {}),
  ...placeholder(text),
});

/** Channels of this workspace alone: what is logged must not reach other organisations. */
export const channelSelect = (
  actionId: string,
  initial?: string | null,
  text?: string,
): ConversationsSelect => ({
  type: 'conversations_select',
  action_id: actionId,
  filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
  ...(initial ? { initial_conversation: initial } : {}),
  ...placeholder(text),
});
