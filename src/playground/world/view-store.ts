import type { JsonObject } from '../json.ts';
import type { Id, ViewState } from '../protocol.ts';

/** An open modal or a published App Home. */
export interface ViewRecord {
  id: Id;
  type: 'modal' | 'home';
  person: Id;
  hash: string;
  /** What the app sent, with names for the blocks and elements that had none. */
  view: JsonObject;
  state: ViewState;
  errors: Record<string, string>;
  notice?: string;
  /** Requests that wait for the app, and whether one of them is a submission. */
  waiting: number;
  submitting: boolean;
  rootId: Id;
  previousId: Id | null;
  /** Where the person was when the modal was opened; selects may start from it. */
  channel?: Id;
}

/** docs.slack.dev: modals, "up to 3 views in the stack". */
export const MAX_STACK = 3;

/** Each person's stack of modals and their App Home. */
export class Views {
  readonly #stacks = new Map<Id, ViewRecord[]>();
  readonly homes = new Map<Id, ViewRecord>();

  stack(person: Id): ViewRecord[] {
    return this.#stacks.get(person) ?? [];
  }

  setStack(person: Id, stack: ViewRecord[]): void {
    this.#stacks.set(person, stack);
  }

  push(record: ViewRecord): void {
    this.#stacks.set(record.person, [...this.stack(record.person), record]);
  }

  /** Takes the view away, and those on top of it. */
  remove(record: ViewRecord): void {
    const stack = this.stack(record.person);
    const index = stack.indexOf(record);
    if (index >= 0) this.setStack(record.person, stack.slice(0, index));
  }

  all(): ViewRecord[] {
    return [...[...this.#stacks.values()].flat(), ...this.homes.values()];
  }

  find(test: { id?: Id; externalId?: string }): ViewRecord | undefined {
    return this.all().find((record) =>
      test.id === undefined ? record.view.external_id === test.externalId : record.id === test.id,
    );
  }

  clear(): void {
    this.#stacks.clear();
    this.homes.clear();
  }
}
