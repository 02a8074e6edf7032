import { useEffect, useRef } from 'preact/hooks';

const SHOWN_MS = 8000;

/** What the playground refused, in the top layer so that it also shows above a modal. */
export function Toast({ text, close }: { text: string | undefined; close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!text) return;
    box.current?.showPopover();
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  if (!text) return null;
  return (
    <div key={text} ref={box} popover="manual" class="toast" role="alert" data-testid="toast">
      <span>{text}</span>
      <button type="button" class="icon-button" aria-label="Dismiss" onClick={close}>
        ✕
      </button>
    </div>
  );
}
