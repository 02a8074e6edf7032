import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PopupProps {
  anchor: RefObject<HTMLElement | null>;
  align?: 'start' | 'end';
  matchWidth?: boolean;
  above?: boolean;
  children: ComponentChildren;
}

const GAP = 4;
const EDGE = 8;

/** Floats next to its anchor in the browser's top layer, so that no scrolling parent cuts it off. */
export function Popup({ anchor, align = 'start', matchWidth = false, above = false, children }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    const place = () => {
      const rect = anchor.current?.getBoundingClientRect();
      if (rect) position(element, rect, { align, matchWidth, above });
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      watcher.disconnect();
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [anchor, align, matchWidth, above]);
  return (
    <div ref={box} popover="manual" class="popup">
      {children}
    </div>
  );
}

function position(
  element: HTMLElement,
  anchor: DOMRect,
  wish: { align: 'start' | 'end'; matchWidth: boolean; above: boolean },
): void {
  if (wish.matchWidth) element.style.width = `${anchor.width}px`;
  const below = innerHeight - anchor.bottom - GAP - EDGE;
  const over = anchor.top - GAP - EDGE;
  const height = Math.min(element.scrollHeight, 320);
  const up = wish.above ? over >= height || over > below : below < height && over > below;
  element.style.maxHeight = `${Math.min(320, up ? over : below)}px`;
  const left = wish.align === 'end' ? anchor.right - element.offsetWidth : anchor.left;
  element.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - element.offsetWidth - EDGE))}px`;
  element.style.top = up ? 'auto' : `${anchor.bottom + GAP}px`;
  element.style.bottom = up ? `${innerHeight - anchor.top + GAP}px` : 'auto';
}
