import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Channel } from '../protocol.ts';
import type { StoredFile } from './files.ts';
import type { StoredMessage } from './messages.ts';
import type { ViewRecord } from './view-store.ts';
import type { World } from './world.ts';

/** Long enough that a burst of messages is one write. */
const QUIET_MS = 300;

interface Saved {
  version: 1;
  channels: Channel[];
  messages: StoredMessage[];
  files: Omit<StoredFile, 'bytes'>[];
  homes: ViewRecord[];
}

/** Keeps what has happened in a file, so that a restart shows the same channels; modals are lost. */
export class Persistence {
  readonly #world: World;
  readonly #path: string;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedRevision = -1;
  #off: () => void = () => undefined;

  constructor(world: World, path: string) {
    this.#world = world;
    this.#path = path;
  }

  /** Brings back what was saved, if anything was, and saves from now on. */
  async start(): Promise<void> {
    const text = await readFile(this.#path, 'utf8').catch(() => undefined);
    if (text !== undefined) await this.#restore(JSON.parse(text) as Saved);
    this.#savedRevision = this.#world.activity.revision;
    this.#off = this.#world.activity.onStir(() => {
      if (this.#timer || this.#savedRevision === this.#world.activity.revision) return;
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        void this.#save().catch((error: unknown) => console.error('Playground state not saved:', error));
      }, QUIET_MS);
    });
  }

  /** Saves for the last time. */
  async stop(): Promise<void> {
    this.#off();
    clearTimeout(this.#timer);
    await this.#save();
  }

  #save(): Promise<void> {
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#write());
    return this.#saving;
  }

  async #write(): Promise<void> {
    const { activity, channels, files, messages, views } = this.#world;
    if (this.#savedRevision === activity.revision) return;
    this.#savedRevision = activity.revision;
    const ready = files.all().filter((file) => file.ready);
    const saved: Saved = {
      version: 1,
      channels: [...channels.values()],
      // Ephemeral messages do not outlive a reload in Slack either.
      messages: messages.all().filter((message) => message.ephemeralTo === undefined),
      files: ready.map(({ bytes: _bytes, ...file }) => file),
      homes: [...views.homes.values()],
    };
    await mkdir(dirname(this.#path), { recursive: true });
    await this.#writeFiles(ready);
    // Renamed at the end, so that a kill in between leaves the old state whole.
    await writeFile(`${this.#path}.new`, JSON.stringify(saved));
    await rename(`${this.#path}.new`, this.#path);
  }

  get #folder(): string {
    return `${this.#path}.files`;
  }

  async #writeFiles(ready: StoredFile[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const there = new Set(await readdir(this.#folder));
    for (const file of ready) {
      if (!there.delete(file.id)) await writeFile(join(this.#folder, file.id), file.bytes);
    }
    for (const gone of there) await rm(join(this.#folder, gone));
  }

  async #restore(saved: Saved): Promise<void> {
    const { channels, files, messages, people, views } = this.#world;
    for (const channel of saved.channels) if (channels.has(channel.id)) channels.set(channel.id, channel);
    for (const message of saved.messages) if (channels.has(message.channel)) messages.add(message);
    for (const file of saved.files) {
      const bytes = await readFile(join(this.#folder, file.id)).catch(() => undefined);
      if (bytes) files.restore({ ...file, bytes });
    }
    for (const home of saved.homes)
      if (people.has(home.person)) views.homes.set(home.person, { ...home, waiting: 0, submitting: false });
  }
}

/** Persistence if a file for it is named. */
export function persistenceFor(world: World): Persistence | undefined {
  const { stateFile } = world.options;
  return stateFile === undefined ? undefined : new Persistence(world, stateFile);
}
