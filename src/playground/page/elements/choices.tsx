import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { useId } from 'preact/hooks';
import { type Control, type Holder, useControl } from '../blocks/scope.ts';
import { optionIn, optionsIn } from '../blocks/values.ts';
import { Text } from '../text/paragraphs.tsx';
import { Confirm } from './confirm.tsx';

export function CheckboxesElement({ element, holder }: { element: Checkboxes; holder: Holder }) {
  const control = useControl(element, holder);
  const chosen = new Set(optionsIn<Option>(control.value).map((option) => option.value));
  const toggle = (option: Option, on: boolean) => {
    const next = element.options.filter((one) => (one.value === option.value ? on : chosen.has(one.value)));
    control.change({ type: 'checkboxes', selected_options: next });
  };
  return (
    <fieldset class="choices" {...control.aria}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          kind="checkbox"
          option={option}
          control={control}
          checked={chosen.has(option.value)}
          onPick={(on) => toggle(option, on)}
        />
      ))}
      <Confirm control={control} />
    </fieldset>
  );
}

export function RadioElement({ element, holder }: { element: RadioButtons; holder: Holder }) {
  const control = useControl(element, holder);
  const name = useId();
  const chosen = optionIn<Option>(control.value)?.value;
  return (
    <div class="choices" role="radiogroup" {...control.aria}>
      {element.options.map((option) => (
        <Choice
          key={option.value}
          kind="radio"
          name={name}
          option={option}
          control={control}
          checked={option.value === chosen}
          onPick={() => control.change({ type: 'radio_buttons', selected_option: option })}
        />
      ))}
      <Confirm control={control} />
    </div>
  );
}

interface ChoiceProps {
  kind: 'checkbox' | 'radio';
  name?: string;
  option: Option;
  control: Control;
  checked: boolean;
  onPick: (on: boolean) => void;
}

function Choice({ kind, name, option, control, checked, onPick }: ChoiceProps) {
  const id = useId();
  return (
    <label class="choice" for={id}>
      <input
        id={id}
        type={kind}
        name={name}
        value={option.value}
        checked={checked}
        onChange={(event) => onPick(event.currentTarget.checked)}
        {...control.hooks}
      />
      <span>
        <Text of={option.text} />
        {option.description && (
          <small>
            <Text of={option.description} />
          </small>
        )}
      </span>
    </label>
  );
}
