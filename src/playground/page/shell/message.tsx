import type { KnownBlock } from '@slack/types';
import type { ComponentChildren } from 'preact';
import type { Message } from '../../protocol.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { useLocalScope } from '../blocks/scope.ts';
import { personById, usePage, userName } from '../context.ts';
import { clock, tsToDate } from '../text/dates.ts';
import { Mrkdwn } from '../text/paragraphs.tsx';
import { AppAvatar, Avatar } from './avatar.tsx';
import { Files } from './files.tsx';
import { EyeIcon } from './icons.tsx';
import { MessageTools } from './message-tools.tsx';

interface MessageProps {
  message: Message;
  /** Follows another one of the same author: no name and picture again. */
  continued?: boolean;
  inThread?: boolean;
}

export function MessageView({ message, continued = false, inThread = false }: MessageProps) {
  const { reader, go } = usePage();
  const scope = useLocalScope({ message: { channel: message.channel, ts: message.ts } });
  const at = tsToDate(message.ts);
  const time = (
    <time dateTime={at.toISOString()} title={at.toLocaleString(reader.locale, { timeZone: reader.tz })}>
      {clock(at, reader)}
    </time>
  );
  return (
    <article
      class={['message', continued ? 'continued' : '', message.ephemeralTo ? 'ephemeral' : ''].join(' ')}
      data-testid="message"
      data-ts={message.ts}
      data-ephemeral={message.ephemeralTo ? 'true' : undefined}
    >
      <div class="message-side">{continued ? time : <Picture message={message} />}</div>
      <div class="message-main">
        {message.ephemeralTo && (
          <p class="only-you">
            <EyeIcon /> Only visible to you
          </p>
        )}
        {!continued && <Author message={message}>{time}</Author>}
        {message.blocks.length > 0 ? (
          <Blocks blocks={message.blocks as KnownBlock[]} scope={scope} />
        ) : (
          <Mrkdwn text={message.text} />
        )}
        {message.edited && <span class="edited">(edited)</span>}
        <Files files={message.files} />
        {message.replyCount > 0 && !inThread && (
          <button
            type="button"
            class="replies"
            data-testid="replies"
            onClick={() => go({ thread: message.ts })}
          >
            {message.replyCount} {message.replyCount === 1 ? 'reply' : 'replies'}
          </button>
        )}
      </div>
      <MessageTools message={message} inThread={inThread} />
    </article>
  );
}

function Picture({ message }: { message: Message }) {
  const { snapshot } = usePage();
  const person = personById(snapshot, message.user);
  if (message.fromApp) return <AppAvatar />;
  if (!person) return <Avatar name={userName(snapshot, message.user)} color="#5b6670" />;
  return <Avatar name={person.realName} color={person.color} />;
}

function Author({ message, children }: { message: Message; children: ComponentChildren }) {
  const { snapshot } = usePage();
  return (
    <p class="author">
      <strong>{message.fromApp ? snapshot.app.name : userName(snapshot, message.user)}</strong>
      {message.fromApp && <span class="app-badge">APP</span>}
      {children}
    </p>
  );
}
