import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import type { Snapshot } from '../../../src/playground/protocol.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../src/playground/server.ts';
import { SECRET, TinyApp } from './tiny-app.ts';

export const TOKEN = 'xoxb-tiny';
export const APP_TOKEN = 'xapp-tiny';
export const MANIFEST = fileURLToPath(new URL('manifest.yml', import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers freely
type Loose = any;

/** A playground with a tiny app for each test, and short ways to talk to both. */
export class Bench {
  app = new TinyApp();
  now = Date.now();
  /** How long the playground waits for the app: long on a busy machine, cut short by tests of silence. */
  patience = 10_000;
  #playground: Playground | undefined;

  get slack(): Playground {
    if (!this.#playground) throw new Error('The playground is not running');
    return this.#playground;
  }

  async start(more: Partial<PlaygroundOptions> = {}): Promise<void> {
    this.app = new TinyApp();
    this.now = Date.now();
    this.patience = 10_000;
    const bench = this;
    const options: PlaygroundOptions = {
      port: 0,
      appUrl: await this.app.start(),
      signingSecret: SECRET,
      botToken: TOKEN,
      appToken: APP_TOKEN,
      teamId: 'T0TEST',
      teamName: 'Test Team',
      manifestPath: MANIFEST,
      clock: () => this.now,
      get ackTimeoutMs() {
        return bench.patience;
      },
    };
    this.#playground = await startPlayground(Object.assign(options, more));
  }

  async stop(): Promise<void> {
    await this.#playground?.stop();
    await this.app.stop();
  }

  /** Calls the Web API with a JSON body and the bot's token. */
  async api(method: string, args: object = {}, token: string | null = TOKEN): Promise<Loose> {
    return (await this.apiResponse(method, args, token)).json();
  }

  apiResponse(method: string, args: object = {}, token: string | null = TOKEN): Promise<Response> {
    return fetch(this.slack.apiUrl + method, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(args),
    });
  }

  /** Does something as a person. */
  async act(name: string, body: object): Promise<Loose> {
    const response = await fetch(`${this.slack.url}/control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async state(as = 'U0RITA'): Promise<Snapshot> {
    return (await fetch(`${this.slack.url}/control/state?as=${as}`)).json() as Promise<Snapshot>;
  }

  /** Runs a slash command as Rita and gives the trigger that the app got. */
  async trigger(as = 'U0RITA'): Promise<string> {
    await this.act('say', { as, channel: 'C0SALES', text: '/tiny' });
    return this.app.last.payload.trigger_id;
  }

  /** Opens a modal for Rita and gives its id. */
  async open(blocks: object[], more: object = {}): Promise<string> {
    const answer = await this.api('views.open', {
      trigger_id: await this.trigger(),
      view: modal(blocks, more),
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.view.id;
  }
}

/** A modal with those blocks. */
export function modal(blocks: object[], more: object = {}): object {
  const title = { type: 'plain_text', text: 'A modal' };
  return {
    type: 'modal',
    callback_id: 'm',
    title,
    submit: { type: 'plain_text', text: 'Go' },
    blocks,
    ...more,
  };
}

/** An input block whose element has the action_id `a`. */
export function input(blockId: string, element: object, more: object = {}): object {
  const label = { type: 'plain_text', text: blockId };
  return { type: 'input', block_id: blockId, label, element: { action_id: 'a', ...element }, ...more };
}

export const section = (text: string): object => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** A bench that is started and stopped around each test. */
export function useBench(more: Partial<PlaygroundOptions> = {}): Bench {
  const bench = new Bench();
  beforeEach(() => bench.start(more));
  afterEach(() => bench.stop());
  return bench;
}
