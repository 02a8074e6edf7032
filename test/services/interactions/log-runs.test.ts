import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { postContent } from '../../../src/core/posts.ts';
import { campaigns } from '../../../src/db/schema/index.ts';
import { giveUpLogging } from '../../../src/services/interactions/give-up-logging.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeApproved, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';
import { entriesOf, postsOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');
const log = (runId: number) => logSegment(ours.job(), { runId });

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

describe('logging the same run again', () => {
  it('changes nothing and gives the same answer', async () => {
    const no = await makeSegment(rita());
    const runId = await startRun(ours, no);
    const [first, ...others] = await Promise.all([log(runId), log(runId), log(runId)]);
    expect(first).toMatchObject({ status: 'done' });
    for (const other of [...others, await log(runId)]) expect(other).toEqual(first);
    const id = first.status === 'done' ? first.loggedSegmentId : 0;
    expect(await entriesOf(ours, id)).toHaveLength(5);
    expect(await postsOf(ours, `logged-segment:${id}`)).toHaveLength(3);
  });

  it('knows no run of another workspace', async () => {
    const runId = await startRun(ours, await makeSegment(rita()));
    expect(await logSegment(theirs.job(), { runId })).toEqual({ status: 'nothing-to-do' });
    expect((await showRun(rita(), { runId }))?.status).toBe('queued');
  });

  it('can be done after an error that undid everything', async () => {
    const no = await makeSegment(rita());
    const runId = await startRun(ours, no);
    await database.sql`
      create or replace function stop_posts() returns trigger language plpgsql as
      $$ begin if new.key like 'log-csv:%' then raise 'lost the connection'; end if; return new; end $$`;
    onTestFinished(async () => {
      await database.sql`drop trigger if exists stop_posts on channel_posts`;
    });
    await database.sql`
      create trigger stop_posts before insert on channel_posts for each row execute function stop_posts()`;
    await expect(log(runId)).rejects.toThrow();
    expect((await showSegment(rita(), { no })).contacts).toHaveLength(5);
    expect((await showRun(rita(), { runId }))?.status).toBe('queued');
    await database.sql`drop trigger stop_posts on channel_posts`;
    expect(await log(runId)).toMatchObject({ status: 'done' });
  });
});

describe('a refusal', () => {
  it('writes nothing, gives the segment back and says why', async () => {
    const no = await makeSegment(rita());
    const runId = await startRun(ours, no);
    await database.sql`
      update segments set salesperson_code = null where workspace_id = ${ours.id} and no = ${no}`;
    expect(await log(runId)).toEqual({ status: 'failed', code: 'salesperson_missing' });
    expect(await showRun(rita(), { runId })).toMatchObject({
      status: 'failed',
      error: {
        code: 'salesperson_missing',
        params: { no, count: 1 },
        problems: [{ kind: 'salesperson', count: 1, examples: ['Quiet'] }],
      },
      logged: null,
    });
    const card = await showSegment(rita(), { no });
    expect(card.header.state).toBe('open');
    expect(card.contacts).toHaveLength(5);
    expect(await postsOf(ours, `run:${runId}`)).toMatchObject([{ revision: 2 }]);
    expect(await log(runId)).toEqual({ status: 'nothing-to-do' });
  });

  it('leaves an approved segment approved', async () => {
    const block = (blocked: boolean) =>
      database.sql`update salespeople set blocked = ${blocked} where workspace_id = ${ours.id} and code = 'RR'`;
    const { no } = await makeApproved(ours);
    const runId = await startRun(ours, no);
    await block(true);
    expect(await log(runId)).toMatchObject({ status: 'failed', code: 'salesperson_missing' });
    expect((await showSegment(rita(), { no })).header.state).toBe('approved');
    await block(false);
    await startRun(ours, no);
  });

  it('comes when the segment is not what was approved, and voids the approval', async () => {
    const { no } = await makeApproved(ours);
    const runId = await startRun(ours, no);
    await database.db
      .update(campaigns)
      .set({ description: 'Another campaign' })
      .where(and(eq(campaigns.workspaceId, ours.id), eq(campaigns.id, 1)));
    expect(await log(runId)).toEqual({ status: 'failed', code: 'request_voided' });
    expect(await showSegment(rita(), { no })).toMatchObject({
      header: { state: 'open' },
      approval: { status: 'voided' },
    });
  });

  it('45: comes when the description went missing after the request', async () => {
    const { no } = await createSegment(rita(), { description: 'Soon blank', templateCode: 'BUS' });
    await add(rita(), { no, criteria: criteria('') });
    const runId = await startRun(ours, no);
    await database.sql`update segments set description = '' where workspace_id = ${ours.id} and no = ${no}`;
    expect(await log(runId)).toEqual({ status: 'failed', code: 'description_missing' });
  });

  it('is a new message when it comes late, and the first one points to it', async () => {
    const fail = async (seconds: number, posted: boolean) => {
      const runId = await startRun(ours, await makeSegment(rita()));
      if (posted)
        await database.sql`update channel_posts set slack_ts = '1.1' where key = ${`log-run:${runId}`}`;
      const now = () => new Date(NOON.getTime() + seconds * 1000);
      await giveUpLogging(ours.job({ now }), { runId, reference: '8f3a2c' });
      const posts = await postsOf(ours, `run:${runId}`);
      const render = ({ content }: (typeof posts)[number]) =>
        renderPost(ours.job(), postContent.parse(content));
      return { posts, shown: await Promise.all(posts.map(render)) };
    };
    const late = await fail(7200, true);
    expect(late.posts.map((one) => [one.channel, one.status])).toEqual([
      ['U0RITA', 'waiting'],
      ['U0RITA', 'waiting'],
    ]);
    const [first, second] = late.shown;
    expect(JSON.stringify(first)).toContain('was not logged; the message further down says why.');
    expect(JSON.stringify(first)).not.toContain('"actions"');
    expect(JSON.stringify(second)).toContain('8f3a2c');
    expect(JSON.stringify(second)).toContain('"actions"');
    // Whoever still looks at the first message, or has not got it yet, needs no second one.
    expect((await fail(50, true)).posts).toMatchObject([{ revision: 2 }]);
    expect((await fail(7200, false)).posts).toMatchObject([{ revision: 2 }]);
  });
});
