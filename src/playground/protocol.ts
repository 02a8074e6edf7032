/**
 * What the playground's page and the tests say to the playground's control API, and what it answers.
 * Everything here is JSON over HTTP below `/control`; blocks and views are Slack's own JSON.
 */
export type Id = string;

export interface Person {
  id: Id; // U…
  name: string; // handle, e.g. "rita"
  realName: string; // "Rita Rep"
  title: string; // role shown on the page, e.g. "Sales rep"
  locale: string; // "en-US", "da-DK"
  tz: string; // IANA
  isAdmin: boolean;
  isOwner: boolean;
  color: string; // avatar colour, "#RRGGBB"
}

export interface Channel {
  id: Id; // C… public, G… private, D… direct message with the app
  name: string; // without "#"; for a DM the person's id
  kind: 'public' | 'private' | 'dm';
  members: Id[];
  botIsMember: boolean;
  isArchived: boolean;
  isExtShared?: boolean; // with another organization
}

export interface Message {
  channel: Id;
  ts: string;
  threadTs?: string; // set on replies
  replyCount: number;
  user: Id; // person or bot user id, or USLACKBOT for Slack's own notices
  fromApp: boolean;
  text: string;
  blocks: unknown[];
  files: FileInfo[];
  edited: boolean;
  ephemeralTo?: Id; // only that person sees it
  reply?: 'response_url'; // came through a response_url
}

export interface FileInfo {
  id: Id;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  /** Path below the playground's address that downloads the file in the page. */
  download: string;
}

/** One modal on a person's stack. `errors` is keyed by block_id; `notice` is a whole-view notice (no ack in 3 s). */
export interface OpenView {
  id: Id; // V…
  hash: string;
  view: Record<string, unknown>; // Slack's view JSON as the app sent it
  state: ViewState; // what the person has filled in, initial values included
  errors: Record<string, string>;
  notice?: string;
  busy: boolean; // a submission or action waits for the app
}

/** block_id → action_id → Slack's state value ({type, value | selected_option | …}). */
export type ViewState = Record<string, Record<string, StateValue>>;
export interface StateValue {
  type: string;
  [field: string]: unknown;
}

/** All that one person sees. GET /control/state?as=U…, with &traffic=no without the traffic. */
export interface Snapshot {
  revision: number;
  team: { id: Id; name: string };
  app: { name: string; botUserId: Id; commands: CommandInfo[]; shortcuts: ShortcutInfo[] };
  people: Person[];
  channels: Channel[]; // those the person can see
  messages: Message[]; // in those channels, oldest first, ephemeral ones only of this person
  views: OpenView[]; // the person's modal stack, root first
  home: Record<string, unknown> | null; // the person's published App Home view
  traffic: TrafficEntry[]; // newest last, at most 200
}

export interface CommandInfo {
  command: string; // "/segment"
  description: string;
  usageHint: string;
}
export interface ShortcutInfo {
  callbackId: string;
  name: string;
  type: 'message' | 'global';
}

export interface TrafficEntry {
  at: string; // ISO instant
  direction: 'to-app' | 'from-app';
  what: string; // "/segment new", "block_actions approve", "chat.postMessage"
  status: string; // "200 in 41 ms", "ok", "error: invalid_blocks"
  detail?: string; // pretty JSON of request and answer, secrets masked
}

// ---- POST /control/... ; every body carries `as` (person id). Each answers `{ ok: true, ... }` or
// `{ ok: false, error: string, messages?: string[] }` with a 4xx status, when Slack's client would refuse it.
export interface SayBody {
  as: Id;
  channel: Id;
  text: string;
  threadTs?: Id;
} // a text starting with "/" runs a slash command
export interface ClickBody {
  as: Id;
  /** Where the element stands: a message, an open view, or the App Home. */
  in: { message: { channel: Id; ts: Id } } | { view: Id } | { home: true };
  blockId: string;
  actionId: string;
  /** For selects, pickers, inputs with dispatch_action: the new state value. Absent for buttons. */
  value?: StateValue;
  /** The element has a confirm dialog: true once the person has confirmed it. */
  confirmed?: boolean;
}
/**
 * Typing or choosing in a modal; dispatches if dispatch_action asks for it. A text input sends its action on
 * Enter only (`enter: true`), unless its dispatch_action_config has on_character_entered.
 * A file_input takes `{ type, files: [{ id }] }` with ids from POST /control/upload.
 */
export interface FillBody {
  as: Id;
  view: Id;
  blockId: string;
  actionId: string;
  value: StateValue;
  enter?: boolean;
}
export interface SubmitBody {
  as: Id;
  view: Id;
}
export interface CloseBody {
  as: Id;
  view: Id;
  all?: boolean;
}
export interface SuggestBody {
  as: Id;
  view?: Id;
  message?: { channel: Id; ts: Id };
  blockId: string;
  actionId: string;
  query: string;
} // → { ok, options | option_groups }; without view and message: the App Home
export interface ShortcutBody {
  as: Id;
  callbackId: string;
  message?: { channel: Id; ts: Id };
}
export interface HomeBody {
  as: Id;
} // the person opens the App Home: event app_home_opened
export interface InviteBody {
  channel: Id;
  member?: Id;
} // without member: invites the app
export interface ArchiveBody {
  channel: Id;
  archived: boolean;
}
export interface EventBody {
  event: Record<string, unknown>;
} // POST /control/event sends any event to the app, e.g. user_change
// POST /control/upload?as=U…&name=people.csv with the bytes as body uploads a file as that person → { ok, file: FileInfo }

/** A fault for coming Web API calls or deliveries. POST /control/faults adds one, DELETE clears all. */
export interface Fault {
  method: string; // Web API method such as "chat.postMessage", "response_url", "upload", "download", "*" for any, or "deliver" for requests to the app
  times: number;
  kind:
    | { rateLimited: { retryAfterSeconds: number } }
    | { httpStatus: number }
    | { error: string } // answers { ok: false, error }
    | { delayMs: number }
    | { lostAnswer: true } // carried out, then the connection is cut
    | { oncePerSecond: true } // for posts: 429 when the channel had one less than a second ago
    | { repeat: number }; // "deliver" only: the same signed request so many times more
  channel?: Id; // only calls that name this channel
}
// GET  /control/idle?timeoutMs=… answers when no delivery is under way and nothing changed for 100 ms
// POST /control/reset  forgets messages, views, files and faults
// GET  /control/events?as=U…  server-sent events: {revision} at each change
