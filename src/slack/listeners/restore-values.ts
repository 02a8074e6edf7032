import type { ViewStateValue } from '@slack/bolt';
import type { AnyBlock, ModalView } from '@slack/types';

type Values = Record<string, Record<string, ViewStateValue>>;

/** What an element shows at first, from what was filled in. */
function initial(value: ViewStateValue): Record<string, unknown> {
  switch (value.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { initial_value: value.value };
    case 'rich_text_input':
      return { initial_value: value.rich_text_value };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { initial_option: value.selected_option };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { initial_options: value.selected_options };
    case 'users_select':
      return { initial_user: value.selected_user };
    case 'multi_users_select':
      return { initial_users: value.selected_users };
    case 'conversations_select':
      return { initial_conversation: value.selected_conversation };
    case 'multi_conversations_select':
      return { initial_conversations: value.selected_conversations };
    case 'channels_select':
      return { initial_channel: value.selected_channel };
    case 'multi_channels_select':
      return { initial_channels: value.selected_channels };
    case 'datepicker':
      return { initial_date: value.selected_date };
    case 'timepicker':
      return { initial_time: value.selected_time };
    case 'datetimepicker':
      return { initial_date_time: value.selected_date_time };
    default:
      return {};
  }
}

interface Option {
  value?: string;
}
interface Element {
  action_id?: string;
  options?: Option[];
  option_groups?: { options: Option[] }[];
}

/** Slack takes an option as initial only just as it is among the choices, which may be worded otherwise by now. */
function offered(element: Element, chosen: unknown): unknown {
  const options = element.options ?? element.option_groups?.flatMap((group) => group.options);
  if (!options || isEmpty(chosen)) return chosen;
  const own = (one: Option) => options.filter(({ value }) => value === one.value).slice(0, 1);
  return Array.isArray(chosen) ? chosen.flatMap(own) : own(chosen as Option)[0];
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A view whose fields start with what the person had filled in. */
export function restoreValues(view: ModalView, values: Values): ModalView {
  return { ...view, blocks: view.blocks.map((block) => restored(block, values)) };
}

function restored(block: AnyBlock, values: Values): AnyBlock {
  if (block.type !== 'input' || !('element' in block)) return block;
  const element = block.element as Element;
  const value = values[block.block_id ?? '']?.[element.action_id ?? ''];
  if (!value) return block;
  const kept = Object.entries(element).filter(([key]) => !key.startsWith('initial_'));
  const filled = Object.entries(initial(value)).filter(([, now]) => !isEmpty(now));
  const added = filled.map(([key, now]) => [key, offered(element, now)]);
  // What was chosen is offered no more, so that the form says itself what it starts with.
  if (added.some(([, now]) => isEmpty(now))) return block;
  return { ...block, element: Object.fromEntries([...kept, ...added]) } as AnyBlock;
}
