import { secretName } from '../ids.ts';
import type { Id } from '../protocol.ts';

/** docs.slack.dev: handling-user-interaction, "up to 5 times within 30 minutes". */
export const MAX_USES = 5;
export const LIFETIME_MS = 30 * 60 * 1000;

export interface ResponseUrl {
  person: Id;
  channel: Id;
  bornAt: number;
  uses: number;
  /** The message that the person acted on, which `replace_original` and `delete_original` mean. */
  messageTs?: string;
  threadTs?: string;
}

/** The addresses through which the app may answer what a person did. */
export class ResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Makes a new one and gives the name at the end of its address. */
  create(about: Pick<ResponseUrl, 'person' | 'channel' | 'messageTs' | 'threadTs'>): string {
    const name = secretName();
    this.#urls.set(name, { ...about, bornAt: this.#clock(), uses: 0 });
    return name;
  }

  /** Uses the address once; the error code when it is unknown, too old or used up. */
  use(name: string): ResponseUrl | 'expired_url' | 'used_url' {
    const url = this.#urls.get(name);
    if (!url || this.#clock() - url.bornAt > LIFETIME_MS) return 'expired_url';
    if (url.uses >= MAX_USES) return 'used_url';
    url.uses += 1;
    return url;
  }
}
