import type { Overflow } from '@slack/types';
import { type Holder, useControl } from '../blocks/scope.ts';
import { MoreIcon } from '../shell/icons.tsx';
import { MenuButton } from '../shell/menu.tsx';
import { Plain } from '../text/inline.tsx';
import { isSafeLink } from '../text/nodes.ts';
import { Confirm } from './confirm.tsx';

export function OverflowElement({ element, holder }: { element: Overflow; holder: Holder }) {
  const control = useControl(element, holder);
  const items = element.options.map((option, index) => ({
    key: option.value ?? String(index),
    label: <Plain text={option.text.text} />,
    description: option.description && <Plain text={option.description.text} />,
    choose: () => {
      if (option.url && isSafeLink(option.url)) window.open(option.url, '_blank', 'noopener,noreferrer');
      void control.press({ type: 'overflow', selected_option: option });
    },
  }));
  return (
    <>
      <MenuButton
        label="More options"
        icon={<MoreIcon />}
        items={items}
        disabled={control.busy}
        class="button overflow"
        hooks={control.hooks}
      />
      <Confirm control={control} />
    </>
  );
}
