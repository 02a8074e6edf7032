import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { type Jobs, startJobs } from '../../src/jobs/runner.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { deliveryClient } from '../../src/slack/delivery/client.ts';
import { deliverChannel } from '../../src/slack/delivery/deliver-channel.ts';
import { renderPost } from '../../src/slack/posts/render.ts';
import { freePort } from './app-process.ts';
import { type TestDatabase, useDatabase } from './database.ts';
import { Person } from './person.ts';
import { makeWorkspace, type TestWorkspace } from './workspace.ts';

const SIGNING_SECRET = 'running-app-secret';
const BOT_TOKEN = 'xoxb-running-app';
const TEAM = 'T0PLAYGROUND';

export interface RunningApp {
  readonly database: TestDatabase;
  readonly workspace: TestWorkspace;
  readonly playground: Playground;
  readonly rita: Person;
  readonly soren: Person;
  readonly mona: Person;
  readonly anna: Person;
}

/**
 * The whole app with its jobs, against a playground, in this process: requests are signed, posts go through the
 * queue. Call it once, at the top level.
 * @param fill puts into the workspace what the tests need, before the app starts
 */
export function useRunningApp(fill: (workspace: TestWorkspace) => Promise<void>): RunningApp {
  const database = useDatabase();
  let workspace: TestWorkspace | undefined;
  let playground: Playground | undefined;
  let app: SlackApp | undefined;
  let jobs: Jobs | undefined;

  beforeAll(async () => {
    workspace = await makeWorkspace(database.db, TEAM);
    await fill(workspace);
    const port = await freePort();
    playground = await startPlayground({
      port: 0,
      appUrl: `http://127.0.0.1:${port}/slack/events`,
      signingSecret: SIGNING_SECRET,
      botToken: BOT_TOKEN,
      teamId: TEAM,
      teamName: 'Running app',
      manifestPath: fileURLToPath(new URL('../../manifest.yml', import.meta.url)),
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
    });
    await app.start();
    const client = deliveryClient(BOT_TOKEN, apiUrl);
    jobs = await startJobs({
      url,
      db,
      log,
      now,
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
          interval: 20,
        }),
    });
  });

  afterAll(async () => {
    await jobs?.stop();
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
