import type { ContextActionsBlock } from '@slack/types';
import { FeedbackElement, IconButtonElement } from '../elements/button.tsx';

export function ContextActions({ block, blockId }: { block: ContextActionsBlock; blockId: string }) {
  return (
    <div class="actions-row">
      {block.elements.map((element, index) =>
        element.type === 'icon_button' ? (
          <IconButtonElement key={index} element={element} holder={{ blockId }} />
        ) : (
          <FeedbackElement key={index} element={element} holder={{ blockId }} />
        ),
      )}
    </div>
  );
}
