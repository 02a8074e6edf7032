import { useEffect, useRef } from 'preact/hooks';
import { Plain } from '../text/inline.tsx';
import { type Choice, sections } from './combobox-state.ts';

interface OptionListProps {
  id: string;
  choices: Choice[];
  chosen: Set<string>;
  active: number;
  multi: boolean;
  status?: string | undefined;
  onPick: (choice: Choice) => void;
}

export function OptionList({ id, choices, chosen, active, multi, status, onPick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} class="options">
      {(status || choices.length === 0) && (
        <div class="options-status" role="status">
          {status ?? 'No matches'}
        </div>
      )}
      <div
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-multiselectable={multi}
        onMouseDown={(event) => event.preventDefault()}
      >
        {sections(choices).map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
          <div key={section.label ?? ''} role="group" aria-label={section.label}>
            {section.label && (
              <div class="options-group" role="presentation">
                {section.label}
              </div>
            )}
            {section.choices.map((choice) => {
              const at = choices.indexOf(choice);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are with the input, which keeps the focus
                <div
                  key={choice.key}
                  id={`${id}-${at}`}
                  tabIndex={-1}
                  role="option"
                  aria-selected={chosen.has(choice.key)}
                  class={at === active ? 'option active' : 'option'}
                  data-value={choice.key}
                  onClick={() => onPick(choice)}
                >
                  {choice.icon}
                  <span>
                    <Plain text={choice.label} />
                    {choice.description && (
                      <small>
                        <Plain text={choice.description} />
                      </small>
                    )}
                  </span>
                  {chosen.has(choice.key) && <span aria-hidden="true">✓</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
