import type { KnownBlock, PlainTextElement } from '@slack/types';

/** The parts of Slack's view JSON that the page draws. */
export interface SlackView {
  type: string;
  title?: PlainTextElement;
  submit?: PlainTextElement;
  close?: PlainTextElement;
  callback_id?: string;
  blocks: KnownBlock[];
}

export function asSlackView(view: Record<string, unknown>): SlackView {
  return { blocks: [], ...view } as unknown as SlackView;
}

const FOCUSABLE = /input$|select$/;

/** The action id of the field that gets the focus: the one the app asks for, or else the first field. */
export function firstFocus(view: SlackView): string | undefined {
  const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block.element] : []));
  const wanted = inputs.find((element) => 'focus_on_load' in element && element.focus_on_load);
  return (wanted ?? inputs.find((element) => FOCUSABLE.test(element.type)))?.action_id;
}
