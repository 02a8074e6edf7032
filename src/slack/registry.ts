const KINDS = ['action', 'command', 'event', 'options', 'shortcut', 'view', 'view-closed'] as const;
export type ListenerKind = (typeof KINDS)[number];

/** An action id without the number that tells equal ones in a block apart. */
export const baseActionId = (id: string): string => id.replace(/:\d+$/, '');

/**
 * What the app listens to. Bolt runs every listener that matches, and two that answer the same request fail;
 * so each id is taken once, and what nobody has taken can be told.
 */
export class Registry {
  readonly #known: Record<ListenerKind, Set<string>> = {
    action: new Set(),
    command: new Set(),
    event: new Set(),
    options: new Set(),
    shortcut: new Set(),
    view: new Set(),
    'view-closed': new Set(),
  };

  /** @throws Error when it is taken already */
  add(kind: ListenerKind, id: string): void {
    if (this.#known[kind].has(id)) throw new Error(`Two listeners for the ${kind} ${id}`);
    this.#known[kind].add(id);
  }

  has(kind: ListenerKind, id: string): boolean {
    return this.#known[kind].has(id);
  }

  list(kind: ListenerKind): string[] {
    return [...this.#known[kind]].sort();
  }
}
