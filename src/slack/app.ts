import { LogLevel } from '@slack/bolt';
import type { FetchFunction, WebClientOptions } from '@slack/web-api';
import type { Database } from '../core/context.ts';
import { within } from '../core/within.ts';
import { fillStartSet } from '../services/setup/fill-start-set.ts';
import { registerWorkspace } from '../services/setup/register-workspace.ts';
import { TrackingApp } from './bolt-app.ts';
import type { Installation, SlackConnection, SlackHost } from './host.ts';
import { boltLogger, type Logger } from './logger.ts';
import { createReceiver } from './receiver.ts';
import { registerListeners } from './register.ts';
import { Registry } from './registry.ts';
import { answerUnclaimed } from './unclaimed.ts';

/** Interactive calls must be done within Slack's 3 seconds. */
const CALL_TIMEOUT_MS = 2500;
const STOP_TIMEOUT_MS = 20_000;

export interface SlackAppOptions {
  slack: SlackConnection;
  /** For Slack's requests (HTTP) and the health pages; 0 takes any free one. */
  port: number;
  db: Database;
  /** Resolves when the database answers. */
  checkDatabase: () => Promise<unknown>;
  log: Logger;
  now?: () => Date;
  adminUserIds: readonly string[];
  /** See `SlackHost`; 1 by default. */
  patience?: number;
  /** Hears when Slack tells that the token is not good any more. */
  tokenGone?: (event: string) => void;
  /** Hangs on the listeners; all features unless a test wants others. */
  register?: (host: SlackHost) => void;
}

export interface SlackApp {
  app: TrackingApp;
  host: SlackHost;
  /** Asks Slack who we are, makes the workspace known, then takes requests. @returns the port */
  start: () => Promise<{ port: number; installation: Installation }>;
  /** Takes no more requests, and waits up to 20 seconds for what is under way. */
  stop: () => Promise<void>;
}

/** The app as Slack talks to it. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { slack, db, log, adminUserIds, patience = 1 } = options;
  const now = options.now ?? (() => new Date());
  let stopping = false;
  let installation: Installation | undefined;

  const receiver = createReceiver({
    slack,
    port: options.port,
    log,
    now,
    ready: async () => {
      if (stopping || !installation) return false;
      await options.checkDatabase();
      return true;
    },
  });
  const app = new TrackingApp(
    {
      receiver: receiver.bolt,
      // One workspace per process: the token says which, and nothing in a request can choose another.
      authorize: async () => {
        const { botId, botUserId, teamId } = known();
        return { botToken: slack.botToken, botId, botUserId, teamId };
      },
      deferInitialization: true,
      convoStore: false,
      extendedErrorHandler: true,
      logger: boltLogger(log),
      logLevel: LogLevel.INFO,
      clientOptions: clientOptions(slack, log, CALL_TIMEOUT_MS * patience),
    },
    log,
  );
  const known = (): Installation => {
    if (!installation) throw new Error('The app has not asked Slack who it is yet');
    return installation;
  };
  const host: SlackHost = {
    app,
    db,
    log,
    now,
    adminUserIds,
    patience,
    registry: new Registry(),
    installation: known,
    tokenGone: options.tokenGone ?? (() => {}),
    track: (work) => app.track(work),
  };

  app.error(async ({ error }: { error: Error }) => log.error({ err: error }, 'A listener failed'));
  app.use(answerUnclaimed(host));
  (options.register ?? registerListeners)(host);

  return {
    app,
    host,
    start: async () => {
      await app.init();
      installation = await askWhoWeAre(app, slack.botToken, db);
      await fillStartSet(db, { workspaceId: installation.workspaceId, now });
      return { port: await receiver.listen(), installation };
    },
    stop: async () => {
      stopping = true;
      const finished = Promise.all([receiver.close(), settled(app)]).then(() => true);
      if (!(await within(STOP_TIMEOUT_MS, finished, false))) {
        log.warn({ running: app.running.size }, 'Stopped before everything under way was done');
      }
    },
  };
}

/** Never with `headers`: the client writes the token of the first workspace into them. */
function clientOptions(slack: SlackConnection, log: Logger, timeout: number): WebClientOptions {
  return {
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: boltLogger(log, 'client'),
    fetch: boundedFetch(2 * timeout),
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
  };
}

/** Answers to a `response_url` go through the same fetch, without a limit of their own. */
const boundedFetch =
  (ms: number): FetchFunction =>
  (url, init) =>
    fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(ms) });

async function askWhoWeAre(app: TrackingApp, token: string, db: Database): Promise<Installation> {
  const me = await app.client.auth.test({ token });
  if (!me.team_id || !me.bot_id || !me.user_id)
    throw new Error('The token is not that of a bot in a workspace');
  const workspaceId = await registerWorkspace(db, {
    teamId: me.team_id,
    ...(me.team ? { name: me.team } : {}),
  });
  return {
    teamId: me.team_id,
    workspaceId,
    enterpriseId: me.enterprise_id,
    botId: me.bot_id,
    botUserId: me.user_id,
  };
}

/** Work may start other work; done means that none is left. */
async function settled(app: TrackingApp): Promise<void> {
  while (app.running.size > 0) await Promise.allSettled(app.running);
}
