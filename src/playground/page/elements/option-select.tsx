import type {
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import { useRef } from 'preact/hooks';
import type { StateValue } from '../../protocol.ts';
import { type Holder, useControl, useScope } from '../blocks/scope.ts';
import { optionIn, optionsIn } from '../blocks/values.ts';
import { usePage } from '../context.ts';
import { withEmoji } from '../text/emoji.ts';
import { Combobox } from './combobox.tsx';
import type { Choice } from './combobox-state.ts';
import { Confirm } from './confirm.tsx';
import { type Offer, useSuggestions } from './suggestions.ts';

type OptionSelect = StaticSelect | MultiStaticSelect | ExternalSelect | MultiExternalSelect;

/** Selects whose options are the app's own, given with the element or asked for while typing. */
export function OptionSelectElement({ element, holder }: { element: OptionSelect; holder: Holder }) {
  const control = useControl(element, holder, element.placeholder?.text);
  const { place } = useScope();
  const { me } = usePage();
  const isMulti = element.type === 'multi_static_select' || element.type === 'multi_external_select';
  const isExternal = element.type === 'external_select' || element.type === 'multi_external_select';
  const suggestions = useSuggestions({
    minLength: isExternal ? (element.min_query_length ?? 3) : 0,
    body: {
      as: me.id,
      ...('home' in place ? {} : place),
      blockId: holder.blockId,
      actionId: control.hooks['data-action-id'] ?? '',
    },
  });
  const offer: Offer = isExternal ? suggestions.offer : element;
  const [choices, options] = choicesOf(offer);
  const known = useRef(new Map<string, PlainTextOption>());
  for (const [key, option] of options) known.current.set(key, option);

  const single = optionIn<PlainTextOption>(control.value);
  const selected = isMulti ? optionsIn<PlainTextOption>(control.value) : single ? [single] : [];
  for (const option of selected)
    if (!known.current.has(keyOf(option))) known.current.set(keyOf(option), option);

  const select = (next: Choice[]) => {
    const picked = next.flatMap((choice) => known.current.get(choice.key) ?? []);
    control.change(isMulti ? many(element.type, picked) : one(element.type, picked[0]));
  };
  return (
    <>
      <Combobox
        choices={choices}
        selected={selected.map(choiceOf)}
        multi={isMulti}
        max={'max_selected_items' in element ? element.max_selected_items : undefined}
        placeholder={element.placeholder?.text ?? 'Select an option'}
        clearable={!isMulti && holder.input?.optional === true}
        busy={control.busy}
        onQuery={isExternal ? suggestions.ask : undefined}
        status={isExternal ? suggestions.status : undefined}
        onSelect={select}
        hooks={control.hooks}
        aria={control.aria}
      />
      <Confirm control={control} />
    </>
  );
}

function keyOf(option: PlainTextOption): string {
  return option.value ?? option.text.text;
}

function choiceOf(option: PlainTextOption): Choice {
  return {
    key: keyOf(option),
    label: withEmoji(option.text.text),
    description: option.description && withEmoji(option.description.text),
  };
}

function choicesOf(offer: Offer): [Choice[], [string, PlainTextOption][]] {
  const groups = offer.option_groups ?? [{ label: undefined, options: offer.options ?? [] }];
  const choices = groups.flatMap((group) =>
    group.options.map((option) => ({ ...choiceOf(option), group: group.label?.text })),
  );
  const all = groups.flatMap((group) => group.options);
  return [choices, all.map((option) => [keyOf(option), option])];
}

function one(type: string, option: PlainTextOption | undefined): StateValue {
  return { type, selected_option: option ?? null };
}

function many(type: string, options: PlainTextOption[]): StateValue {
  return { type, selected_options: options };
}
