import type { ComponentChildren, JSX } from 'preact';
import { channelById, usePage, userName } from '../context.ts';
import { formatDateTokens } from './dates.ts';
import { emojiFor, emojiFromCodes, withEmoji } from './emoji.ts';
import { type Inline, isSafeLink, type Style } from './nodes.ts';

export function Inlines({ nodes }: { nodes: Inline[] }) {
  return nodes.map((node, index) => <OneInline key={index} node={node} />);
}

function OneInline({ node }: { node: Inline }): JSX.Element {
  switch (node.kind) {
    case 'text':
      return <Styled style={node.style}>{node.text}</Styled>;
    case 'styled':
      return (
        <Styled style={{ [node.style]: true }}>
          <Inlines nodes={node.children} />
        </Styled>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'emoji':
      return <Emoji name={node.name} unicode={node.unicode} />;
    case 'link':
      return (
        <Styled style={node.style}>
          <SafeLink url={node.url}>
            <Inlines nodes={node.children} />
          </SafeLink>
        </Styled>
      );
    case 'date':
      return <DateText node={node} />;
    case 'broadcast':
      return <span class="mention">@{node.range}</span>;
    default:
      return <Mention node={node} />;
  }
}

export function SafeLink({ url, children }: { url: string; children: ComponentChildren }) {
  if (!isSafeLink(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Styled({ style, children }: { style?: Style | undefined; children: ComponentChildren }) {
  let shown = <>{children}</>;
  if (style?.code) shown = <code>{shown}</code>;
  if (style?.strike) shown = <s>{shown}</s>;
  if (style?.italic) shown = <em>{shown}</em>;
  if (style?.bold) shown = <strong>{shown}</strong>;
  return shown;
}

function Emoji({ name, unicode }: { name: string; unicode?: string | undefined }) {
  const shown = emojiFromCodes(unicode) ?? emojiFor(name);
  return shown ? (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {shown}
    </span>
  ) : (
    <>:{name}:</>
  );
}

function DateText({ node }: { node: Extract<Inline, { kind: 'date' }> }) {
  const { reader } = usePage();
  const shown = Number.isFinite(node.unix) ? formatDateTokens(node.unix, node.format, reader) : node.fallback;
  const time = <time title={node.fallback}>{shown}</time>;
  return node.url ? <SafeLink url={node.url}>{time}</SafeLink> : time;
}

function Mention({ node }: { node: Extract<Inline, { kind: 'user' | 'channel' }> }) {
  const { snapshot, me, go } = usePage();
  if (node.kind === 'user') {
    return <span class={node.id === me.id ? 'mention me' : 'mention'}>@{userName(snapshot, node.id)}</span>;
  }
  const channel = channelById(snapshot, node.id);
  if (!channel) return <span class="mention">#{node.label ?? 'private-channel'}</span>;
  return (
    <button type="button" class="mention" onClick={() => go({ place: channel.id })}>
      #{channel.name}
    </button>
  );
}

/** Slack's plain text objects know emoji shortcodes and nothing else. */
export function Plain({ text, emoji = true }: { text: string; emoji?: boolean | undefined }) {
  return <>{emoji ? withEmoji(text) : text}</>;
}
