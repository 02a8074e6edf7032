import { child, type JsonObject, stringOf } from '../json.ts';
import type { StateValue, ViewState } from '../protocol.ts';
import { isEmpty } from './state.ts';
import { inputBlocks } from './walk.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function textProblem(element: JsonObject, value: string): string | undefined {
  const min = Number(element.min_length ?? 0);
  const max = Number(element.max_length ?? 3000);
  if (value.length < min) return `Please enter at least ${min} characters.`;
  if (value.length > max) return `Please enter no more than ${max} characters.`;
  return undefined;
}

function numberProblem(element: JsonObject, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && value.includes('.')) return 'Please enter a whole number.';
  const min = stringOf(element.min_value);
  const max = stringOf(element.max_value);
  if (min !== undefined && Number(value) < Number(min)) return `Please enter a number of ${min} or more.`;
  if (max !== undefined && Number(value) > Number(max)) return `Please enter a number of ${max} or less.`;
  return undefined;
}

function problemOf(element: JsonObject, value: StateValue): string | undefined {
  const text = stringOf(value.value) ?? '';
  switch (value.type) {
    case 'plain_text_input':
      return textProblem(element, text);
    case 'number_input':
      return numberProblem(element, text);
    case 'email_text_input':
      return EMAIL.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/[^\s.]/.test(text) && URL.canParse(text) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}

/** What Slack's client finds wrong before it submits anything, by block_id. */
export function inputErrors(blocks: unknown, state: ViewState): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of inputBlocks(blocks)) {
    const blockId = stringOf(block.block_id) ?? '';
    const element = child(block, 'element');
    const value = state[blockId]?.[stringOf(element.action_id) ?? ''];
    const problem =
      value === undefined || isEmpty(value)
        ? block.optional === true
          ? undefined
          : 'Please complete this required field.'
        : problemOf(element, value);
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}
