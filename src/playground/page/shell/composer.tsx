import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandInfo } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { CommandList } from './command-list.tsx';
import { commandFor, commandsFor, withMentions } from './composing.ts';
import { SendIcon } from './icons.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';

interface ComposerProps {
  channel: string;
  threadTs?: string | undefined;
  placeholder: string;
}

export function Composer({ channel, threadTs, placeholder }: ComposerProps) {
  const { snapshot, me, drafts, setDraft, tell } = usePage();
  const key = `${me.id}/${channel}/${threadTs ?? ''}`;
  const text = drafts[key] ?? '';
  const field = useRef<HTMLTextAreaElement>(null);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const offered = threadTs || dismissed ? [] : commandsFor(text, snapshot.app.commands);
  const typed = threadTs ? undefined : commandFor(text, snapshot.app.commands);
  const prefix = threadTs ? 'thread-' : '';

  useEffect(() => field.current?.focus(), [key]);
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 220)}px`;
  }, [text]);

  const type = (next: string) => {
    setDismissed(false);
    setActive(0);
    setDraft(key, next);
  };
  const send = async () => {
    if (!text.trim()) return;
    setDraft(key, '');
    const said = text.startsWith('/') ? text.trim() : withMentions(text.trim(), snapshot);
    const answer = await post('say', { as: me.id, channel, text: said, ...(threadTs ? { threadTs } : {}) });
    if (answer.ok || text.startsWith('/')) return; // what is wrong with a command, Slackbot says
    tell(refusal(answer));
    setDraft(key, text);
  };
  const complete = (command: CommandInfo) => {
    type(`${command.command} `);
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const offer = offered[active];
    if (event.isComposing) return;
    if (offer && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length);
    } else if (offer && (event.key === 'Tab' || (event.key === 'Enter' && offer.command !== text.trim()))) {
      event.preventDefault();
      complete(offer);
    } else if (offer && event.key === 'Escape') {
      setDismissed(true);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div class="composer">
      {offered.length > 0 && <CommandList commands={offered} active={active} onPick={complete} />}
      {offered.length === 0 && typed && (
        <p class="composer-hint" data-testid="command-hint">
          <code>{typed.command}</code> {typed.usageHint} <span>{typed.description}</span>
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? 'commands' : undefined}
          aria-activedescendant={offered.length > 0 ? `commands-${active}` : undefined}
          data-testid={`${prefix}composer`}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <div class="composer-bar">
          {!threadTs && <ShortcutMenu />}
          <span class="composer-tip">
            {threadTs ? 'Apps’ slash commands do not run in threads.' : 'Type / for commands'}
          </span>
          <button
            type="button"
            class="send"
            aria-label="Send"
            title="Send (Enter)"
            data-testid={`${prefix}send`}
            disabled={!text.trim()}
            onClick={() => void send()}
          >
            <SendIcon />
          </button>
        </div>
      </div>
    </div>
  );
}
