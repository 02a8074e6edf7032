import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uploadTimeout } from '../../../src/slack/delivery/send-file.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import type { Fault } from './fake-slack.ts';
import { type Harness, message, startHarness } from './harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
});
beforeEach(async () => {
  await database.sql`delete from channel_posts`;
  h = await startHarness(ours);
  h.render.post = async (_ctx, content) =>
    content.kind === 'log-csv'
      ? { kind: 'file', filename: 'log.csv', title: 'Log', content: 'a,b', comment: '' }
      : message(content.kind);
});
afterEach(() => h.slack.stop());

const FILE = { key: 'csv', content: { kind: 'log-csv', loggedSegmentId: 1 } } as const;
const always = (method: string, fault: Fault, times = 500) =>
  h.slack.faults.set(method, Array(times).fill(fault));
const texts = () => h.slack.messages.map((one) => one.text);
const DEAD = { status: 500 };

describe('a post that Slack never answers', () => {
  it('is first in its channel for minutes, then stands aside, and comes when Slack takes it', async () => {
    const bad = await h.write({ key: 'bad' });
    await h.write({ key: 'good', content: { kind: 'log-progress', runId: 1 } });
    always('chat.postMessage', DEAD, 16);
    const start = h.clock.at;
    await h.drain();
    expect(texts()).toEqual(['log-progress']);
    expect(h.clock.at - start).toBeGreaterThan(10 * 60_000);
    expect(await h.row(bad)).toMatchObject({ status: 'waiting', attempts: 16 });

    h.clock.at += 58_000;
    await h.drain();
    expect(texts()).toEqual(['log-progress']);
    h.clock.at += 1_000;
    await h.drain();
    expect(texts()).toEqual(['log-progress', 'logged-segment']);
    expect(await h.row(bad)).toMatchObject({ status: 'posted', attempts: 0, notBefore: null });
  });

  it('is not posted twice when it stood there all the time', async () => {
    await h.write({ key: 'there' });
    h.slack.faults.set('chat.postMessage', [{ lost: true }]);
    always('conversations.history', DEAD, 15);
    await h.drain();
    h.clock.at += 60_000;
    await h.drain();
    expect(texts()).toEqual(['logged-segment']);
  });

  it('does not hold up other edits when it is one', async () => {
    const first = await h.write({ key: 'one', subject: 'run:1' });
    const second = await h.write({ key: 'two', subject: 'run:1' });
    await h.drain();
    await h.refresh('run:1');
    always('chat.update', DEAD, 4);
    await h.drain();
    expect((await h.row(first)).status).toBe('waiting');
    expect((await h.row(second)).status).toBe('posted');
  });
});

describe('a file', () => {
  it('has the longer the bigger it is', () => {
    expect(uploadTimeout(0)).toBe(60_000);
    expect(uploadTimeout(5_000_001)).toBe(160_001);
  });

  it('that the upload server refuses is given up at once', async () => {
    const id = await h.write(FILE);
    h.slack.faults.set('upload', [{ status: 413 }]);
    await h.drain();
    expect(await h.row(id)).toMatchObject({ status: 'failed', error: 'upload_refused' });
  });

  it('is uploaded again when that server was busy, and given up when it always is', async () => {
    const id = await h.write(FILE);
    h.slack.faults.set('upload', [{ status: 429 }, { status: 503 }]);
    await h.drain();
    expect((await h.row(id)).status).toBe('posted');

    const other = await h.write({ ...FILE, key: 'never' });
    await database.sql`update channel_posts set attempts = 119 where id = ${other}`;
    always('upload', { status: 503 });
    await h.drain();
    expect(await h.row(other)).toMatchObject({ status: 'failed', error: 'no_answer' });
  });
});
