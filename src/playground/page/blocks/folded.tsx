import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const FOLD_ABOVE = 360;

/** Long text folds behind “Show more”, unless the app asked for all of it. */
export function Folded({ whole, children }: { whole: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(whole);
  useLayoutEffect(() => setLong((box.current?.scrollHeight ?? 0) > FOLD_ABOVE), [children]);
  if (whole) return <>{children}</>;
  return (
    <>
      <div ref={box} class={long && !open ? 'folded' : ''}>
        {children}
      </div>
      {long && (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : 'Show more'}
        </button>
      )}
    </>
  );
}
