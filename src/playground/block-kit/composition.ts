import { isObject } from '../json.ts';
import { LIMITS } from './limits.ts';
import {
  all,
  bool,
  byType,
  type Fields,
  list,
  object,
  oneOf,
  type Rule,
  required,
  str,
  together,
  url,
} from './rules.ts';

const counted: Rule = (value, _pointer, check) => {
  if (isObject(value) && typeof value.text === 'string') check.tally.characters += value.text.length;
};

/** A text object that has to be plain_text. */
export function plainText(max: number): Rule {
  return all(byType({ plain_text: object({ text: required(str(max)), emoji: bool }) }), counted);
}

/** A text object that has to be mrkdwn. */
export function mrkdwn(max: number): Rule {
  return all(byType({ mrkdwn: object({ text: required(str(max)), verbatim: bool }) }), counted);
}

const textTypes = (max: number): Record<string, Rule> => ({
  plain_text: object({ text: required(str(max)), emoji: bool }),
  mrkdwn: object({ text: required(str(max)), verbatim: bool }),
});

/** A text object of either kind. */
export function text(max: number = LIMITS.text): Rule {
  return all(byType(textTypes(max)), counted);
}

const optionFields = (label: Rule): Fields => ({
  text: required(label),
  value: required(str(LIMITS.option.value)),
  description: plainText(LIMITS.option.description),
});

/** reference/block-kit/composition-objects/option-object: menus take plain text only. */
export const menuOption = object(optionFields(plainText(LIMITS.option.text)));
export const choiceOption = object(optionFields(text(LIMITS.option.text)));
export const overflowOption = object({
  ...optionFields(plainText(LIMITS.option.text)),
  url: url(LIMITS.option.url),
});

export const optionGroup = object({
  label: required(plainText(LIMITS.optionGroup.label)),
  options: required(list(menuOption, LIMITS.optionGroup.options, 1)),
});

/** What asks back before an action is sent. */
export const confirm = object({
  title: required(plainText(LIMITS.confirm.title)),
  text: required(text(LIMITS.confirm.text)),
  confirm: required(plainText(LIMITS.confirm.confirm)),
  deny: required(plainText(LIMITS.confirm.deny)),
  style: oneOf('primary', 'danger'),
});

export const placeholder = plainText(LIMITS.placeholder);

export const conversationFilter = all(
  object({
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4, 1),
    exclude_external_shared_channels: bool,
    exclude_bot_users: bool,
  }),
  together((filter) => (Object.keys(filter).length === 0 ? 'must have at least one property' : undefined)),
);

export const dispatchConfig = object({
  trigger_actions_on: required(list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1)),
});

/** The fields that say where a picture comes from. */
export const imageFields: Fields = {
  alt_text: required(str(LIMITS.image.altText)),
  image_url: url(LIMITS.image.url),
  slack_file: all(
    object({ id: str(255), url: url(LIMITS.image.url) }),
    together((file) => ('id' in file === 'url' in file ? 'must have either id or url' : undefined)),
  ),
};

export const imageSource = together((image) =>
  'image_url' in image === 'slack_file' in image ? 'must have either image_url or slack_file' : undefined,
);

export const imageElement = all(object(imageFields), imageSource);
