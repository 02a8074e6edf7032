import { SlackError } from '../errors.ts';
import { secretName } from '../ids.ts';
import type { Id } from '../protocol.ts';

export interface Trigger {
  person: Id;
  channel?: Id;
  bornAt: number;
  used: boolean;
}

/** The rights to open a modal for a person, good for one call within a few seconds. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>();
  readonly #clock: () => number;
  readonly #lifetimeMs: number;

  constructor(clock: () => number, lifetimeMs: number) {
    this.#clock = clock;
    this.#lifetimeMs = lifetimeMs;
  }

  /** A new trigger for what the person has just done. */
  create(person: Id, channel?: Id): string {
    const now = this.#clock();
    const id = `${Math.floor(now)}.${this.#triggers.size + 1}.${secretName()}`;
    this.#triggers.set(id, {
      person,
      bornAt: now,
      used: false,
      ...(channel === undefined ? {} : { channel }),
    });
    return id;
  }

  /** The trigger if it can still be used; it stays usable until `spend`. */
  check(id: string): Trigger {
    const trigger = this.#triggers.get(id);
    if (!trigger) throw new SlackError('invalid_trigger_id');
    if (trigger.used) throw new SlackError('exchanged_trigger_id');
    if (this.#clock() - trigger.bornAt > this.#lifetimeMs) throw new SlackError('expired_trigger_id');
    return trigger;
  }

  spend(trigger: Trigger): void {
    trigger.used = true;
  }
}
