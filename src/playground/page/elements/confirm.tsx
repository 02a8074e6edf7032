import type { ConfirmationDialog } from '@slack/types';
import { useId } from 'preact/hooks';
import type { Control } from '../blocks/scope.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Plain } from '../text/inline.tsx';
import { Text } from '../text/paragraphs.tsx';

/** Asks "are you sure" for elements whose app wants that. */
export function Confirm({ control }: { control: Control }) {
  return control.asking ? <ConfirmDialog dialog={control.asking} answer={control.answer} /> : null;
}

function ConfirmDialog({ dialog, answer }: { dialog: ConfirmationDialog; answer: (yes: boolean) => void }) {
  const id = useId();
  const danger = dialog.style === 'danger';
  return (
    <Dialog class="modal confirm" labelledBy={id} testId="confirm" onEscape={() => answer(false)}>
      <header class="modal-head">
        <h2 id={id}>{dialog.title && <Plain text={dialog.title.text} />}</h2>
      </header>
      <div class="modal-body">
        <Text of={dialog.text} />
      </div>
      <footer class="modal-foot">
        <button type="button" class="button" data-testid="confirm-no" onClick={() => answer(false)}>
          {dialog.deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          class={danger ? 'button danger' : 'button primary'}
          data-testid="confirm-yes"
          data-focus-first=""
          onClick={() => answer(true)}
        >
          {dialog.confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
