import { useId, useRef, useState } from 'preact/hooks';
import { ChevronIcon } from '../shell/icons.tsx';
import { Popup } from '../shell/popup.tsx';
import { type Choice, inOrder, matching, step } from './combobox-state.ts';
import { OptionList } from './option-list.tsx';

export interface ComboboxProps {
  choices: Choice[];
  selected: Choice[];
  multi: boolean;
  max?: number | undefined;
  placeholder: string;
  clearable: boolean;
  busy?: boolean;
  /** For lists that the app searches itself; the page then does not filter. */
  onQuery?: ((query: string) => void) | undefined;
  status?: string | undefined;
  onSelect: (choices: Choice[]) => void;
  hooks: Record<string, string>;
  aria: Record<string, string | boolean | undefined>;
}

/** A searchable select, single or multiple, after the ARIA combobox pattern. */
export function Combobox(props: ComboboxProps) {
  const { selected, multi } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<number>(); // where the arrow keys went
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const keys = new Set(selected.map((choice) => choice.key));
  const shown = inOrder(props.onQuery ? props.choices : matching(props.choices, query));
  const single = multi ? undefined : selected[0];
  const isFull = multi && props.max !== undefined && selected.length >= props.max;

  const chosenAt = shown.findIndex((choice) => choice.key === single?.key);
  const firstAt = chosenAt < 0 && query && shown.length > 0 ? 0 : chosenAt;
  const active = moved !== undefined && moved < shown.length ? moved : firstAt;

  const show = () => {
    if (open) return;
    setMoved(undefined);
    setOpen(true);
    props.onQuery?.('');
  };
  const hide = () => {
    setOpen(false);
    setQuery('');
  };
  const search = (text: string) => {
    setOpen(true);
    setMoved(undefined);
    setQuery(text);
    props.onQuery?.(text);
  };
  const pick = (choice: Choice) => {
    if (!multi) {
      props.onSelect([choice]);
      hide();
    } else if (keys.has(choice.key)) {
      props.onSelect(selected.filter((one) => one.key !== choice.key));
    } else if (!isFull) {
      props.onSelect([...selected, choice]);
      if (query) search('');
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (open) setMoved(step(active, key === 'ArrowDown' ? 1 : -1, shown.length));
      else show();
    } else if (key === 'Enter' && open) {
      event.preventDefault();
      const choice = shown[active];
      if (choice) pick(choice);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else if (key === 'Backspace' && multi && query === '' && selected.length > 0) {
      props.onSelect(selected.slice(0, -1));
    }
  };

  return (
    <div
      ref={root}
      class={['combobox', open ? 'open' : '', props.busy ? 'busy' : '', multi ? 'multi' : ''].join(' ')}
      onPointerDown={(event) => {
        if (event.target === root.current) {
          event.preventDefault();
          field.current?.focus();
          show();
        }
      }}
    >
      {multi &&
        selected.map((choice) => (
          <span key={choice.key} class="chip" data-value={choice.key}>
            {choice.label}
            <button
              type="button"
              aria-label={`Remove ${choice.label}`}
              onClick={() => props.onSelect(selected.filter((one) => one.key !== choice.key))}
            >
              ✕
            </button>
          </span>
        ))}
      {!open && single?.icon}
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
        value={open ? query : (single?.label ?? '')}
        placeholder={multi && selected.length > 0 ? '' : (single?.label ?? props.placeholder)}
        onClick={show}
        onInput={(event) => search(event.currentTarget.value)}
        onBlur={hide}
        onKeyDown={onKeyDown}
        {...props.hooks}
        {...props.aria}
      />
      {props.clearable && selected.length > 0 && (
        <button type="button" class="clear" aria-label="Clear selection" onClick={() => props.onSelect([])}>
          ✕
        </button>
      )}
      <ChevronIcon />
      {open && (
        <Popup anchor={root} matchWidth>
          <OptionList
            id={listId}
            choices={shown}
            chosen={keys}
            active={active}
            multi={multi}
            status={isFull ? `At most ${props.max}.` : props.status}
            onPick={pick}
          />
        </Popup>
      )}
    </div>
  );
}
