import type { InputBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { searchCodes } from '../../services/setup/search-codes.ts';
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
import { type Field, type FieldValue, formName, KINDS, NOTHING } from './fields.ts';

/** 12 digits, as services take. */
const MAX_COST = 999_999_999_999;
/** A year, in minutes. */
const MAX_MINUTES = 527_040;

export interface FieldInputOptions {
  /** Tells an input from an earlier one of its field, so that it starts with the value and not with what was typed. */
  revision: number;
  /** What the choice is called that empties the field; without it the field cannot be empty. */
  nothing?: string;
  hint?: string;
}

/** The input that fits a field. Its block id is the name by which services report problems with the field. */
export function fieldInput(
  locale: Locale,
  field: Field,
  current: FieldValue,
  { revision, nothing, hint }: FieldInputOptions,
): InputBlock {
  return input(
    `${formName(field)}:${revision}`,
    fieldLabel(locale, field),
    element(locale, field, current, nothing),
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
  nothing: string | undefined,
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
      return externalSelect(`field.${kind.list}`, {
        placeholder: nothing ?? words(locale, 'field.search'),
        ...(value === '' || value.length > LIMITS.option.value ? {} : { initial: chosenCode(current) }),
      });
    case 'flag':
      return select(field, value, nothing, [
        { value: 'yes', text: words(locale, 'field.yes') },
        { value: 'no', text: words(locale, 'field.no') },
      ]);
    case 'choice':
      return select(
        field,
        value,
        nothing,
        kind.choices.map((choice) => ({ value: choice, text: choiceText(locale, choice) })),
      );
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
    onOptions(host, `field.${list}`, async ({ ctx, query }) => {
      const found = await searchCodes(ctx, { table: list, query: query.slice(0, 200), limit: 99 });
      const none = query.trim() === '' ? [{ value: NOTHING, text: words(ctx.locale, 'field.nothing') }] : [];
      return [...none, ...found.map(codeChoice)];
    });
  }
}
