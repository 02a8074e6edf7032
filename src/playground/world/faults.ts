import type { Fault, Id } from '../protocol.ts';

/** Faults that wait for the calls they are meant for. */
export class Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  /** Takes one turn of the first fault that fits the call, if there is one. */
  take(method: string, channel?: Id): Fault['kind'] | undefined {
    const fits = (fault: Fault) =>
      (fault.method === method || (fault.method === '*' && method !== 'deliver')) &&
      (fault.channel === undefined || fault.channel === channel);
    const fault = this.#faults.find(fits);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((other) => other !== fault);
    return fault.kind;
  }

  clear(): void {
    this.#faults = [];
  }
}
