import type { Fault, Id } from '../protocol.ts';
import type { World } from '../world/world.ts';
import type { SocketMode } from './socket.ts';
import { type Answer, type Envelope, sendHttp } from './transport.ts';

/** Sends what happens to the app: over its socket if it has one, else by signed HTTP. */
export class Delivery {
  readonly #world: World;
  readonly #socket: SocketMode;

  constructor(world: World, socket: SocketMode) {
    this.#world = world;
    this.#socket = socket;
  }

  /** Delivers one request and gives the app's answer, with the fault that is set for deliveries. */
  send(what: string, envelope: Envelope, channel?: Id): Promise<Answer> {
    const fault = this.#world.faults.take('deliver', channel);
    return this.#world.activity.during(() => this.#withFault(what, envelope, fault ?? {}));
  }

  async #withFault(what: string, envelope: Envelope, fault: Fault['kind'] | object): Promise<Answer> {
    if ('error' in fault || 'rateLimited' in fault) return { kind: 'failed' };
    if ('httpStatus' in fault) {
      return { kind: 'answered', status: fault.httpStatus, text: '', json: undefined, noRetry: false };
    }
    if ('delayMs' in fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    // A repeated request is the same to the last byte, so that the app can see that it is no new one.
    const repeats = 'repeat' in fault ? fault.repeat : 0;
    // Real time, not the playground's: the app compares it with its own clock.
    const timestamp = Math.floor(Date.now() / 1000);
    const [answer] = await Promise.all([
      this.#once(what, envelope, timestamp),
      ...Array.from({ length: repeats }, () => this.#once(`${what} (repeated)`, envelope, timestamp)),
    ]);
    return 'lostAnswer' in fault ? { kind: 'timeout' } : answer;
  }

  async #once(what: string, envelope: Envelope, timestamp: number): Promise<Answer> {
    const { options, ackTimeoutMs, traffic } = this.#world;
    const started = performance.now();
    const answer = this.#socket.connected
      ? await this.#socket.send(envelope, ackTimeoutMs)
      : await sendHttp({ ...options, timeoutMs: ackTimeoutMs }, envelope, timestamp);
    const outcome = answer.kind === 'answered' ? String(answer.status) : answer.kind;
    traffic.note({
      direction: 'to-app',
      what,
      status: `${outcome} in ${Math.round(performance.now() - started)} ms`,
      detail: {
        request: envelope.payload,
        answer: answer.kind === 'answered' ? (answer.json ?? answer.text) : answer.kind,
      },
    });
    return answer;
  }
}
