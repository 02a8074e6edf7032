import type { SectionBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { Text } from '../text/paragraphs.tsx';
import { Folded } from './folded.tsx';

export function SectionView({ block, blockId }: { block: SectionBlock; blockId: string }) {
  return (
    <>
      <div class="section-main">
        {block.text && (
          <Folded whole={block.expand === true}>
            <Text of={block.text} />
          </Folded>
        )}
        {block.fields && (
          <div class="fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div class="section-accessory">
          <Element element={block.accessory} holder={{ blockId }} />
        </div>
      )}
    </>
  );
}
