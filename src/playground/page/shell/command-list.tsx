import type { CommandInfo } from '../../protocol.ts';

interface CommandListProps {
  commands: CommandInfo[];
  active: number;
  onPick: (command: CommandInfo) => void;
}

export function CommandList({ commands, active, onPick }: CommandListProps) {
  return (
    <div id="commands" class="commands" role="listbox" aria-label="Commands" data-testid="commands">
      {commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are with the composer, which keeps the focus
        <div
          key={command.command}
          tabIndex={-1}
          id={`commands-${index}`}
          role="option"
          aria-selected={index === active}
          class={index === active ? 'option active' : 'option'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(command)}
        >
          <span>
            <strong>{command.command}</strong> <span class="usage">{command.usageHint}</span>
            <small>{command.description}</small>
          </span>
        </div>
      ))}
    </div>
  );
}
