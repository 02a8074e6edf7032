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

  /** As `post`, where nothing should be in the way; a refusal is told at once, and not by what then never comes. */
  async act(what: string, body: object): Promise<void> {
    const answer = await this.post(what, body);
    if (!answer.ok) throw refused(what, answer);
  }

  /** All that the person sees; the traffic, which is much, only where it is wanted. */
  async see(wanted: { traffic: boolean } = { traffic: false }): Promise<Snapshot> {
    const traffic = wanted.traffic ? '' : '&traffic=no';
    const response = await fetch(`${this.url}/control/state?as=${this.id}${traffic}`);
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
  reads(channel: string | 'direct', words: RegExp): Promise<Message> {
    return this.#finds(channel, words, (all) => all.findLast((one) => words.test(wordsOf(one))));
  }

  /** Says it, and gives what is answered: the first new message of the channel whose words match. */
  async ask(channel: string, text: string, words = /./): Promise<Message> {
    const before = new Set((await this.messages(channel)).map(({ ts }) => ts));
    expect(await this.say(channel, text)).toEqual({ ok: true });
    return this.#finds(channel, words, (all) =>
      all.find((one) => !before.has(one.ts) && words.test(wordsOf(one))),
    );
  }

  async #finds(
    channel: string | 'direct',
    words: RegExp,
    find: (all: Message[]) => Message | undefined,
  ): Promise<Message> {
    let found: Message | undefined;
    let seen: Message[] = [];
    await expect
      .poll(async () => {
        seen = channel === 'direct' ? await this.direct() : await this.messages(channel);
        found = find(seen);
        return found ? 'found' : seen.map(wordsOf).slice(-3).join('\n');
      })
      .toBe('found');
    if (!found) throw new Error(`${words} was not found`);
    return found;
  }

  /** The modal on top, as soon as there is one whose words match. */
  async modal(words = /./, options: { timeout?: number } = {}): Promise<OpenView> {
    let found: OpenView | undefined;
    await expect
      .poll(async () => {
        const view = (await this.see()).views.at(-1);
        const matches = view && !view.busy && words.test(JSON.stringify(view.view) + (view.notice ?? ''));
        found = matches ? view : undefined;
        return found ? 'found' : JSON.stringify(view ?? null).slice(0, 600);
      }, options)
      .toBe('found');
    if (!found) throw new Error('No modal is open');
    return found;
  }

  /** Does what opens a modal, again if it must: a trigger lasts three seconds, which a busy machine may take itself. */
  async opens(act: () => Promise<unknown>, words: RegExp): Promise<OpenView> {
    for (let attempt = 1; ; attempt += 1) {
      await act();
      try {
        return await this.modal(words, { timeout: 10_000 });
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  async noModal(): Promise<void> {
    await expect.poll(async () => (await this.see()).views.length).toBe(0);
  }

  /**
   * Presses the button that is labelled so, as the message stands now: an edit gives its blocks new ids, and may come
   * between looking and pressing. Where a confirm dialog asks back, it is confirmed.
   */
  async press({ channel, ts, blocks }: Message, label: RegExp): Promise<void> {
    const where = { message: { channel, ts } };
    for (;;) {
      const now = (await this.messages(channel)).find((one) => one.ts === ts);
      const { blockId, actionId } = elementOf(now?.blocks ?? blocks, label);
      const answer = await this.post('click', { in: where, blockId, actionId, confirmed: true });
      if (answer.ok) return;
      if (answer.error !== 'element_not_found') throw refused(`press ${label}`, answer);
    }
  }

  /** Presses a button twice, as it stood: the second press may come after the message is another one. */
  async pressTwice({ channel, ts, blocks }: Message, label: RegExp): Promise<void> {
    const { blockId, actionId } = elementOf(blocks, label);
    const press = { in: { message: { channel, ts } }, blockId, actionId, confirmed: true };
    await Promise.all([this.post('click', press), this.post('click', press)]);
  }

  /** Presses a button of a modal. */
  pressIn(view: OpenView, label: RegExp): Promise<void> {
    const { blockId, actionId } = elementOf(blocksOf(view), label);
    return this.act('click', { in: { view: view.id }, blockId, actionId, confirmed: true });
  }

  /** Fills in the input whose label, block id or action id matches. */
  fill(view: OpenView, label: RegExp, value: StateValue): Promise<void> {
    const { blockId, actionId } = elementOf(blocksOf(view), label, true);
    return this.act('fill', { view: view.id, blockId, actionId, value });
  }

  /** Uploads a file from the person's computer and puts it into a file input. */
  async attach(view: OpenView, label: RegExp, name: string, bytes: Buffer | string): Promise<void> {
    const query = new URLSearchParams({ as: this.id, name });
    const response = await fetch(`${this.url}/control/upload?${query}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(bytes)),
    });
    const { file } = (await response.json()) as { file: { id: string } };
    return this.fill(view, label, { type: 'file_input', files: [file] });
  }

  /** Types into a text input. */
  type(view: OpenView, label: RegExp, value: string): Promise<void> {
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

const refused = (what: string, { error, messages = [] }: Refusal): Error =>
  new Error(`The playground refused ${what}: ${[error, ...messages].join('; ')}`);

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
