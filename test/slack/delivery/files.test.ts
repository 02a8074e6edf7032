import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, message, startHarness } from './harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
});
beforeEach(async () => {
  await database.sql`delete from channel_posts where parent_id is not null`;
  await database.sql`delete from channel_posts`;
  h = await startHarness(ours);
  h.render.post = async (_ctx, content) =>
    content.kind === 'logged-segment'
      ? message('The log')
      : {
          kind: 'file',
          filename: 'log.csv',
          title: 'Log',
          content: 'a,b\r\næ,ø\r\n',
          comment: 'All entries',
        };
});
afterEach(() => h.slack.stop());

const csv = { kind: 'log-csv', loggedSegmentId: 1 } as const;
const shared = () => h.slack.files.filter((file) => file.share);

describe('a file', () => {
  it('is shared in the thread of its parent, with the words beside it', async () => {
    const parentId = await h.write({ key: 'parent' });
    const id = await h.write({ key: 'csv', parentId, content: csv });
    await h.drain();
    expect(h.slack.files).toMatchObject([
      {
        bytes: Buffer.from('a,b\r\næ,ø\r\n'),
        share: { channel: 'C0SALES', thread_ts: h.slack.messages[0]?.ts, comment: 'All entries' },
      },
    ]);
    expect(await h.row(id)).toMatchObject({ status: 'posted', slackFileId: 'F1' });
  });

  it('is shared once, however often it is asked for anew', async () => {
    await h.write({ key: 'csv', content: csv, subject: 'logged-segment:1' });
    await h.drain();
    await h.refresh('logged-segment:1');
    await h.drain();
    expect(h.slack.files).toHaveLength(1);
  });

  it('is not shared again when the answer got lost', async () => {
    await h.write({ key: 'csv', content: csv });
    h.slack.faults.set('files.completeUploadExternal', [{ lost: true }]);
    await h.drain();
    expect(shared()).toHaveLength(1);
  });

  it('is uploaded anew when the first upload never got through', async () => {
    await h.write({ key: 'csv', content: csv });
    h.slack.faults.set('files.completeUploadExternal', [{ status: 500 }]);
    await h.drain();
    expect(h.slack.files).toHaveLength(2);
    expect(shared()).toHaveLength(1);
  });

  it('waits with its channel when Slack is busy', async () => {
    await h.write({ key: 'csv', content: csv });
    h.slack.faults.set('files.getUploadURLExternal', [{ status: 429, retryAfter: 7 }]);
    expect((await h.run()).again).toEqual(new Date(h.clock.at + 7000));
    await h.drain();
    expect(shared()).toHaveLength(1);
  });

  it('for a member never written to: the words go ahead, because a file needs a real channel', async () => {
    await h.write({ key: 'csv', channel: 'U0RITA', content: csv });
    await h.drain('U0RITA');
    expect(h.slack.messages).toMatchObject([{ channel: 'D0RITA', text: 'All entries' }]);
    expect(shared()).toMatchObject([{ share: { channel: 'D0RITA' } }]);
    expect(shared()[0]?.share?.comment).toBeUndefined();

    await h.write({ key: 'another csv', channel: 'U0RITA', content: csv });
    await h.drain('U0RITA');
    expect(h.slack.messages).toHaveLength(1);
    expect(shared()[1]?.share).toMatchObject({ channel: 'D0RITA', comment: 'All entries' });
  });

  it('that may not be shared for want of a scope is given up, messages go on', async () => {
    const id = await h.write({ key: 'csv', content: csv });
    const after = await h.write({ key: 'after' });
    h.slack.faults.set('files.getUploadURLExternal', [{ error: 'missing_scope' }]);
    await h.drain();
    expect(await h.row(id)).toMatchObject({ status: 'failed', error: 'missing_scope' });
    expect((await h.row(after)).status).toBe('posted');
  });
});
