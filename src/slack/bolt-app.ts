import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from './logger.ts';

/** Slack repeats an event three times within about six minutes. */
const REMEMBERED_EVENTS = 5000;

/** Bolt's app, with an eye on what is under way and on what Slack delivers twice. */
export class TrackingApp extends App {
  readonly running = new Set<Promise<unknown>>();
  readonly #log: Logger;
  readonly #seen = new Set<string>();

  constructor(options: AppOptions, log: Logger) {
    super(options);
    this.#log = log;
  }

  /** Keeps the app from stopping until the work is done. */
  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    const forget = () => this.running.delete(work);
    work.then(forget, forget);
    return work;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.track(this.#process(event));
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const { type, event_id: eventId } = event.body;
    // Bolt does not know this one and would leave it unanswered.
    if (type === 'app_rate_limited') {
      this.#log.warn('Slack holds back events because there are too many of them');
      return event.ack();
    }
    if (type === 'event_callback' && typeof eventId === 'string' && this.#isRepeat(eventId))
      return event.ack();
    return super.processEvent(event);
  }

  #isRepeat(eventId: string): boolean {
    if (this.#seen.has(eventId)) return true;
    this.#seen.add(eventId);
    const [oldest] = this.#seen;
    if (this.#seen.size > REMEMBERED_EVENTS && oldest !== undefined) this.#seen.delete(oldest);
    return false;
  }
}
