import { isObject, objectsOf } from '../json.ts';
import { confirm, conversationFilter, menuOption, optionGroup, placeholder } from './composition.ts';
import type { ElementRule, Holder } from './element-rules.ts';
import { LIMITS } from './limits.ts';
import { all, bool, type Fields, int, list, type Rule, str, together } from './rules.ts';

const ANYWHERE: Holder[] = ['section', 'actions', 'input'];
const id = str(255);
const ids = list(id, LIMITS.select.options);

/** Initial options have to be among those that are offered, or Slack refuses the whole payload. */
export const initialOffered = together((element) => {
  const offered = [
    ...objectsOf(element.options),
    ...objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options)),
  ].map((option) => option.value);
  const initial = [element.initial_option ?? element.initial_options ?? []].flat();
  const stray = initial.some((option) => isObject(option) && !offered.includes(option.value));
  return stray ? 'initial option must be one of the options' : undefined;
});

const eitherOptions = together((element) =>
  'options' in element === 'option_groups' in element
    ? 'must have either options or option_groups'
    : undefined,
);

/** response_url_enabled works in the input blocks of modals only. */
const responseUrlEnabled: Rule = (value, pointer, check) => {
  bool(value, pointer, check);
  if (check.surface !== 'modal' || !pointer.endsWith('/element/response_url_enabled')) {
    check.report('response_url_enabled is for inputs of modals', pointer);
  }
};

function menu(one: Fields, many: Fields, also?: Rule): [ElementRule, ElementRule] {
  const common: Fields = { placeholder, confirm, focus_on_load: bool };
  const rule = (fields: Fields): ElementRule => ({
    where: 'MVH',
    holders: ANYWHERE,
    fields: { ...common, ...fields },
    ...(also ? { also } : {}),
  });
  return [rule(one), rule({ max_selected_items: int(1), ...many })];
}

const staticFields: Fields = {
  options: list(menuOption, LIMITS.select.options, 1),
  option_groups: list(optionGroup, LIMITS.optionGroup.groups, 1),
};
const externalFields: Fields = { min_query_length: int(0) };
const conversationFields: Fields = { default_to_current_conversation: bool, filter: conversationFilter };
const options = list(menuOption, LIMITS.select.options);

const [staticOne, staticMany] = menu(
  { ...staticFields, initial_option: menuOption },
  { ...staticFields, initial_options: options },
  all(eitherOptions, initialOffered),
);
const [externalOne, externalMany] = menu(
  { ...externalFields, initial_option: menuOption },
  { ...externalFields, initial_options: options },
);
const [usersOne, usersMany] = menu({ initial_user: id }, { initial_users: ids });
const [conversationsOne, conversationsMany] = menu(
  { ...conversationFields, initial_conversation: id, response_url_enabled: responseUrlEnabled },
  { ...conversationFields, initial_conversations: ids },
);
const [channelsOne, channelsMany] = menu(
  { initial_channel: id, response_url_enabled: responseUrlEnabled },
  { initial_channels: ids },
);

/** All menus. */
export const SELECTS: Record<string, ElementRule> = {
  static_select: staticOne,
  multi_static_select: staticMany,
  external_select: externalOne,
  multi_external_select: externalMany,
  users_select: usersOne,
  multi_users_select: usersMany,
  conversations_select: conversationsOne,
  multi_conversations_select: conversationsMany,
  channels_select: channelsOne,
  multi_channels_select: channelsMany,
};
