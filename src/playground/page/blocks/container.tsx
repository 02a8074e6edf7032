import type { ContainerBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import { Plain } from '../text/inline.tsx';
import { Paragraphs, Text } from '../text/paragraphs.tsx';
import { fromRichText } from '../text/rich-text.ts';
import { BlockList } from './blocks.tsx';

export function ContainerView({ block }: { block: ContainerBlock }) {
  const [open, setOpen] = useState(!block.default_collapsed);
  const title = block.rich_text_title ? (
    <Paragraphs of={fromRichText(block.rich_text_title)} />
  ) : (
    block.title && <Plain text={block.title.text} emoji={block.title.emoji} />
  );
  return (
    <div class="container-box">
      <div class="container-title">
        <strong>{title}</strong>
        {block.is_collapsible && (
          <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      {block.subtitle && <Text of={block.subtitle} />}
      {open && <BlockList blocks={block.child_blocks} />}
    </div>
  );
}
