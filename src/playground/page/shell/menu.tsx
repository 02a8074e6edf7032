import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Popup } from './popup.tsx';

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  description?: ComponentChildren;
  danger?: boolean;
  choose: () => void;
}

interface MenuProps {
  label: string;
  icon: ComponentChildren;
  items: MenuItem[];
  heading?: string;
  empty?: string;
  above?: boolean;
  align?: 'start' | 'end';
  disabled?: boolean;
  class?: string;
  testId?: string;
  hooks?: Record<string, string>;
  onToggle?: (open: boolean) => void;
}

/** A button that opens a menu: arrows move, Enter chooses, Escape and clicks elsewhere close. */
export function MenuButton(props: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const show = (next: boolean) => {
    setOpen(next);
    props.onToggle?.(next);
  };
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) show(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Tab') show(false);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      show(false);
      button.current?.focus();
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moveFocus(root.current, event.key === 'ArrowDown' ? 1 : -1);
    }
  };

  return (
    <span ref={root} class="menu">
      <button
        ref={button}
        type="button"
        class={props.class ?? 'icon-button'}
        aria-label={props.label}
        title={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={props.disabled}
        data-testid={props.testId}
        onClick={() => show(!open)}
        onKeyDown={onKeyDown}
        {...props.hooks}
      >
        {props.icon}
      </button>
      {open && (
        <Popup anchor={button} align={props.align ?? 'end'} above={props.above ?? false}>
          <div role="menu" aria-label={props.label} class="menu-list" tabIndex={-1} onKeyDown={onKeyDown}>
            {props.heading && <div class="menu-heading">{props.heading}</div>}
            {props.items.length === 0 && <div class="menu-empty">{props.empty ?? 'Nothing here'}</div>}
            {props.items.map((item) => (
              <button
                key={item.key}
                type="button"
                role="menuitem"
                class={item.danger ? 'danger' : ''}
                data-value={item.key}
                onClick={() => {
                  show(false);
                  button.current?.focus();
                  item.choose();
                }}
              >
                {item.label}
                {item.description && <small>{item.description}</small>}
              </button>
            ))}
          </div>
        </Popup>
      )}
    </span>
  );
}

function moveFocus(root: HTMLElement | null, step: number): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
