import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Inlines, Plain } from './inline.tsx';
import { parseMrkdwn } from './mrkdwn.ts';
import type { Paragraph } from './nodes.ts';

export function Paragraphs({ of }: { of: Paragraph[] }) {
  return of.map((paragraph, index) => <OneParagraph key={index} paragraph={paragraph} />);
}

function OneParagraph({ paragraph }: { paragraph: Paragraph }): JSX.Element {
  switch (paragraph.kind) {
    case 'pre':
      return <pre>{paragraph.text}</pre>;
    case 'rule':
      return <hr />;
    case 'quote':
      return (
        <blockquote class="text">
          <Inlines nodes={paragraph.children} />
        </blockquote>
      );
    case 'heading':
      return (
        <h4 class={`text heading level-${paragraph.level}`}>
          <Inlines nodes={paragraph.children} />
        </h4>
      );
    case 'list':
      return <List list={paragraph} />;
    case 'table':
      return <SimpleTable rows={paragraph.rows} />;
    default:
      return (
        <div class="text">
          <Inlines nodes={paragraph.children} />
        </div>
      );
  }
}

function List({ list }: { list: Extract<Paragraph, { kind: 'list' }> }) {
  const Tag = list.ordered ? 'ol' : 'ul';
  return (
    <Tag class="text">
      {list.items.map((item, index) => (
        <li key={index} class={`indent-${Math.min(item.indent, 8)}`}>
          <Inlines nodes={item.children} />
        </li>
      ))}
    </Tag>
  );
}

function SimpleTable({ rows }: { rows: Extract<Paragraph, { kind: 'table' }>['rows'] }) {
  const [head = [], ...body] = rows;
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <Inlines nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>
                  <Inlines nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Mrkdwn({ text, verbatim }: { text: string; verbatim?: boolean | undefined }) {
  const paragraphs = useMemo(() => parseMrkdwn(text, verbatim), [text, verbatim]);
  return <Paragraphs of={paragraphs} />;
}

/** A text object of either kind. */
export function Text({ of }: { of: MrkdwnElement | PlainTextElement }) {
  if (of.type === 'mrkdwn') return <Mrkdwn text={of.text} verbatim={of.verbatim} />;
  return (
    <div class="text">
      <Plain text={of.text} emoji={of.emoji} />
    </div>
  );
}
