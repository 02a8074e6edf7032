import type { Message } from '../../src/playground/protocol.ts';
import { type Person, wordsOf } from './person.ts';

interface Dots {
  type: string;
  action_id: string;
  options?: { text: { text: string } }[];
}

/** Chooses from the three dots of a message: those of the row, or row of buttons, with these words. */
export function chooseInMessage(person: Person, message: Message, row: RegExp, choice: RegExp) {
  const { channel, ts } = message;
  const blocks = message.blocks as { block_id: string; accessory?: Dots; elements?: Dots[] }[];
  for (const block of blocks.filter((one) => row.test(JSON.stringify(one)))) {
    const dots = [block.accessory, ...(block.elements ?? [])].find((one) => one?.type === 'overflow');
    const option = dots?.options?.find(({ text }) => choice.test(text.text));
    if (!dots || !option) continue;
    return person.act('click', {
      in: { message: { channel, ts } },
      blockId: block.block_id,
      actionId: dots.action_id,
      value: { type: 'overflow', selected_option: option },
    });
  }
  throw new Error(`No ${choice} at ${row} in ${wordsOf(message)}`);
}
