import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebAPIPlatformError } from '@slack/web-api';
import pretty from 'pino-pretty';
import { type Config, ConfigError, loadConfig, PLAYGROUND_TEAM_ID } from './config.ts';
import { openDatabase } from './db/open.ts';
import { installJobs } from './jobs/install.ts';
import { openMail } from './jobs/mail.ts';
import { startJobs } from './jobs/runner.ts';
import { startPlayground } from './playground/server.ts';
import { registerWorkspace } from './services/setup/register-workspace.ts';
import { seedDemo } from './services/setup/seed-demo.ts';
import { createSlackApp } from './slack/app.ts';
import { deliveryClient } from './slack/delivery/client.ts';
import { deliverChannel } from './slack/delivery/deliver-channel.ts';
import { createTokenGate } from './slack/delivery/token-gate.ts';
import type { SlackConnection } from './slack/host.ts';
import { createLogger, type Logger, loggable } from './slack/logger.ts';
import { renderPost } from './slack/posts/render.ts';

/** sysexits.h: EX_CONFIG */
const EXIT_CONFIG = 78;
const PLAYGROUND_TEAM_NAME = 'Playground';
/** Another workspace's posts are none of ours: the process that has its token sends them. */
const NOT_OURS_RETRY_MS = 60_000;

/** One Ctrl-C reaches us several times: from the terminal, and passed on by npm and tsx. */
const SAME_SIGNAL_MS = 1000;

const now = () => new Date();

type Cleanup = () => Promise<unknown>;

/** Starts everything in order. What has been started is put on `cleanups`, to be stopped in the opposite order. */
async function start(config: Config, log: Logger, cleanups: Cleanup[]): Promise<void> {
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    log: (message) => log.info(message),
    afterMigrate: installJobs,
  });
  cleanups.push(() => database.close());
  const { db, sql, url } = database;
  const mail = config.mail && openMail(config.mail);
  if (mail) cleanups.push(async () => mail.close());

  let slack: SlackConnection;
  let page: string | undefined;
  if (config.slack.mode === 'playground') {
    const playground = await openPlayground(config);
    cleanups.push(() => playground.stop());
    const workspaceId = await registerWorkspace(db, {
      teamId: PLAYGROUND_TEAM_ID,
      name: PLAYGROUND_TEAM_NAME,
    });
    if (await seedDemo(db, { workspaceId, now })) log.info('Filled the playground with invented contacts');
    slack = playground.slack;
    page = `http://localhost:${playground.port}`;
  } else {
    slack = config.slack;
  }

  const client = deliveryClient(slack.botToken, slack.apiUrl);
  const gate = createTokenGate({ client, log, now });
  const app = createSlackApp({
    slack,
    port: config.port,
    db,
    checkDatabase: () => sql`select 1`,
    log,
    now,
    adminUserIds: config.adminUserIds,
    tokenGone: gate.close,
  });
  cleanups.push(() => app.stop());
  const { port, installation } = await app.start();

  const jobs = await startJobs({
    url,
    db,
    log,
    now,
    sendMail: mail?.send,
    deliver: async ({ workspaceId, channel }, signal) => {
      if (workspaceId !== installation.workspaceId)
        return { again: new Date(Date.now() + NOT_OURS_RETRY_MS) };
      return deliverChannel({ db, workspaceId, channel, client, render: renderPost, now, log, signal, gate });
    },
    mayPost: async (workspaceId) => workspaceId !== installation.workspaceId || gate.isOpen(),
  });
  // Before the app stops listening to Slack its jobs go on; after it nothing new comes.
  cleanups.splice(-1, 0, () => jobs.stop());
  log.info({ mode: slack.mode, port, team: installation.teamId }, 'Ready');
  if (page) process.stdout.write(`\nOpen ${page} in a browser\n\n`);
}

/** A Slack on this machine, with secrets that only it and this process know. */
async function openPlayground(config: Config) {
  const signingSecret = randomBytes(24).toString('hex');
  const botToken = `xoxb-${randomBytes(24).toString('hex')}`;
  const { stop, port, apiUrl } = await startPlayground({
    port: config.port + 1,
    appUrl: `http://127.0.0.1:${config.port}/slack/events`,
    signingSecret,
    botToken,
    teamId: PLAYGROUND_TEAM_ID,
    teamName: PLAYGROUND_TEAM_NAME,
    manifestPath: fileURLToPath(new URL('../manifest.yml', import.meta.url)),
    stateFile: join(config.dataDir, 'playground.json'),
  });
  return { stop, port, slack: { mode: 'http' as const, botToken, signingSecret, apiUrl } };
}

async function stopAll(cleanups: Cleanup[], log: Logger): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup().catch((error: unknown) => log.error({ err: error }, 'Something could not be stopped'));
  }
}

/** Why the app could not start, in a sentence for whoever started it. */
function reasonOf(error: unknown, config: Config): string {
  if (error instanceof WebAPIPlatformError) {
    return `Slack refused SLACK_BOT_TOKEN (${error.data.error}). Copy it again from the app's page "Install App".`;
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${config.port} or ${config.port + 1} is taken. Stop what uses it, or set PORT to another number.`;
  }
  return message ?? String(error);
}

async function main(): Promise<void> {
  const config = readConfig();
  if (!config) return;
  const log = createLogger(
    config.logLevel,
    process.stdout.isTTY ? pretty({ ignore: 'time', colorize: true }) : undefined,
  );
  const cleanups: Cleanup[] = [];
  let stopping: number | undefined;
  const stop = (signal: string) => {
    if (stopping !== undefined) {
      if (performance.now() - stopping < SAME_SIGNAL_MS) return;
      process.stderr.write('Stopped at once, as asked a second time\n');
      process.exit(1);
    }
    stopping = performance.now();
    log.info({ signal }, 'Stopping; a second signal stops at once');
    void stopAll(cleanups, log).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    await start(config, log, cleanups);
  } catch (error) {
    if (stopping !== undefined) return;
    log.debug({ err: loggable(error) }, 'The start failed');
    process.stderr.write(`${reasonOf(error, config)}\n`);
    await stopAll(cleanups, log);
    process.exit(1);
  }
}

function readConfig(): Config | undefined {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT_CONFIG;
    return undefined;
  }
}

await main();
