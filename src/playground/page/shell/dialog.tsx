import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  class?: string;
  labelledBy: string;
  testId?: string;
  onEscape: () => void;
  children: ComponentChildren;
  data?: Record<string, string>;
}

/** The browser's own modal dialog: it keeps the focus inside and the page behind it still. */
export function Dialog(props: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    return () => {
      dialog?.close(); // while it is open, nothing behind it can take the focus
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={props.class}
      aria-labelledby={props.labelledBy}
      data-testid={props.testId}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === element.current) props.onEscape();
      }}
      onKeyDown={(event) => {
        // Browsers close a dialog on the second Escape even if the first was refused: never let them.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        props.onEscape();
      }}
      {...props.data}
    >
      {props.children}
    </dialog>
  );
}
