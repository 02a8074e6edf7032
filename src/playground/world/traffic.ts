import type { TrafficEntry } from '../protocol.ts';
import type { Activity } from './activity.ts';

const KEPT = 200;
const MAX_DETAIL = 20_000;
const SECRETS =
  /"(token|trigger_id|response_url|upload_url|authorization|url_private(?:_download)?)": "[^"]*"/gi;

/** What went over the wire between the playground and the app, newest last. */
export class Traffic {
  readonly #activity: Activity;
  #entries: TrafficEntry[] = [];

  constructor(activity: Activity) {
    this.#activity = activity;
  }

  /** Notes one request with its answer; tokens and one-shot addresses are masked. */
  note(entry: Omit<TrafficEntry, 'at' | 'detail'> & { detail?: unknown }): void {
    const { detail, ...rest } = entry;
    const text = JSON.stringify(detail, null, 2)?.replace(SECRETS, '"$1": "…"').slice(0, MAX_DETAIL);
    this.#entries.push({
      at: new Date().toISOString(),
      ...rest,
      ...(text === undefined ? {} : { detail: text }),
    });
    if (this.#entries.length > KEPT) this.#entries = this.#entries.slice(-KEPT);
    this.#activity.changed();
  }

  get entries(): TrafficEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
