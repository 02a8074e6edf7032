import type { MultiExternalSelect, PlainTextInput, StaticSelect } from '@slack/types';
import { type Choice, option, plainText, textInput } from '../blocks/index.ts';
import type { ActionId } from '../ids.ts';
import { LIMITS } from '../limits.ts';

/** A select whose choices stand under headings. */
export function groupedSelect(
  action: ActionId,
  groups: readonly { label: string; choices: readonly Choice[] }[],
  more: { placeholder: string; initial?: string | undefined },
): StaticSelect {
  const chosen = groups.flatMap(({ choices }) => choices).find(({ value }) => value === more.initial);
  return {
    type: 'static_select',
    action_id: action.id,
    option_groups: groups.map(({ label, choices }) => ({
      label: plainText(label, LIMITS.option.text),
      options: choices.map(option),
    })),
    ...(chosen ? { initial_option: option(chosen) } : {}),
    placeholder: plainText(more.placeholder, LIMITS.placeholder),
  };
}

/** A search for several choices. */
export const multiExternalSelect = (
  action: ActionId,
  more: { placeholder: string; initial: readonly Choice[]; max: number },
): MultiExternalSelect => ({
  type: 'multi_external_select',
  action_id: action.id,
  min_query_length: 0,
  max_selected_items: Math.max(1, more.max, more.initial.length),
  ...(more.initial.length ? { initial_options: more.initial.map(option) } : {}),
  placeholder: plainText(more.placeholder, LIMITS.placeholder),
});

/** A text that the app is told of while it is being typed. */
export const watchedInput = (
  action: ActionId,
  more: Parameters<typeof textInput>[1] = {},
): PlainTextInput => ({
  ...textInput(action.id, more),
  dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
});
