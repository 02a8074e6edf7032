import type {
  ActionsBlock,
  ActionsBlockElement,
  AlertBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  SectionBlock,
  SectionBlockAccessory,
} from '@slack/types';
import { LIMITS } from '../limits.ts';
import { data, type Mrkdwn } from '../text.ts';
import { markedText, plainText, textObject, type Words } from './text-objects.ts';

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: plainText(text, LIMITS.header.text),
});

export const divider = (): DividerBlock => ({ type: 'divider' });

export interface SectionOptions {
  id?: string;
  fields?: readonly Words[];
  accessory?: SectionBlockAccessory;
}

/** Clients fold long paragraphs; from about here on it would hide what was asked for. */
const FOLDED_LINES = 4;

const isLong = (text: Words): boolean => {
  const said = typeof text === 'string' ? text : text.markup;
  return said.length > 400 || said.split('\n').length > FOLDED_LINES;
};

/** A paragraph, with short facts in two columns and one button or select at its side if wanted. */
export const section = (text: Words, options: SectionOptions = {}): SectionBlock => ({
  type: 'section',
  text: textObject(text, LIMITS.section.text),
  ...(isLong(text) ? { expand: true } : {}),
  ...(options.id === undefined ? {} : { block_id: options.id }),
  ...(options.fields?.length
    ? {
        fields: options.fields
          .slice(0, LIMITS.section.fields)
          .map((field) => textObject(field, LIMITS.section.field)),
      }
    : {}),
  ...(options.accessory ? { accessory: options.accessory } : {}),
});

/** Small grey text. */
export const context = (...texts: Words[]): ContextBlock => ({
  type: 'context',
  elements: texts
    .slice(0, LIMITS.context.elements)
    .map((text) =>
      typeof text === 'string'
        ? markedText(data(text), LIMITS.section.text)
        : markedText(text, LIMITS.section.text),
    ),
});

/**
 * A row of buttons and selects. Elements with the same action id get `:2`, `:3` … behind it, since Slack wants them
 * different within a block; listeners hear them all.
 */
export function actions(elements: readonly ActionsBlockElement[], id?: string): ActionsBlock {
  if (elements.length === 0) throw new RangeError('A row of actions needs at least one');
  const seen = new Map<string, number>();
  const numbered = elements.slice(0, LIMITS.actions.elements).map((element): ActionsBlockElement => {
    if (!('action_id' in element) || element.action_id === undefined) return element;
    const times = (seen.get(element.action_id) ?? 0) + 1;
    seen.set(element.action_id, times);
    return times === 1 ? element : { ...element, action_id: `${element.action_id}:${times}` };
  });
  return { type: 'actions', elements: numbered, ...(id === undefined ? {} : { block_id: id }) };
}

export interface InputOptions {
  hint?: string;
  optional?: boolean;
  /** Each change is sent to the app at once. */
  dispatch?: boolean;
}

/**
 * A labelled field of a modal.
 * @param id its `block_id`: the field's name as services report problems with it, or `name:anything` where the field
 * must be told apart from an earlier one of that name
 */
export const input = (
  id: string,
  label: string,
  element: InputBlock['element'],
  options: InputOptions = {},
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plainText(label, LIMITS.input.label),
  element,
  optional: options.optional ?? false,
  ...(options.hint === undefined ? {} : { hint: plainText(options.hint, LIMITS.input.hint) }),
  ...(options.dispatch ? { dispatch_action: true } : {}),
});

export type AlertLevel = NonNullable<AlertBlock['level']>;

const SIGNS: Record<AlertLevel, string> = {
  default: '•',
  info: 'ℹ️',
  warning: '⚠️',
  error: '⛔',
  success: '✅',
};

/** A notice in a modal; one that is too long for an alert becomes a paragraph with a sign before it. */
export function alert(text: Mrkdwn, level: AlertLevel = 'error', id?: string): AlertBlock | SectionBlock {
  const blockId = id === undefined ? {} : { block_id: id };
  if (text.markup.length <= LIMITS.alert.text) {
    return { type: 'alert', level, text: markedText(text, LIMITS.alert.text), ...blockId };
  }
  const marked = markedText(text, LIMITS.section.text - 4);
  return { type: 'section', text: { ...marked, text: `${SIGNS[level]} ${marked.text}` }, ...blockId };
}
