import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { dayKey, dayLabel, tsToDate } from '../text/dates.ts';
import { MessageView } from './message.tsx';

interface MessageListProps {
  messages: Message[];
  label: string;
  inThread?: boolean;
  children?: ComponentChildren;
}

const NEAR_BOTTOM = 120;

export function MessageList({ messages, label, inThread = false, children }: MessageListProps) {
  const { reader } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const follow = () => {
      if (stick.current) list.scrollTop = list.scrollHeight;
    };
    follow();
    const watcher = new ResizeObserver(follow);
    watcher.observe(list);
    if (list.firstElementChild) watcher.observe(list.firstElementChild);
    return () => watcher.disconnect();
  }, []);

  return (
    <div
      ref={box}
      class="message-list"
      role="log"
      aria-label={label}
      onScroll={({ currentTarget: list }) => {
        const near = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_BOTTOM;
        // Only going up lets go of the end: a message that grows the list meanwhile does not.
        stick.current = near || (stick.current && list.scrollTop >= lastTop.current);
        lastTop.current = list.scrollTop;
      }}
    >
      <div>
        {children}
        {messages.map((message, index) => {
          const previous = messages[index - 1];
          const at = tsToDate(message.ts);
          const isNewDay =
            !inThread && (!previous || dayKey(tsToDate(previous.ts), reader) !== dayKey(at, reader));
          return (
            <Fragment key={`${message.ts}/${message.ephemeralTo ?? ''}`}>
              {isNewDay && (
                <div class="day">
                  <span>{dayLabel(at, reader)}</span>
                </div>
              )}
              <MessageView
                message={message}
                inThread={inThread}
                continued={!isNewDay && isContinued(previous, message)}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

const SAME_BREATH_S = 300;

function isContinued(previous: Message | undefined, message: Message): boolean {
  if (!previous || previous.user !== message.user || previous.ephemeralTo !== message.ephemeralTo)
    return false;
  if (message.ephemeralTo || previous.replyCount > 0) return false;
  return Number(message.ts) - Number(previous.ts) < SAME_BREATH_S;
}
