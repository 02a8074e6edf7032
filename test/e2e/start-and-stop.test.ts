import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../support/app-process.ts';
import { useDatabase } from '../support/database.ts';
import { type SlackStub, startSlackStub } from '../support/slack-stub.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const database = useDatabase();
let stub: SlackStub;

beforeAll(async () => {
  stub = await startSlackStub({ id: 'T0TEST', name: 'Test' });
});
afterAll(() => stub.stop());

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [inject('built').main], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return { child, exit, said: () => said };
}

const settings = (port: number) => ({
  PORT: String(port),
  DATABASE_URL: database.url,
  SLACK_BOT_TOKEN: 'xoxb-start-and-stop',
  SLACK_SIGNING_SECRET: 'start-and-stop',
  SLACK_API_URL: stub.apiUrl,
});

describe('starting', () => {
  it('says which settings do not fit, and ends with the code for that', async () => {
    const { exit, said } = run({ SLACK_BOT_TOKEN: 'xoxp-wrong', PORT: 'abc' });
    expect(await exit).toBe(78);
    expect(said()).toMatch(/PORT should hold a port number/);
    expect(said()).toMatch(/SLACK_BOT_TOKEN should hold the bot token/);
    expect(said()).not.toContain('xoxp-wrong');
  });

  it('says that Slack refuses the token', async () => {
    stub.answers.set('auth.test', () => ({ ok: false, error: 'invalid_auth' }));
    const { exit, said } = run(settings(await freePort()));
    expect(await exit).toBe(1);
    stub.answers.set('auth.test', () => ({
      team_id: 'T0TEST',
      team: 'Test',
      bot_id: 'B0',
      user_id: 'U0BOT',
    }));
    expect(said()).toContain('Slack refused SLACK_BOT_TOKEN (invalid_auth)');
    expect(said()).not.toContain('xoxb-start-and-stop');
  });

  it('says that the port is taken', async () => {
    const holder = createServer().listen(0);
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const { exit, said } = run(settings(port));
    expect(await exit).toBe(1);
    expect(said()).toContain(`Port ${port}`);
    holder.close();
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s is graceful, even when the signal comes twice at once',
    async (signal) => {
      const port = await freePort();
      const { child, exit, said } = run(settings(port));
      const ready = () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          (answer) => answer.status,
          () => said(),
        );
      await expect.poll(ready).toBe(200);
      child.kill(signal);
      child.kill(signal);
      expect(await exit).toBe(0);
      expect(said()).toContain('Stopping');
    },
  );
});
