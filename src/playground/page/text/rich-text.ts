import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Inline, Paragraph } from './nodes.ts';

/** One paragraph per element; list items keep the indent of their list. */
export function fromRichText(block: RichTextBlock): Paragraph[] {
  return block.elements.map(paragraph);
}

function paragraph(element: RichTextBlockElement): Paragraph {
  if (element.type === 'rich_text_list') {
    const indent = element.indent ?? 0;
    const items = element.elements.map((item) => ({ indent, children: inlineAll(item.elements) }));
    return { kind: 'list', ordered: element.style === 'ordered', items };
  }
  if (element.type === 'rich_text_preformatted') {
    return { kind: 'pre', text: element.elements.map((part) => part.text ?? '').join('') };
  }
  const kind = element.type === 'rich_text_quote' ? 'quote' : 'text';
  return { kind, children: inlineAll(element.elements) };
}

function inlineAll(elements: RichTextElement[]): Inline[] {
  return elements.map(inline);
}

function inline(element: RichTextElement): Inline {
  const style = element.style ? { style: element.style } : {};
  switch (element.type) {
    case 'text':
      return { kind: 'text', text: element.text, ...style };
    case 'link':
      return {
        kind: 'link',
        url: element.url,
        children: [{ kind: 'text', text: element.text ?? element.url }],
        ...style,
      };
    case 'user':
      return { kind: 'user', id: element.user_id };
    case 'channel':
      return { kind: 'channel', id: element.channel_id };
    case 'broadcast':
      return { kind: 'broadcast', range: element.range };
    case 'emoji':
      return { kind: 'emoji', name: element.name, ...(element.unicode ? { unicode: element.unicode } : {}) };
    case 'date':
      return {
        kind: 'date',
        unix: element.timestamp,
        format: element.format,
        fallback: element.fallback ?? '',
        ...(element.url ? { url: element.url } : {}),
      };
    case 'color':
      return { kind: 'code', text: element.value };
    case 'usergroup':
      return { kind: 'broadcast', range: element.usergroup_id };
    case 'team':
      return { kind: 'broadcast', range: element.team_id };
    default:
      return { kind: 'text', text: '' };
  }
}
