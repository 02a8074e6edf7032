import type { App } from '@slack/bolt';
import type { Database } from '../core/context.ts';
import type { Logger } from './logger.ts';
import type { Registry } from './registry.ts';

/** How the app talks to Slack. */
export type SlackConnection =
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string };

/** Where the app is installed, as Slack says at start. */
export interface Installation {
  teamId: string;
  /** The workspace's id in the store. */
  workspaceId: number;
  enterpriseId: string | undefined;
  botId: string;
  botUserId: string;
}

/** What listeners need: Bolt's app to hang them on, and what they work with. */
export interface SlackHost {
  app: App;
  db: Database;
  log: Logger;
  now: () => Date;
  /** Who administers the app; empty: the owners and admins of the Slack workspace. */
  adminUserIds: readonly string[];
  /** How many times as long as Slack waits the app takes for an answer; more than 1 only where Slack waits longer. */
  patience: number;
  registry: Registry;
  /** Known once the app has started. */
  installation: () => Installation;
  /** Slack has told that the app's token is not good any more. */
  tokenGone: (event: string) => void;
  /** Keeps the app from stopping until the work is done. */
  track: <T>(work: Promise<T>) => Promise<T>;
}
