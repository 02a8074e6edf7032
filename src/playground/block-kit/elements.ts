import {
  choiceOption,
  confirm,
  imageFields,
  imageSource,
  overflowOption,
  placeholder,
  plainText,
} from './composition.ts';
import { type ElementRule, elementIn, type Holder } from './element-rules.ts';
import { INPUTS } from './inputs.ts';
import { LIMITS } from './limits.ts';
import {
  all,
  bool,
  type Fields,
  int,
  list,
  matching,
  object,
  oneOf,
  type Rule,
  required,
  str,
  url,
} from './rules.ts';
import { initialOffered, SELECTS } from './selects.ts';

const { button, choices } = LIMITS;
const ANYWHERE: Holder[] = ['section', 'actions', 'input'];

const isDate = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && (new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) ?? false);
const isTimeZone = (value: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
};

const pressable: Fields = {
  text: required(plainText(button.text)),
  style: oneOf('primary', 'danger'),
  accessibility_label: str(button.label),
  confirm,
};

const choiceFields: Fields = {
  options: required(list(choiceOption, choices.options, 1)),
  confirm,
  focus_on_load: bool,
};

const feedbackButton = object({
  text: required(plainText(button.text)),
  value: required(str(button.value)),
  accessibility_label: str(button.label),
});

/** Every element: on which surfaces, in which blocks, with which fields. */
export const ELEMENTS: Record<string, ElementRule> = {
  ...SELECTS,
  ...INPUTS,
  button: {
    where: 'MVH',
    holders: ['section', 'actions', 'card'],
    fields: { ...pressable, value: str(button.value, 0), url: url(button.url) },
  },
  workflow_button: {
    where: 'M',
    holders: ['section', 'actions'],
    fields: {
      ...pressable,
      workflow: required(
        object({
          trigger: required(
            object({
              url: required(url(button.url)),
              customizable_input_parameters: list(
                object({ name: required(str(255)), value: required(str(3000)) }),
                100,
              ),
            }),
          ),
        }),
      ),
    },
  },
  overflow: {
    where: 'MVH',
    holders: ['section', 'actions'],
    fields: { options: required(list(overflowOption, LIMITS.overflow.options, 1)), confirm },
  },
  checkboxes: {
    where: 'MVH',
    holders: ANYWHERE,
    fields: { ...choiceFields, initial_options: list(choiceOption, choices.options, 1) },
    also: initialOffered,
  },
  radio_buttons: {
    where: 'MVH',
    holders: ANYWHERE,
    fields: { ...choiceFields, initial_option: choiceOption },
    also: initialOffered,
  },
  datepicker: {
    where: 'MVH',
    holders: ANYWHERE,
    fields: {
      initial_date: matching(isDate, 'a valid date as YYYY-MM-DD'),
      placeholder,
      confirm,
      focus_on_load: bool,
    },
  },
  timepicker: {
    where: 'MVH',
    holders: ANYWHERE,
    fields: {
      initial_time: matching((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), 'a time as HH:mm'),
      timezone: matching(isTimeZone, 'an IANA time zone'),
      placeholder,
      confirm,
      focus_on_load: bool,
    },
  },
  datetimepicker: {
    where: 'MV',
    holders: ['actions', 'input'],
    // docs.slack.dev: block-kit/datetime-picker-element, "10 digits"
    fields: { initial_date_time: int(1_000_000_000, 9_999_999_999), confirm, focus_on_load: bool },
  },
  feedback_buttons: {
    where: 'M',
    holders: ['context_actions'],
    fields: { positive_button: required(feedbackButton), negative_button: required(feedbackButton) },
  },
  icon_button: {
    where: 'M',
    holders: ['context_actions'],
    fields: {
      icon: required(oneOf('trash')),
      text: required(plainText(button.text)),
      accessibility_label: str(button.label),
      value: str(button.value, 0),
      visible_to_user_ids: list(str(255), LIMITS.contextActions.visibleTo),
      confirm,
    },
  },
  image: {
    where: 'MVH',
    holders: ['section', 'context'],
    fields: imageFields,
    also: imageSource,
    passive: true,
  },
};

/** The rule for an element in a block of that kind. */
export function element(holder: Holder): Rule {
  return all(elementIn(holder, ELEMENTS));
}
