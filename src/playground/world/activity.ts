/** Knows whether something is going on: work under way, and when anything last changed. */
export class Activity {
  revision = 0;
  #underWay = 0;
  // Real time, not the playground's clock: it measures silence, which a stopped clock would never show.
  #lastStir = performance.now();
  readonly #listeners = new Set<() => void>();

  /** Calls back at each change and each start or end of work; the answer takes the listener away. */
  onStir(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Something that a person may see is different now. */
  changed(): void {
    this.revision += 1;
    this.#stir();
  }

  /** Runs the work; the playground is not idle before it ends. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    this.#stir();
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      this.#stir();
    }
  }

  /** Waits until no work is under way and nothing has stirred for `quietMs`; false after `timeoutMs`. */
  idle(quietMs: number, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      let quiet: NodeJS.Timeout | undefined;
      const done = (calm: boolean) => {
        clearTimeout(quiet);
        clearTimeout(limit);
        off();
        resolve(calm);
      };
      const arm = () => {
        clearTimeout(quiet);
        if (this.#underWay > 0) return;
        const left = quietMs - (performance.now() - this.#lastStir);
        quiet = setTimeout(() => done(true), Math.max(0, left));
      };
      const limit = setTimeout(() => done(false), timeoutMs);
      const off = this.onStir(arm);
      arm();
    });
  }

  #stir(): void {
    this.#lastStir = performance.now();
    for (const listener of this.#listeners) listener();
  }
}
