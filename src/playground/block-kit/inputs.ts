import { dispatchConfig, placeholder } from './composition.ts';
import type { ElementRule } from './element-rules.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { all, bool, type Fields, int, list, matching, required, str, together } from './rules.ts';

const common: Fields = { placeholder, focus_on_load: bool, dispatch_action_config: dispatchConfig };
const decimal = matching((value) => /^-?\d+(\.\d+)?$/.test(value), 'a number in a string');
const { minLength, maxLength, lines } = LIMITS.textInput;

const inOrder = (low: string, high: string) =>
  together((element) =>
    element[low] !== undefined && element[high] !== undefined && Number(element[low]) > Number(element[high])
      ? `${low} must not be greater than ${high}`
      : undefined,
  );

/** min_value, max_value and initial_value are strings; whole ones unless decimals are allowed. */
const wholeNumbers = together((element) =>
  element.is_decimal_allowed === false &&
  [element.min_value, element.max_value, element.initial_value].some((value) =>
    String(value ?? '').includes('.'),
  )
    ? 'decimals are not allowed here'
    : undefined,
);

/** Inputs into which people type, and the file input. */
export const INPUTS: Record<string, ElementRule> = {
  plain_text_input: {
    where: 'MVH',
    holders: ['input'],
    fields: {
      ...common,
      initial_value: str(maxLength, 0),
      multiline: bool,
      min_length: int(0, minLength),
      max_length: int(1, maxLength),
    },
    also: inOrder('min_length', 'max_length'),
  },
  rich_text_input: {
    where: 'VH',
    holders: ['input', 'actions'],
    fields: { ...common, initial_value: richText, min_lines: int(1, lines), max_lines: int(1, lines) },
    also: inOrder('min_lines', 'max_lines'),
  },
  number_input: {
    where: 'V',
    holders: ['input'],
    fields: {
      ...common,
      is_decimal_allowed: required(bool),
      initial_value: decimal,
      min_value: decimal,
      max_value: decimal,
    },
    also: all(inOrder('min_value', 'max_value'), wholeNumbers),
  },
  email_text_input: {
    where: 'V',
    holders: ['input'],
    fields: { ...common, initial_value: str(maxLength, 0) },
  },
  url_text_input: { where: 'V', holders: ['input'], fields: { ...common, initial_value: str(maxLength, 0) } },
  file_input: {
    where: 'V',
    holders: ['input'],
    fields: { filetypes: list(str(255), 1000, 1), max_files: int(1, LIMITS.fileInput.files) },
  },
};
