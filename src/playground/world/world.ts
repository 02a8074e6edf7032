import { type Manifest, readManifest } from '../manifest.ts';
import {
  ACK_TIMEOUT_MS,
  defaultChannels,
  defaultPeople,
  dmOf,
  EVENT_RETRY_DELAYS_MS,
  type PersonSeed,
  type PlaygroundOptions,
  TRIGGER_LIFETIME_MS,
} from '../options.ts';
import type { Channel, Id, ViewState } from '../protocol.ts';
import { Activity } from './activity.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Messages } from './messages.ts';
import { ResponseUrls } from './response-urls.ts';
import { Traffic } from './traffic.ts';
import { Triggers } from './triggers.ts';
import { Views } from './view-store.ts';

/** Everything that the playground knows: one workspace with its people, channels and one app. */
export class World {
  readonly options: PlaygroundOptions;
  readonly clock: () => number;
  readonly eventRetryDelaysMs: number[];
  readonly manifest: Manifest;
  readonly activity = new Activity();
  readonly people: Map<Id, PersonSeed>;
  readonly channels = new Map<Id, Channel>();
  readonly messages: Messages;
  readonly views = new Views();
  readonly files: Files;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults = new Faults();
  readonly traffic = new Traffic(this.activity);
  /** What people chose in inputs of messages, by `channel ts person`. */
  readonly messageStates = new Map<string, ViewState>();
  /** Options that the app suggested, by `place block action person`, so that a choice can be checked. */
  readonly suggested = new Map<string, Map<string, unknown>>();
  /** Names that open one Socket Mode connection each. */
  readonly tickets = new Set<string>();
  /** True once it is being stopped: nothing is sent again after that. */
  stopped = false;
  /** The playground's own address, known once it listens. */
  url = '';

  constructor(options: PlaygroundOptions) {
    this.options = options;
    this.clock = options.clock ?? Date.now;
    this.eventRetryDelaysMs = options.eventRetryDelaysMs ?? EVENT_RETRY_DELAYS_MS;
    this.manifest = readManifest(options.manifestPath);
    this.people = new Map((options.people ?? defaultPeople()).map((person) => [person.id, person]));
    this.messages = new Messages(this.clock);
    this.files = new Files(this.clock);
    this.triggers = new Triggers(this.clock, options.triggerLifetimeMs ?? TRIGGER_LIFETIME_MS);
    this.responseUrls = new ResponseUrls(this.clock);
    this.#seedChannels();
  }

  /** Where a response_url of that name is reached. */
  responseUrl(about: Parameters<ResponseUrls['create']>[0]): string {
    return `${this.url}/response/${this.options.teamId}/${this.responseUrls.create(about)}`;
  }

  /** How long the app may take now; asked each time, so that a test can shorten it for one request. */
  get ackTimeoutMs(): number {
    return this.options.ackTimeoutMs ?? ACK_TIMEOUT_MS;
  }

  /** The domain part of the workspace's address. */
  get teamDomain(): string {
    return this.options.teamName.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  }

  /** Forgets all that happened; people and channels are as at the start. */
  reset(): void {
    this.messages.clear();
    this.views.clear();
    this.files.clear();
    this.faults.clear();
    this.traffic.clear();
    this.messageStates.clear();
    this.suggested.clear();
    this.#seedChannels();
    this.activity.changed();
  }

  #seedChannels(): void {
    this.channels.clear();
    for (const channel of structuredClone(this.options.channels ?? defaultChannels())) {
      this.channels.set(channel.id, channel);
    }
    for (const person of this.people.keys()) {
      const dm = dmOf(person);
      if (!this.channels.has(dm.id)) this.channels.set(dm.id, dm);
    }
  }
}
