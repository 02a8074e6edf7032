import type { Channel, Id, Person } from './protocol.ts';

/** A person to start with; what the page does not show but the Web API does. */
export interface PersonSeed extends Person {
  email?: string;
  deleted?: boolean;
  isRestricted?: boolean;
  /** Another workspace's id for somebody who is here through Slack Connect. */
  teamId?: Id;
}

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where the app takes requests, e.g. http://127.0.0.1:3000/slack/events */
  appUrl: string;
  signingSecret: string;
  botToken: string;
  /** Lets the app connect by Socket Mode. */
  appToken?: string;
  teamId: Id;
  teamName: string;
  /** The app's manifest: commands, shortcuts, events and scopes come from it. */
  manifestPath: string;
  /** Keeps messages, files and homes over a restart. */
  stateFile?: string;
  people?: PersonSeed[];
  channels?: Channel[];
  /** Milliseconds since 1970; the system's clock unless a test brings its own. */
  clock?: () => number;
  /** How long the app may take to acknowledge; 3000 ms as at Slack. */
  ackTimeoutMs?: number;
  /** How long the app may take to open a modal for what a person did; 3000 ms as at Slack. */
  triggerLifetimeMs?: number;
  /** When an event that was not acknowledged is sent again. */
  eventRetryDelaysMs?: number[];
}

export const APP_ID = 'A0PLAYGROUND';
export const BOT_ID = 'B0PLAYGROUND';
export const BOT_USER_ID = 'U0APPBOT';
/** Slack's own voice, which tells a person what went wrong. */
export const SLACKBOT = 'USLACKBOT';
/** docs.slack.dev: "acknowledge within 3 seconds", for commands, interactions and events alike. */
export const ACK_TIMEOUT_MS = 3000;
/** docs.slack.dev: interactivity, "trigger_id expires 3 seconds after it is sent". */
export const TRIGGER_LIFETIME_MS = 3000;
/** docs.slack.dev: events-api, "nearly immediately, after 1 minute, after 5 minutes". */
export const EVENT_RETRY_DELAYS_MS = [0, 60_000, 300_000];

function person(
  id: Id,
  name: string,
  realName: string,
  title: string,
  more: Partial<PersonSeed>,
): PersonSeed {
  return {
    id,
    name,
    realName,
    title,
    locale: 'en-US',
    tz: 'Europe/Copenhagen',
    isAdmin: false,
    isOwner: false,
    color: '#4A154B',
    email: `${name}@example.com`,
    ...more,
  };
}

/** The people that a new playground has. */
export function defaultPeople(): PersonSeed[] {
  return [
    person('U0RITA', 'rita', 'Rita Rep', 'Sales rep', { tz: 'Europe/London', color: '#E01E5A' }),
    person('U0SOREN', 'soren', 'Søren Salg', 'Sales rep', { locale: 'da-DK', color: '#2EB67D' }),
    person('U0MONA', 'mona', 'Mona Manager', 'Sales manager', { locale: 'en-GB', color: '#36C5F0' }),
    person('U0ANNA', 'anna', 'Anna Admin', 'Admin, owner and manager', {
      isAdmin: true,
      isOwner: true,
      color: '#ECB22E',
    }),
  ];
}

/** The channels that a new playground has, direct messages with the app apart. */
export function defaultChannels(): Channel[] {
  const everybody = defaultPeople().map(({ id }) => id);
  const open = { kind: 'public', members: everybody, botIsMember: true, isArchived: false } as const;
  return [
    { ...open, id: 'C0SALES', name: 'sales', members: [...everybody] },
    { ...open, id: 'C0CAMPAIGNS', name: 'campaigns', members: [...everybody] },
    {
      id: 'G0MANAGERS',
      name: 'managers',
      kind: 'private',
      members: ['U0MONA', 'U0ANNA'],
      botIsMember: true,
      isArchived: false,
    },
  ];
}

/** The direct message between the person and the app. */
export function dmOf(person: Id): Channel {
  return {
    id: `D${person.slice(1)}`,
    name: person,
    kind: 'dm',
    members: [person],
    botIsMember: true,
    isArchived: false,
  };
}
