import { expect } from 'vitest';
import type { Fault, Message, OpenView, Snapshot, StateValue } from '../../src/playground/protocol.ts';

/** What the control API answers when Slack's client would refuse; `messages` are the sentences shown. */
export interface Refusal {
  ok: false;
  error: string;
  messages?: string[];
}
type Answer = { ok: true } | Refusal;

interface Element {
  blockId: string;
  actionId: string;
  type: string;
  text: string;
}

/** Somebody at the playground: says, presses and fills in what a person would, through the control API. */
export class Person {
  readonly url: string;
  readonly id: string;

  constructor(url: string, id: string) {
    this.url = url;
    this.id = id;
  }

  async post(what: string, body: object): Promise<Answer> {
    const response = await fetch(`${this.url}/control/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: this.id, ...body }),
    });
    return (await response.json()) as Answer;
  }

  async see(): Promise<Snapshot> {
    const response = await fetch(`${this.url}/control/state?as=${this.id}`);
    return (await response.json()) as Snapshot;
  }

  say(channel: string, text: string): Promise<Answer> {
    return this.post('say', { channel, text });
  }

  /** Messages of a channel that this person sees, oldest first. */
  async messages(channel: string): Promise<Message[]> {
    return (await this.see()).messages.filter((message) => message.channel === channel);
  }

  /** The person's direct messages with the app. */
  async direct(): Promise<Message[]> {
    const { channels } = await this.see();
    const dm = channels.find((channel) => channel.kind === 'dm');
    return dm ? this.messages(dm.id) : [];
  }

  /** The last message of the channel whose words match, as soon as there is one. */
  async reads(channel: string | 'direct', words: RegExp, timeout = 8_000): Promise<Message> {
    let found: Message | undefined;
    let seen: Message[] = [];
    await expect
      .poll(
        async () => {
          seen = channel === 'direct' ? await this.direct() : await this.messages(channel);
          found = seen.findLast((message) => words.test(wordsOf(message)));
          return found ? 'found' : seen.map(wordsOf).slice(-3);
        },
        { timeout, interval: 50 },
      )
      .toBe('found');
    if (!found) throw new Error(`${words} was not found`);
    return found;
  }

  /** The modal on top, as soon as there is one whose words match. */
  async modal(words = /./, timeout = 8_000): Promise<OpenView> {
    let found: OpenView | undefined;
    await expect
      .poll(
        async () => {
          const view = (await this.see()).views.at(-1);
          const matches = view && !view.busy && words.test(JSON.stringify(view.view) + (view.notice ?? ''));
          found = matches ? view : undefined;
          return found ? 'found' : JSON.stringify(view ?? null).slice(0, 600);
        },
        { timeout, interval: 50 },
      )
      .toBe('found');
    if (!found) throw new Error('No modal is open');
    return found;
  }

  async noModal(): Promise<void> {
    await expect.poll(async () => (await this.see()).views.length, { timeout: 8_000 }).toBe(0);
  }

  /** Presses the button of a message that is labelled so; asks back where a confirm dialog does. */
  press(message: Message, label: RegExp): Promise<Answer> {
    const { blockId, actionId } = elementOf(message.blocks, label);
    const where = { message: { channel: message.channel, ts: message.ts } };
    return this.post('click', { in: where, blockId, actionId, confirmed: true });
  }

  /** Presses a button of a modal. */
  pressIn(view: OpenView, label: RegExp): Promise<Answer> {
    const { blockId, actionId } = elementOf(blocksOf(view), label);
    return this.post('click', { in: { view: view.id }, blockId, actionId, confirmed: true });
  }

  /** Fills in the input whose label, block id or action id matches. */
  fill(view: OpenView, label: RegExp, value: StateValue): Promise<Answer> {
    const { blockId, actionId } = elementOf(blocksOf(view), label, true);
    return this.post('fill', { view: view.id, blockId, actionId, value });
  }

  /** Types into a text input. */
  type(view: OpenView, label: RegExp, value: string): Promise<Answer> {
    return this.fill(view, label, { type: 'plain_text_input', value });
  }

  submit(view: OpenView): Promise<Answer> {
    return this.post('submit', { view: view.id });
  }

  async fault(fault: Fault): Promise<void> {
    await this.post('faults', fault);
  }

  async clearFaults(): Promise<void> {
    await fetch(`${this.url}/control/faults`, { method: 'DELETE' });
  }
}

const blocksOf = (view: OpenView): unknown[] => (view.view.blocks as unknown[] | undefined) ?? [];

/** All that a message says, blocks included. */
export const wordsOf = (message: Message): string => `${message.text}\n${JSON.stringify(message.blocks)}`;

/** The first element labelled so (or, for inputs, with such an id), anywhere in the blocks. */
function elementOf(blocks: unknown[], label: RegExp, input = false): Element {
  const all = blocks.flatMap((block) => elements(block));
  const found = all.find(
    (one) => label.test(one.text) || (input && (label.test(one.actionId) || label.test(one.blockId))),
  );
  if (!found)
    throw new Error(`Nothing is labelled ${label}; there is ${all.map((one) => one.text).join(' | ')}`);
  return found;
}

function elements(block: unknown): Element[] {
  const {
    block_id: blockId = '',
    label,
    element,
    elements: many = [],
    accessory,
  } = block as Record<string, never> & {
    block_id?: string;
    label?: { text: string };
    element?: unknown;
    elements?: unknown[];
    accessory?: unknown;
  };
  return [element, accessory, ...many]
    .filter((one) => typeof one === 'object' && one !== null && 'action_id' in one)
    .map((one) => {
      const {
        action_id: actionId,
        type,
        text,
      } = one as { action_id: string; type: string; text?: { text: string } };
      return {
        blockId,
        actionId,
        type,
        text: text?.text ?? (label as { text: string } | undefined)?.text ?? '',
      };
    });
}
