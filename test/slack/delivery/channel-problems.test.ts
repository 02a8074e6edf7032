import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaigns, channelPosts, channelProblems, loggedSegments } from '../../../src/db/schema/index.ts';
import { postAgain } from '../../../src/services/delivery/post-again.ts';
import { showChannel } from '../../../src/services/delivery/show-channel.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import type { RenderPost } from '../../../src/slack/delivery/types.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, message, startHarness } from './harness.ts';

const OTHER = 'C0OTHER';
const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  await database.sql`delete from channel_posts where parent_id is not null`;
  await database.sql`delete from channel_posts`;
  await database.sql`delete from channel_problems`;
  await database.sql`update campaigns set log_channel = null`;
  h = await startHarness(ours);
});
afterEach(() => h.slack.stop());

/** Who has been told of a channel, so often. */
async function told(): Promise<string[]> {
  const rows = await database.db
    .select({ channel: channelPosts.channel })
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, ours.id), sql`content->>'kind' = 'channel-problem'`))
    .orderBy(channelPosts.id);
  return rows.map((row) => row.channel);
}

/** Slack refuses the next posts. */
const refuse = (error: string, times = 1) =>
  h.slack.faults.set('chat.postMessage', Array(times).fill({ error }));
const problems = () => database.db.select().from(channelProblems);
const inChannel = (channel: string) => h.slack.messages.filter((one) => one.channel === channel);
/** Nobody is known to have asked for it. */
const NOBODYS = { kind: 'interaction', entryId: 404 } as const;

const withFiles: RenderPost = async (_ctx, content) =>
  content.kind === 'log-csv'
    ? { kind: 'file', filename: 'log.csv', title: 'Log', content: 'a,b', comment: '' }
    : message(JSON.stringify(content));

async function log() {
  const runId = await startRun(ours, await makeSegment(ours.as('rita')));
  const result = await logSegment(ours.job(), { runId });
  return { runId, loggedSegmentId: result.status === 'done' ? result.loggedSegmentId : 0 };
}

describe('a channel that takes no posts', () => {
  it('is told of once, to the owner of the campaign that is logged there; the others go on', async () => {
    const mine = sql`workspace_id = ${ours.id} and no = 'CP1001'`;
    await database.db.update(campaigns).set({ logChannel: CHANNEL }).where(mine);
    await log();
    await h.write({ key: 'elsewhere', channel: OTHER });
    refuse('is_archived', 2);
    await h.drain(CHANNEL);
    await log();
    await h.drain(CHANNEL);
    await h.drain(OTHER);
    expect(await told()).toEqual(['U0OLAF']);
    expect(inChannel(OTHER)).toHaveLength(1);
    expect(await problems()).toMatchObject([
      { workspaceId: ours.id, channel: CHANNEL, error: 'is_archived' },
    ]);
  });

  it('is told of to whoever asked, where no campaign owns it, and else to managers and admins', async () => {
    await log();
    refuse('not_in_channel', 9);
    await h.drain(CHANNEL);
    expect(await told()).toEqual(['U0RITA']);
    await database.sql`update members set deactivated = true where slack_user_id in ('U0RITA', 'U0ANNA')`;
    await log();
    refuse('restricted_action', 9);
    await h.drain(CHANNEL);
    await database.sql`update members set deactivated = false`;
    // Another reason is news.
    expect(await told()).toEqual(['U0RITA', 'U0MONA']);
    expect(await problems()).toMatchObject([{ channel: CHANNEL, error: 'restricted_action' }]);
  });

  it.each([
    ['interaction', NOBODYS, ['U0MONA', 'U0ANNA']],
    ['saved criteria', { kind: 'saved-criteria', savedId: 1, memberId: 102 }, ['U0SOREN']],
  ] as const)('is told of for %s as well', async (key, content, people) => {
    await h.write({ key, content });
    refuse('channel_not_found');
    await h.drain();
    expect(await told()).toEqual(people);
  });

  it.each(['msg_too_long', 'invalid_blocks'])('is not meant by %s', async (error) => {
    await h.write({ key: error });
    refuse(error);
    await h.drain();
    expect(await told()).toEqual([]);
  });

  it('is not meant by a person who cannot be written to', async () => {
    await h.write({ key: 'direct', channel: 'U0RITA' });
    refuse('channel_not_found');
    await h.drain('U0RITA');
    expect(await told()).toEqual([]);
  });

  it('is told of again after a post has got through, and those who were told see that it is over', async () => {
    const fail = async (key: string) => {
      await h.write({ key, content: NOBODYS });
      refuse('is_archived');
      h.clock.at += 1000;
      await h.drain();
    };
    await fail('first');
    await fail('second');
    expect(await told()).toHaveLength(2);
    await h.drain('U0MONA');
    await h.write({ key: 'third' });
    await h.drain();
    expect(await problems()).toEqual([]);
    await h.drain('U0MONA');
    expect(inChannel('D0MONA')).toMatchObject([{ edits: 1 }]);
    await fail('fourth');
    expect(await told()).toHaveLength(4);
    // An edit that is refused is no news.
    h.slack.faults.set('chat.update', [{ error: 'is_archived' }]);
    await h.refresh('segment:1');
    await h.drain();
    expect(await told()).toHaveLength(4);
  });

  it('takes messages but no files: that is told once, though the messages get through', async () => {
    h.render.post = withFiles;
    let runId = 0;
    for (let turn = 0; turn < 2; turn += 1) {
      ({ runId } = await log());
      h.slack.faults.set('files.completeUploadExternal', [{ error: 'not_in_channel' }]);
      await h.drain(CHANNEL);
    }
    expect(await told()).toEqual(['U0RITA']);
    expect(await showChannel(ours.as('rita'), { channel: CHANNEL })).toEqual({
      channel: CHANNEL,
      error: 'files_not_in_channel',
      refused: 2,
    });
    const run = () => showRun(ours.as('rita'), { runId });
    expect(await run()).toMatchObject({ postingError: 'not_in_channel', onlyFileMissing: true });
    const messages = inChannel(CHANNEL).length;
    expect(await postAgain(ours.as('rita'), { channel: CHANNEL })).toEqual({ waiting: 2 });
    await h.drain(CHANNEL);
    expect(inChannel(CHANNEL)).toHaveLength(messages);
    expect(await run()).toMatchObject({ postingError: null, onlyFileMissing: false });
    expect(await problems()).toEqual([]);
    expect(h.slack.files.filter((file) => file.share)).toHaveLength(2);
  });
});

describe('posting again', () => {
  it('tries what was refused and nothing else; who must know is told when it fails again', async () => {
    const { runId } = await log();
    const other = await h.write({ key: 'too long' });
    h.slack.faults.set('chat.postMessage', [{ error: 'not_in_channel' }, { error: 'msg_too_long' }]);
    await h.drain(CHANNEL);
    const state = () => showChannel(ours.as('rita'), { channel: CHANNEL });
    expect(await state()).toEqual({ channel: CHANNEL, error: 'not_in_channel', refused: 3 });
    await expect(
      postAgain(ours.as('rita', { actor: { outsider: true } }), { channel: CHANNEL }),
    ).rejects.toThrow();
    expect(await postAgain(theirs.as('rita'), { channel: CHANNEL })).toEqual({ waiting: 0 });

    const again = () => postAgain(ours.as('mona'), { channel: CHANNEL, requestKey: 'once' });
    expect(await Promise.all([again(), again()])).toEqual([{ waiting: 3 }, { waiting: 3 }]);
    h.clock.at += 1000;
    refuse('not_in_channel');
    await h.drain(CHANNEL);
    expect(await told()).toEqual(['U0RITA', 'U0RITA']);
    expect(await postAgain(ours.as('mona'), { channel: CHANNEL })).toEqual({ waiting: 3 });
    await h.drain(CHANNEL);
    expect(inChannel(CHANNEL)).toHaveLength(3);
    expect(await state()).toEqual({ channel: CHANNEL, error: null, refused: 0 });
    expect((await h.row(other)).error).toBe('msg_too_long');
    expect(await showRun(ours.as('rita'), { runId })).toMatchObject({ postingError: null });
  });

  it('in another channel, a log that was posted in part is posted whole', async () => {
    const { runId, loggedSegmentId } = await log();
    h.render.post = withFiles;
    // The message and the entries stand when the channel is archived.
    h.slack.faults.set('files.getUploadURLExternal', [{ error: 'is_archived' }]);
    await h.drain(CHANNEL);
    expect(inChannel(CHANNEL)).toHaveLength(2);
    expect(await postAgain(ours.as('rita'), { channel: CHANNEL, to: OTHER })).toEqual({ waiting: 3 });
    await h.drain(OTHER);
    const [parent, entries] = inChannel(OTHER);
    expect(inChannel(OTHER)).toHaveLength(2);
    expect(entries?.thread_ts).toBe(parent?.ts);
    expect(h.slack.files.at(-1)?.share).toMatchObject({ channel: OTHER, thread_ts: parent?.ts });
    const [logged] = await database.db
      .select()
      .from(loggedSegments)
      .where(and(eq(loggedSegments.workspaceId, ours.id), eq(loggedSegments.id, loggedSegmentId)));
    expect(logged?.channel).toBe(OTHER);
    expect(await showRun(ours.as('rita'), { runId })).toMatchObject({ channel: OTHER, postingError: null });
  });
});
