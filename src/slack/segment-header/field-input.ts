import type { InputBlock } from '@slack/types';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { type CodeList, searchCodes } from '../../services/setup/search-codes.ts';
import {
  type Choice,
  datePicker,
  externalSelect,
  input,
  numberInput,
  staticSelect,
  textInput,
  timePicker,
} from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { LIMITS } from '../limits.ts';
import { onOptions } from '../listener.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { clip, words } from '../text.ts';
import { choiceText, fieldLabel } from './field-words.ts';
import { type Field, type FieldValue, formName, KINDS, NOTHING, OWN_BLANK } from './fields.ts';

/** 12 digits, as services take. */
export const MAX_COST = 999_999_999_999;
/** A year, in minutes. */
export const MAX_MINUTES = 527_040;

export interface FieldInputOptions {
  /** Tells an input from an earlier one of its field, so that it starts with the value and not with what was typed. */
  revision: number;
  /** What the choice is called that empties the field; without it the field cannot be empty. */
  nothing?: string;
  /** What the choice is called that keeps the field empty whatever it would follow. */
  blank?: string | undefined;
  /** Which searches the selects of codes use: those of a header, or of a line. */
  search?: 'field' | 'line.field';
  hint?: string;
}

/** The input that fits a field. Its block id is the name by which services report problems with the field. */
export function fieldInput(
  locale: Locale,
  field: Field,
  current: FieldValue,
  { hint, ...options }: FieldInputOptions,
): InputBlock {
  const { revision, nothing } = options;
  return input(
    `${formName(field)}:${revision}`,
    fieldLabel(locale, field),
    element(locale, field, current, options),
    {
      optional: nothing !== undefined,
      ...(hint === undefined ? {} : { hint: clip(hint, 200) }),
    },
  );
}

function element(
  locale: Locale,
  field: Field,
  current: FieldValue,
  { nothing, blank, search = 'field' }: Omit<FieldInputOptions, 'hint'>,
): InputBlock['element'] {
  const { value } = current;
  const kind = KINDS[field];
  const initial = value === '' ? {} : { initial: value };
  switch (kind.kind) {
    case 'text':
      return textInput(field, { ...initial, maxLength: kind.max });
    case 'date':
      return datePicker(field, value);
    case 'time':
      return timePicker(field, value);
    case 'money':
      return numberInput(field, { ...initial, decimals: true, max: MAX_COST });
    case 'minutes':
      return numberInput(field, { ...initial, max: MAX_MINUTES });
    case 'code':
      return externalSelect(`${search}.${kind.list}`, {
        placeholder: nothing ?? words(locale, 'field.search'),
        ...(value === '' || value.length > LIMITS.option.value
          ? {}
          : { initial: blank && value === OWN_BLANK ? { value, text: blank } : chosenCode(current) }),
      });
    case 'flag':
      return select(field, value, nothing, [
        { value: 'yes', text: words(locale, 'field.yes') },
        { value: 'no', text: words(locale, 'field.no') },
      ]);
    case 'choice':
      return select(field, value, nothing, [
        ...(blank === undefined ? [] : [{ value: OWN_BLANK, text: blank }]),
        ...kind.choices.map((choice) => ({ value: choice, text: choiceText(locale, choice) })),
      ]);
  }
}

const chosenCode = ({ value, name = '' }: FieldValue): Choice =>
  codeChoice({ code: value, description: name });

const select = (field: Field, value: string, nothing: string | undefined, choices: Choice[]) =>
  staticSelect(field, nothing === undefined ? choices : [{ value: NOTHING, text: nothing }, ...choices], {
    initial: value === '' ? NOTHING : value,
  });

/** Answers the searches of the selects; a select once chosen from cannot be cleared, so that “none” can be chosen. */
export function registerFieldSearches(host: SlackHost): void {
  for (const list of ['campaigns', 'templates', 'salespeople', 'languages'] as const) {
    onSearch(host, list, 'field', 'field.nothing');
  }
  for (const list of ['salespeople', 'languages'] as const)
    onSearch(host, list, 'line.field', 'line.asHeader');
}

const onSearch = (
  host: SlackHost,
  list: CodeList,
  search: NonNullable<FieldInputOptions['search']>,
  nothing: MessageKey,
) =>
  onOptions(host, `${search}.${list}`, async ({ ctx, query }) => {
    const found = await searchCodes(ctx, { table: list, query: query.slice(0, 200), limit: 99 });
    const none = query.trim() === '' ? [{ value: NOTHING, text: words(ctx.locale, nothing) }] : [];
    return [...none, ...found.map(codeChoice)];
  });
