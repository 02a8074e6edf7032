import type { JsonObject } from './json.ts';

/** The Web API answers `{ ok: false, error }` with this code. */
export class SlackError extends Error {
  readonly code: string;
  readonly extra: JsonObject;

  constructor(code: string, extra: JsonObject = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }

  /** With the sentences that Slack puts below `response_metadata.messages`. */
  static withMessages(code: string, messages: string[]): SlackError {
    return new SlackError(code, { response_metadata: { messages } });
  }
}

/** Slack's client would not let the person do this, or the app did not answer as it has to. */
export class Refusal extends Error {
  readonly code: string;
  readonly messages: string[];
  readonly status: number;

  constructor(code: string, messages: string[] = [], status = 400) {
    super(code);
    this.code = code;
    this.messages = messages;
    this.status = status;
  }
}
