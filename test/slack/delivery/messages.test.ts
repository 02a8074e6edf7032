import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, message, startHarness } from './harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
});
beforeEach(async () => {
  await database.sql`delete from channel_posts where parent_id is not null`;
  await database.sql`delete from channel_posts`;
  h = await startHarness(ours);
});
afterEach(() => h.slack.stop());

const texts = () => h.slack.messages.map((one) => one.text);
const named = (name: string) =>
  ({ key: name, content: { kind: 'segment-csv', segmentId: Number(name) } }) as const;
const calls = (method: string) => h.slack.calls.filter((one) => one.method === method);

describe('a channel', () => {
  it('gets its posts in order, replies in the thread of their parent, one a second', async () => {
    h.render.post = async (_ctx, content) => message(content.kind);
    const parentId = await h.write({ key: 'parent' });
    await h.write({ key: 'reply', parentId, content: { kind: 'log-csv', loggedSegmentId: 1 } });
    await h.write({ key: 'second', content: { kind: 'log-progress', runId: 1 } });
    expect(await h.run()).toEqual({});
    expect(texts()).toEqual(['logged-segment', 'log-csv', 'log-progress']);
    const [parent, reply, second] = h.slack.messages;
    expect(reply?.thread_ts).toBe(parent?.ts);
    expect(second?.thread_ts).toBeUndefined();
    const at = h.slack.calls.map((one) => one.at);
    expect(at.slice(1).map((one, i) => one - (at[i] ?? 0))).toEqual([1000, 1000]);
    expect(await h.row(parentId)).toMatchObject({
      status: 'posted',
      slackChannel: 'C0SALES',
      slackTs: parent?.ts,
      postedRevision: 1,
    });
  });

  it('gets news before edits of what stands, however many', async () => {
    for (let i = 0; i < 3; i += 1) await h.write({ key: `old ${i}`, subject: 'interaction:1' });
    await h.run();
    await h.refresh('interaction:1');
    await h.write({ key: 'news' });
    await h.run();
    expect(h.slack.calls.slice(3).map((one) => one.method)).toEqual([
      'chat.postMessage',
      'chat.update',
      'chat.update',
      'chat.update',
    ]);
  });

  it('keeps the pace from one run to the next', async () => {
    await h.write({ key: 'one' });
    await h.run();
    h.clock.at += 300;
    await h.write({ key: 'two' });
    await h.run();
    const [first, second] = h.slack.calls;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(1000);
  });

  it('lets other jobs have a turn after ten posts', async () => {
    for (let i = 0; i < 12; i += 1) await h.write({ key: `many ${i}` });
    expect(await h.run()).toEqual({ again: new Date(h.clock.at) });
    expect(h.slack.messages).toHaveLength(10);
    expect(await h.run()).toEqual({});
    expect(h.slack.messages).toHaveLength(12);
  });

  it('gets nothing of another workspace', async () => {
    const there = await startHarness(theirs);
    await there.write({ key: 'theirs' });
    await h.write({ key: 'ours' });
    await h.run();
    expect(h.slack.messages).toHaveLength(1);
    await there.run();
    expect(there.slack.messages).toHaveLength(1);
    await there.slack.stop();
  });

  it('is addressed in the language of the workspace, a member in their own', async () => {
    const seen: string[] = [];
    h.render.post = async (ctx) => {
      seen.push(`${ctx.locale} ${ctx.timeZone}`);
      return message('Hi');
    };
    await database.sql`
      update members set locale = 'da-DK', time_zone = 'America/Nuuk'
      where workspace_id = ${ours.id} and slack_user_id = 'U0RITA'`;
    await h.write({ key: 'channel' });
    await h.write({ key: 'direct', channel: 'U0RITA' });
    await h.run();
    await h.run('U0RITA');
    expect(seen).toEqual(['en Europe/Copenhagen', 'da America/Nuuk']);
  });
});

describe('a message that stands', () => {
  it('is edited in place, in a direct message by the channel that Slack answered with', async () => {
    let version = 'before';
    h.render.post = async () => message(version);
    const id = await h.write({ key: 'direct', channel: 'U0RITA', subject: 'run:1' });
    await h.run('U0RITA');
    version = 'after';
    await h.refresh('run:1');
    await h.run('U0RITA');
    expect(h.slack.messages).toMatchObject([{ channel: 'D0RITA', text: 'after', edits: 1 }]);
    expect(await h.row(id)).toMatchObject({ slackChannel: 'D0RITA', postedRevision: 2, status: 'posted' });
  });

  it('is edited again when it changed while it was sent', async () => {
    let asked = 0;
    h.render.post = async () => {
      asked += 1;
      if (asked === 1) await h.refresh('run:1');
      return message(`version ${asked}`);
    };
    await h.write({ key: 'busy', subject: 'run:1' });
    await h.run();
    expect(h.slack.messages).toMatchObject([{ text: 'version 2', edits: 1 }]);
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'is not said again when Slack answers an edit with %s',
    async (error) => {
      const id = await h.write({ key: 'old', subject: 'run:1' });
      await h.run();
      await h.refresh('run:1');
      h.slack.faults.set('chat.update', [{ error }]);
      expect(await h.run()).toEqual({});
      expect(h.slack.messages).toHaveLength(1);
      expect((await h.row(id)).status).toBe('posted');
    },
  );
});

describe('trouble with Slack', () => {
  it('429: the whole channel waits as long as Slack says, and nothing shows twice', async () => {
    await h.write(named('1'));
    await h.write(named('2'));
    h.slack.faults.set('chat.postMessage', [{ status: 429, retryAfter: 30 }]);
    const { again } = await h.run();
    expect(again).toEqual(new Date(h.clock.at + 30_000));
    expect(h.slack.messages).toEqual([]);
    await h.drain();
    expect(h.slack.messages).toHaveLength(2);
    // Slack said that it did nothing: there is nothing to look for.
    expect(calls('conversations.history')).toEqual([]);
  });

  it('5xx: is tried again with growing waits, of a minute at most, in order', async () => {
    await h.write(named('1'));
    await h.write(named('2'));
    h.slack.faults.set('chat.postMessage', Array(9).fill({ status: 503 }));
    const waits: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const { again } = await h.run();
      waits.push(((again?.getTime() ?? 0) - h.clock.at) / 1000);
      h.clock.at = again?.getTime() ?? 0;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    await h.drain();
    expect(h.slack.messages.map((one) => JSON.parse(one.text).segmentId)).toEqual([1, 2]);
  });

  it('a lost answer: finds the message by its metadata and does not post it again', async () => {
    const id = await h.write({ key: 'lost' });
    h.slack.faults.set('chat.postMessage', [{ lost: true }]);
    expect((await h.run()).again).toBeDefined();
    expect(h.slack.messages).toHaveLength(1);
    await h.drain();
    expect(h.slack.messages).toHaveLength(1);
    expect(await h.row(id)).toMatchObject({ slackTs: h.slack.messages[0]?.ts, status: 'posted' });
  });

  it('a lost answer in a thread: looks there', async () => {
    const parentId = await h.write({ key: 'parent' });
    await h.run();
    await h.write({ key: 'reply', parentId });
    h.slack.faults.set('chat.postMessage', [{ lost: true }]);
    await h.drain();
    expect(h.slack.messages).toHaveLength(2);
    expect(calls('conversations.replies')).toHaveLength(1);
  });

  it('a lost answer, then 429 while looking: still looks before it posts', async () => {
    await h.write({ key: 'twice unlucky' });
    h.slack.faults.set('chat.postMessage', [{ lost: true }]);
    h.slack.faults.set('conversations.history', [{ status: 429, retryAfter: 5 }]);
    await h.drain();
    expect(h.slack.messages).toHaveLength(1);
  });

  it('a lost answer without the right to look: posts again, and says so in the log', async () => {
    await h.write({ key: 'blind' });
    h.slack.faults.set('chat.postMessage', [{ lost: true }]);
    h.slack.faults.set('conversations.history', [{ error: 'missing_scope' }]);
    await h.drain();
    expect(h.slack.messages).toHaveLength(2);
    expect(h.lines.join()).toContain('may show twice');
  });

  it('killed between the mark and the call: posts once', async () => {
    const id = await h.write({ key: 'killed' });
    await database.sql`update channel_posts set attempted_at = ${new Date(h.clock.at).toISOString()} where id = ${id}`;
    await h.drain();
    expect(h.slack.messages).toHaveLength(1);
  });
});
