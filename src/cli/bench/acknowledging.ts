import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from './app-process.ts';
import { prepareLogging } from './cases/logging.ts';
import { type Bench, CHANNEL } from './fixture.ts';
import type { Latency } from './latencies.ts';
import { startSlackStub } from './slack-stub.ts';

const COMMANDS = 200;
/** So many people at once. */
const AT_ONCE = 4;

/**
 * How long the app takes to acknowledge commands while its job logs a tenth of the contacts: the whole app runs in a
 * process of its own, and signed requests come over HTTP.
 * @param url of the database
 */
export async function measureAcknowledging(bench: Bench, url: string): Promise<Latency[]> {
  await bench.snapshot.putBack('base');
  const secret = randomBytes(16).toString('hex');
  const slack = await startSlackStub(bench.teamId);
  try {
    const app = await startApp({
      DATABASE_URL: url,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: slack.apiUrl,
    });
    try {
      const command = (text: string) =>
        send(app.url, secret, {
          command: '/segment',
          text,
          user_id: 'U0REP',
          team_id: bench.teamId,
          channel_id: CHANNEL,
          trigger_id: randomBytes(8).toString('hex'),
          response_url: slack.responseUrl,
        });
      // Modules are loaded and plans are made.
      for (let count = 0; count < 5; count += 1) await command('list');
      await prepareLogging(bench);
      const times = await many(command, bench.half);
      await logged(bench);
      return [{ name: 'acknowledge while 10 % are logged', contacts: bench.contacts, times }];
    } finally {
      await app.stop();
    }
  } finally {
    await slack.stop();
  }
}

async function many(command: (text: string) => Promise<number>, no: string): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const person = async () => {
    while (next < COMMANDS) {
      const text = next % 2 === 0 ? 'list' : `show ${no}`;
      next += 1;
      times.push(await command(text));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
  return times;
}

/** @returns milliseconds until the answer */
async function send(url: string, secret: string, fields: Record<string, string>): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const started = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  await answer.arrayBuffer();
  const took = performance.now() - started;
  if (answer.status !== 200) throw new Error(`A command was answered with ${answer.status}.`);
  return took;
}

/** The database is put back and dropped afterwards: nobody may be at work in it. */
async function logged({ sql, workspaceId }: Bench): Promise<void> {
  for (;;) {
    const [run] = await sql<{ status: string }[]>`
      select status from log_runs where workspace_id = ${workspaceId} order by id desc limit 1`;
    if (run?.status === 'failed') throw new Error('The segment was not logged.');
    if (run?.status === 'done') return;
    await sleep(100);
  }
}
