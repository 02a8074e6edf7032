import type { ContextBlock, KnownBlock } from '@slack/types';
import type { JSX } from 'preact';
import { Element } from '../elements/element.tsx';
import { Inlines, Plain } from '../text/inline.tsx';
import { parseMarkdown } from '../text/markdown.ts';
import { parseInline } from '../text/mrkdwn.ts';
import { Paragraphs, Text } from '../text/paragraphs.tsx';
import { fromRichText } from '../text/rich-text.ts';
import { ContainerView } from './container.tsx';
import { ContextActions } from './context-actions.tsx';
import { ImageView } from './image.tsx';
import { InputBlockView } from './input-block.tsx';
import { type Scope, ScopeContext } from './scope.ts';
import { SectionView } from './section.tsx';
import { DataTableView, TableView } from './table.tsx';

export function Blocks({ blocks, scope }: { blocks: KnownBlock[]; scope: Scope }) {
  return (
    <ScopeContext.Provider value={scope}>
      <div class="blocks">
        <BlockList blocks={blocks} />
      </div>
    </ScopeContext.Provider>
  );
}

export function BlockList({ blocks }: { blocks: KnownBlock[] }) {
  return blocks.map((block, index) => {
    const blockId = block.block_id ?? `block-${index}`;
    // A new block id or type is a new field: what was typed into the old one must not stay.
    return <OneBlock key={`${blockId}/${block.type}`} block={block} blockId={blockId} />;
  });
}

function OneBlock({ block, blockId }: { block: KnownBlock; blockId: string }): JSX.Element {
  return (
    <div class={`block ${block.type}`} data-block={blockId}>
      <Content block={block} blockId={blockId} />
    </div>
  );
}

function Content({ block, blockId }: { block: KnownBlock; blockId: string }): JSX.Element {
  switch (block.type) {
    case 'section':
      return <SectionView block={block} blockId={blockId} />;
    case 'header':
      return (
        <h3>
          <Plain text={block.text.text} emoji={block.text.emoji} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return (
        <div class="actions-row">
          {block.elements.map((element, index) => (
            <Element
              key={('action_id' in element && element.action_id) || index}
              element={element}
              holder={{ blockId }}
            />
          ))}
        </div>
      );
    case 'input':
      return <InputBlockView block={block} blockId={blockId} />;
    case 'image':
      return <ImageView block={block} />;
    case 'rich_text':
      return <Paragraphs of={fromRichText(block)} />;
    case 'markdown':
      return <Paragraphs of={parseMarkdown(block.text)} />;
    case 'table':
      return <TableView block={block} />;
    case 'data_table':
      return <DataTableView block={block} />;
    case 'alert':
      return (
        <div class={`alert-box ${block.level ?? 'default'}`} role="status">
          <Text of={block.text} />
        </div>
      );
    case 'context_actions':
      return <ContextActions block={block} blockId={blockId} />;
    case 'container':
      return <ContainerView block={block} />;
    default:
      return <p class="unknown">A “{block.type}” block, which the playground does not draw.</p>;
  }
}

function Context({ block }: { block: ContextBlock }) {
  return (
    <>
      {block.elements.map((element, index) => {
        if (element.type === 'image') {
          return 'image_url' in element ? (
            <img key={index} src={element.image_url} alt={element.alt_text} />
          ) : null;
        }
        return (
          <span key={index}>
            {element.type === 'mrkdwn' ? (
              <Inlines nodes={parseInline(element.text, element.verbatim)} />
            ) : (
              <Plain text={element.text} emoji={element.emoji} />
            )}
          </span>
        );
      })}
    </>
  );
}
