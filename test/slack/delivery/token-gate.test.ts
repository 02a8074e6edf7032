import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, startHarness } from './harness.ts';

const database = useDatabase();
let workspace: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  workspace = await makeWorkspace(database.db, 'T0GATE');
});
beforeEach(async () => {
  await database.sql`delete from channel_posts`;
  h = await startHarness(workspace);
});
afterEach(() => h.slack.stop());

const called = (method: string) => h.slack.calls.filter((one) => one.method === method).length;
const minutes = (count: number) => {
  h.clock.at += count * 60_000;
};

it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
  '%s: Slack is not called again but for one question every ten minutes; then all goes on',
  async (error) => {
    const id = await h.write({ key: 'first' });
    await h.write({ key: 'other', channel: 'C0OTHER' });
    h.slack.faults.set('chat.postMessage', [{ error }]);
    h.slack.faults.set('auth.test', [{ error }]);
    // Nothing to come back for: upkeep queues what is left when the token is good again.
    expect(await h.run()).toEqual({});
    minutes(9);
    for (const channel of ['C0OTHER', 'C0SALES']) expect(await h.run(channel)).toEqual({});
    expect(h.slack.calls).toHaveLength(1);
    expect((await h.row(id)).status).toBe('waiting');

    minutes(2);
    await Promise.all(['C0OTHER', 'C0SALES'].map((channel) => h.run(channel)));
    expect(called('auth.test')).toBe(1);
    expect(h.slack.messages).toEqual([]);

    minutes(11);
    await h.run('C0OTHER');
    await h.run();
    expect(called('auth.test')).toBe(2);
    expect(h.slack.messages.map((one) => one.channel)).toEqual(['C0OTHER', 'C0SALES']);
    expect(h.lines.filter((line) => line.includes('posts wait'))).toHaveLength(1);
  },
);

it('an event that tells of the end closes it as well', async () => {
  await h.write({ key: 'late' });
  h.gate.close('app_uninstalled');
  h.gate.close('tokens_revoked');
  expect(await h.run()).toEqual({});
  expect(h.slack.calls).toEqual([]);
  expect(h.lines.join()).toContain('app_uninstalled');
});

it('a right that is missing is tried again later, channel by channel', async () => {
  await h.write({ key: 'unable' });
  h.slack.faults.set('chat.postMessage', [{ error: 'missing_scope' }]);
  expect((await h.run()).again).toEqual(new Date(h.clock.at + 600_000));
  await h.drain();
  expect(h.slack.messages).toHaveLength(1);
});
