import type { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types';
import type { StateValue } from '../../protocol.ts';
import { type Holder, useControl } from '../blocks/scope.ts';
import { stringIn } from '../blocks/values.ts';
import { useDraft } from './use-draft.ts';

type TextInput = PlainTextInput | NumberInput | EmailInput | URLInput | RichTextInput;

/** All are plain text to the browser: what is valid is for the playground to say, in Slack's words. */
const KEYBOARDS = {
  plain_text_input: 'text',
  rich_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

export function TextInputElement({ element, holder }: { element: TextInput; holder: Holder }) {
  const control = useControl(element, holder);
  const [text, type] = useDraft(textOf(control.value), (next) => control.change(stateOf(element, next)));
  const isLong = element.type === 'rich_text_input' || ('multiline' in element && element.multiline === true);
  const limits = element.type === 'plain_text_input' ? element : undefined;
  const dispatchesOnEnter =
    holder.input?.dispatch &&
    (element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']).includes('on_enter_pressed');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isLong || !dispatchesOnEnter) return;
    event.preventDefault(); // Enter tells the app instead of submitting the form
    void control.press(stateOf(element, text));
  };

  const shared = {
    value: text,
    placeholder: element.placeholder?.text,
    onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onKeyDown,
    ...control.hooks,
    ...control.aria,
  };
  return (
    <span class="text-field">
      {isLong ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input type="text" inputMode={KEYBOARDS[element.type]} autoComplete="off" {...shared} />
      )}
      {limits?.max_length !== undefined && <Left max={limits.max_length} text={text} />}
    </span>
  );
}

function Left({ max, text }: { max: number; text: string }) {
  const left = max - text.length;
  if (left > Math.max(20, max * 0.2)) return null;
  return (
    <span class={left < 0 ? 'left over' : 'left'} aria-live="polite">
      {left} left
    </span>
  );
}

function textOf(value: StateValue | undefined): string {
  return value?.type === 'rich_text_input' ? flatten(value.rich_text_value) : stringIn(value, 'value');
}

function stateOf(element: TextInput, text: string): StateValue {
  if (element.type !== 'rich_text_input') return { type: element.type, value: text === '' ? null : text };
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return {
    type: element.type,
    rich_text_value: text === '' ? null : { type: 'rich_text', elements: [section] },
  };
}

function flatten(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'elements' in node && Array.isArray(node.elements) ? node.elements.map(flatten).join('') : '';
}
