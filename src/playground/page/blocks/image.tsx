import type { ImageBlock } from '@slack/types';
import { Plain } from '../text/inline.tsx';

export function ImageView({ block }: { block: ImageBlock }) {
  return (
    <figure>
      {block.title && (
        <figcaption>
          <Plain text={block.title.text} emoji={block.title.emoji} />
        </figcaption>
      )}
      {'image_url' in block ? (
        <img src={block.image_url} alt={block.alt_text} />
      ) : (
        <span class="hint">{block.alt_text}</span>
      )}
    </figure>
  );
}
