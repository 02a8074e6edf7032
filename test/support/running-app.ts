import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { openMail } from '../../src/jobs/mail.ts';
import { type Jobs, startJobs } from '../../src/jobs/runner.ts';
import type { Channel } from '../../src/playground/protocol.ts';
import type { Playground } from '../../src/playground/server.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { deliveryClient } from '../../src/slack/delivery/client.ts';
import { deliverChannel } from '../../src/slack/delivery/deliver-channel.ts';
import { renderPost } from '../../src/slack/posts/render.ts';
import { freePort } from './app-process.ts';
import { type TestDatabase, useDatabase } from './database.ts';
import { Person } from './person.ts';
import { startTestPlayground, TEAM } from './playground.ts';
import { makeWorkspace, type TestWorkspace } from './workspace.ts';

export const SIGNING_SECRET = 'running-app-secret';
const BOT_TOKEN = 'xoxb-running-app';

export interface RunningApp {
  readonly database: TestDatabase;
  readonly workspace: TestWorkspace;
  readonly playground: Playground;
  /** Where the app takes requests, for those that the playground's people cannot make. */
  readonly port: number;
  readonly rita: Person;
  readonly soren: Person;
  readonly mona: Person;
  readonly anna: Person;
}

export interface RunningAppOptions {
  /** Milliseconds between two posts in a channel; short, unless a test is about it. */
  deliveryInterval?: number;
  /** Instead of the playground's own. */
  channels?: Channel[];
  /** How much longer than Slack the app waits, as the playground of tests does; 1 for tests of what is slow. */
  patience?: number;
  /** With it, e-mails are sent, and not handed over. */
  mailServer?: { readonly url: string };
}

/**
 * The whole app with its jobs, against a playground, in this process: requests are signed, posts go through the
 * queue. Call it once, at the top level.
 * @param fill puts into the workspace what the tests need, before the app starts
 */
export function useRunningApp(
  fill: (workspace: TestWorkspace) => Promise<void>,
  { deliveryInterval = 20, channels, patience = 15, mailServer }: RunningAppOptions = {},
): RunningApp {
  const database = useDatabase();
  let workspace: TestWorkspace | undefined;
  let playground: Playground | undefined;
  let port: number | undefined;
  let app: SlackApp | undefined;
  let jobs: Jobs | undefined;
  let mail: ReturnType<typeof openMail> | undefined;

  beforeAll(async () => {
    workspace = await makeWorkspace(database.db, TEAM);
    await fill(workspace);
    port = await freePort();
    playground = await startTestPlayground({
      appUrl: `http://127.0.0.1:${port}/slack/events`,
      signingSecret: SIGNING_SECRET,
      botToken: BOT_TOKEN,
      ...(channels ? { channels } : {}),
    });
    const { apiUrl } = playground;
    const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
    const { db, sql, url } = database;
    const now = () => new Date();
    app = createSlackApp({
      slack: { mode: 'http', botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl },
      port,
      db,
      checkDatabase: () => sql`select 1`,
      log,
      now,
      adminUserIds: [],
      patience,
    });
    await app.start();
    const client = deliveryClient(BOT_TOKEN, apiUrl);
    mail = mailServer && openMail({ url: mailServer.url, from: 'Sales <sales@example.com>' });
    jobs = await startJobs({
      url,
      db,
      log,
      now,
      sendMail: mail?.send,
      deliver: ({ workspaceId, channel }, signal) =>
        deliverChannel({
          db,
          workspaceId,
          channel,
          client,
          render: renderPost,
          now,
          log,
          signal,
          interval: deliveryInterval,
        }),
    });
  });

  afterAll(async () => {
    await jobs?.stop();
    mail?.close();
    await app?.stop();
    await playground?.stop();
  });

  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The app runs from beforeAll to afterAll only.');
    return part;
  };
  const person = (id: string) => new Person(started(playground).url, id);
  return {
    database,
    get workspace() {
      return started(workspace);
    },
    get playground() {
      return started(playground);
    },
    get port() {
      return started(port);
    },
    get rita() {
      return person('U0RITA');
    },
    get soren() {
      return person('U0SOREN');
    },
    get mona() {
      return person('U0MONA');
    },
    get anna() {
      return person('U0ANNA');
    },
  };
}
