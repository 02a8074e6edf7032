import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { OpenView } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { useViewScope } from '../blocks/scope.ts';
import { usePage } from '../context.ts';
import { isShownInView, post, refusal } from '../control/api.ts';
import { settled } from '../control/fill-queue.ts';
import { Dialog } from '../shell/dialog.tsx';
import { BackIcon, CloseIcon } from '../shell/icons.tsx';
import { asSlackView, firstFocus } from './slack-view.ts';

export function Modal({ open, depth }: { open: OpenView; depth: number }) {
  const { me, tell } = usePage();
  const [sending, setSending] = useState(false);
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const view = asSlackView(open.view);
  const scope = useViewScope(open, firstFocus(view));
  const busy = sending || open.busy;
  const wrong = Object.keys(open.errors).join();

  useEffect(() => {
    const field = body.current?.querySelector('.field.invalid');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [wrong]);

  const close = async (all: boolean) => {
    const answer = await post('close', { as: me.id, view: open.id, ...(all ? { all } : {}) });
    if (!answer.ok && !isShownInView(answer)) tell(refusal(answer));
  };
  const submit = async () => {
    if (!view.submit || busy) return;
    setSending(true);
    await settled();
    const answer = await post('submit', { as: me.id, view: open.id });
    setSending(false);
    if (!answer.ok && !isShownInView(answer)) tell(refusal(answer));
  };

  return (
    <Dialog
      class={`modal depth-${depth}`}
      labelledBy={titleId}
      testId="modal"
      data={{ 'data-view-id': open.id, 'data-callback-id': view.callback_id ?? '' }}
      onEscape={() => void close(false)}
    >
      <form
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-head">
          {depth > 1 && (
            <button
              type="button"
              class="icon-button"
              aria-label="Back"
              data-testid="modal-back"
              onClick={() => void close(false)}
            >
              <BackIcon />
            </button>
          )}
          <h2 id={titleId}>{view.title?.text}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            data-testid="modal-x"
            onClick={() => void close(true)}
          >
            <CloseIcon />
          </button>
        </header>
        {open.notice && (
          <div class="modal-notice" role="alert" data-testid="modal-notice">
            {open.notice}
          </div>
        )}
        <div ref={body} class="modal-body">
          <Blocks blocks={view.blocks} scope={scope} />
        </div>
        <footer class="modal-foot">
          {busy && (
            <span class="spinner" role="status">
              <span class="visually-hidden">Working…</span>
            </span>
          )}
          <button type="button" class="button" data-testid="modal-close" onClick={() => void close(false)}>
            {view.close?.text ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit && (
            <button type="submit" class="button primary" data-testid="modal-submit" disabled={busy}>
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
