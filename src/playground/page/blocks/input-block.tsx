import type { InputBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { Element } from '../elements/element.tsx';
import { Plain } from '../text/inline.tsx';
import { useScope } from './scope.ts';

export function InputBlockView({ block, blockId }: { block: InputBlock; blockId: string }) {
  const id = useId();
  const error = useScope().errors[blockId];
  const input = {
    fieldId: `${id}-field`,
    labelId: `${id}-label`,
    describedBy: `${id}-help`,
    optional: block.optional === true,
    dispatch: block.dispatch_action === true,
    invalid: error !== undefined,
  };
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label class="label" id={input.labelId} for={input.fieldId}>
        <Plain text={block.label.text} emoji={block.label.emoji} />
        {input.optional && <small> (optional)</small>}
      </label>
      <Element
        key={`${block.element.type}/${block.element.action_id}`}
        element={block.element}
        holder={{ blockId, input }}
      />
      <div id={input.describedBy}>
        {error && (
          <p class="error" role="alert" data-testid="field-error">
            {error}
          </p>
        )}
        {block.hint && (
          <p class="hint">
            <Plain text={block.hint.text} emoji={block.hint.emoji} />
          </p>
        )}
      </div>
    </div>
  );
}
