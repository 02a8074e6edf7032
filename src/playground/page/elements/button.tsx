import type { Button, FeedbackButtons, IconButton, WorkflowButton } from '@slack/types';
import { type Holder, useControl } from '../blocks/scope.ts';
import { usePage } from '../context.ts';
import { TrashIcon } from '../shell/icons.tsx';
import { Plain } from '../text/inline.tsx';
import { isSafeLink } from '../text/nodes.ts';
import { Confirm } from './confirm.tsx';

export function ButtonElement({ element, holder }: { element: Button | WorkflowButton; holder: Holder }) {
  const control = useControl(element, holder);
  const press = () => {
    if ('url' in element && element.url && isSafeLink(element.url)) {
      window.open(element.url, '_blank', 'noopener,noreferrer');
    }
    void control.press();
  };
  return (
    <>
      <button
        type="button"
        class={['button', element.style ?? '', control.busy ? 'busy' : ''].join(' ')}
        aria-label={element.accessibility_label}
        aria-busy={control.busy}
        disabled={control.busy || element.type === 'workflow_button'}
        data-value={'value' in element ? element.value : undefined}
        onClick={press}
        {...control.hooks}
      >
        <Plain text={element.text.text} emoji={element.text.emoji} />
        {'url' in element && element.url && <span aria-hidden="true"> ↗</span>}
      </button>
      <Confirm control={control} />
    </>
  );
}

export function IconButtonElement({ element, holder }: { element: IconButton; holder: Holder }) {
  const control = useControl(element, holder);
  const { me } = usePage();
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(me.id)) return null;
  const label = element.accessibility_label ?? element.text.text;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={element.text.text}
        disabled={control.busy}
        onClick={() => void control.press()}
        {...control.hooks}
      >
        <TrashIcon />
      </button>
      <Confirm control={control} />
    </>
  );
}

export function FeedbackElement({ element, holder }: { element: FeedbackButtons; holder: Holder }) {
  const control = useControl(element, holder);
  const choices = [
    { key: 'positive', mark: '👍', button: element.positive_button },
    { key: 'negative', mark: '👎', button: element.negative_button },
  ];
  return (
    <>
      {choices.map(({ key, mark, button }) => (
        <button
          key={key}
          type="button"
          class="icon-button"
          aria-label={button.accessibility_label ?? button.text.text}
          aria-pressed={control.value?.value === button.value}
          title={button.text.text}
          disabled={control.busy}
          onClick={() => void control.press({ type: element.type, value: button.value })}
          {...control.hooks}
        >
          {mark}
        </button>
      ))}
    </>
  );
}
