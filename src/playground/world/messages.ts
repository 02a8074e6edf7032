import type { JsonObject } from '../json.ts';
import type { Id } from '../protocol.ts';

export interface StoredMessage {
  channel: Id;
  ts: string;
  threadTs?: string;
  user: Id;
  fromApp: boolean;
  text: string;
  blocks: JsonObject[];
  attachments?: JsonObject[];
  fileIds: Id[];
  editedTs?: string;
  ephemeralTo?: Id;
  reply?: 'response_url';
  metadata?: JsonObject;
  /** A reply that is shown in the channel too. */
  broadcast?: boolean;
  /** Stands for a deleted message that has replies. */
  tombstone?: boolean;
}

/** All messages, per channel, oldest first; ephemeral ones stand among them. */
export class Messages {
  readonly #channels = new Map<Id, StoredMessage[]>();
  readonly #clock: () => number;
  #lastMicros = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The next timestamp: seconds and microseconds, never the same twice, as message ids have to be. */
  nextTs(): string {
    this.#lastMicros = Math.max(Math.floor(this.#clock() * 1000), this.#lastMicros + 1);
    return this.#format(this.#lastMicros);
  }

  add(message: StoredMessage): StoredMessage {
    const list = this.#channels.get(message.channel) ?? [];
    list.push(message);
    this.#channels.set(message.channel, list);
    const micros = Number(message.ts.replace('.', ''));
    this.#lastMicros = Math.max(this.#lastMicros, micros);
    return message;
  }

  /** The message of that timestamp, ephemeral ones included. */
  find(channel: Id, ts: string): StoredMessage | undefined {
    return this.#channels.get(channel)?.find((message) => message.ts === ts);
  }

  in(channel: Id): StoredMessage[] {
    return this.#channels.get(channel) ?? [];
  }

  replies(channel: Id, threadTs: string): StoredMessage[] {
    return this.in(channel).filter((message) => message.threadTs === threadTs && !message.ephemeralTo);
  }

  /** Deletes the message; a parent with replies stays as a tombstone, as in Slack. */
  remove(message: StoredMessage): void {
    if (!message.threadTs && this.replies(message.channel, message.ts).length > 0) {
      Object.assign(message, { text: 'This message was deleted.', blocks: [], fileIds: [], tombstone: true });
      return;
    }
    this.#channels.set(
      message.channel,
      this.in(message.channel).filter((other) => other !== message),
    );
  }

  all(): StoredMessage[] {
    return [...this.#channels.values()].flat();
  }

  clear(): void {
    this.#channels.clear();
  }

  #format(micros: number): string {
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
  }
}
