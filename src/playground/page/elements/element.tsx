import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types';
import type { Holder } from '../blocks/scope.ts';
import { ButtonElement } from './button.tsx';
import { CheckboxesElement, RadioElement } from './choices.tsx';
import { DirectorySelectElement } from './directory-select.tsx';
import { FileElement } from './file-input.tsx';
import { OptionSelectElement } from './option-select.tsx';
import { OverflowElement } from './overflow.tsx';
import { DateElement, DateTimeElement, TimeElement } from './pickers.tsx';
import { TextInputElement } from './text-input.tsx';

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory;

export function Element({ element, holder }: { element: AnyElement; holder: Holder }) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement element={element} holder={holder} />;
    case 'overflow':
      return <OverflowElement element={element} holder={holder} />;
    case 'checkboxes':
      return <CheckboxesElement element={element} holder={holder} />;
    case 'radio_buttons':
      return <RadioElement element={element} holder={holder} />;
    case 'datepicker':
      return <DateElement element={element} holder={holder} />;
    case 'timepicker':
      return <TimeElement element={element} holder={holder} />;
    case 'datetimepicker':
      return <DateTimeElement element={element} holder={holder} />;
    case 'file_input':
      return <FileElement element={element} holder={holder} />;
    case 'plain_text_input':
    case 'rich_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInputElement element={element} holder={holder} />;
    case 'static_select':
    case 'multi_static_select':
    case 'external_select':
    case 'multi_external_select':
      return <OptionSelectElement element={element} holder={holder} />;
    case 'image':
      return 'image_url' in element ? (
        <img class="accessory" src={element.image_url} alt={element.alt_text} />
      ) : null;
    default:
      return <DirectorySelectElement element={element} holder={holder} />;
  }
}
