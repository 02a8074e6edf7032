import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/server.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { createLogger } from '../../src/slack/logger.ts';
import { useDatabase } from '../support/database.ts';
import { Person } from '../support/person.ts';
import { startTestPlayground, TEAM } from '../support/playground.ts';
import { makeWorkspace } from '../support/workspace.ts';

const BOT_TOKEN = 'xoxb-socket';
const APP_TOKEN = 'xapp-socket';
const database = useDatabase();
let playground: Playground;
let app: SlackApp;
let port = 0;

beforeAll(async () => {
  await makeWorkspace(database.db, TEAM);
  playground = await startTestPlayground({
    appUrl: 'http://127.0.0.1:1/nobody-listens-here',
    signingSecret: 'not used over a socket',
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
  });
  app = createSlackApp({
    slack: { mode: 'socket', botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: playground.apiUrl },
    port: 0,
    db: database.db,
    checkDatabase: () => database.sql`select 1`,
    log: createLogger('silent'),
    adminUserIds: [],
  });
  ({ port } = await app.start());
});

afterAll(async () => {
  await app?.stop();
  await playground?.stop();
});

it('serves over Socket Mode what it serves over HTTP, with health pages on its port', async () => {
  const rita = new Person(playground.url, 'U0RITA');
  expect(await rita.say('C0SALES', '/segment new "Over a socket"')).toEqual({ ok: true });
  await rita.reads('C0SALES', /Over a socket/);
  await rita.say('C0SALES', '/segment new');
  const form = await rita.modal(/New segment/);
  await rita.type(form, /Description/, 'From a form');
  await rita.submit(form);
  await rita.modal(/From a form/);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' })).status).toBe(404);
});
