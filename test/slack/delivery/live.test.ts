import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIVE_EVERY_MS } from '../../../src/core/posts.ts';
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
  await database.sql`delete from channel_posts`;
  await database.sql`delete from graphile_worker._private_jobs`;
  h = await startHarness(ours);
  h.render.post = async (ctx) => message(`as at ${ctx.now().getTime() - started}`);
  started = h.clock.at;
});
afterEach(() => h.slack.stop());

let started = 0;
const CARD = 'segment-card:1';
const change = () => h.refresh(CARD, LIVE_EVERY_MS);
const edits = () =>
  h.slack.calls.filter((one) => one.method === 'chat.update').map((one) => one.at - started);
const queued = () =>
  database.sql<{ key: string; seconds: number }[]>`
    select key, round(extract(epoch from run_at - updated_at))::integer as seconds
    from graphile_worker.jobs order by key`;

/** A card that has stood in the channel for a minute. */
async function oldCard(): Promise<number> {
  const id = await h.write({ key: 'card', subject: CARD });
  await h.run();
  h.clock.at += 60_000;
  started = h.clock.at;
  return id;
}

describe('a post that changes often', () => {
  it('is edited at once, and then seldom, and ends as it is', async () => {
    const id = await oldCard();
    for (let turn = 0; turn < 10; turn += 1) {
      await change();
      await h.run();
      h.clock.at += 700;
    }
    expect(edits()).toEqual([0, 3500]);
    h.clock.at += LIVE_EVERY_MS;
    await h.run();
    expect(h.slack.messages).toMatchObject([{ text: `as at ${h.clock.at - started}`, edits: 3 }]);
    expect(await h.row(id)).toMatchObject({ status: 'posted', revision: 11, postedRevision: 11 });
  });

  it('keeps its distance also from an edit that was on its way when it changed', async () => {
    await oldCard();
    let asked = 0;
    h.render.post = async () => {
      asked += 1;
      if (asked === 1) await change();
      return message(`version ${asked}`);
    };
    await change();
    expect(await h.run()).toEqual({});
    expect(edits()).toEqual([0]);
    h.clock.at += LIVE_EVERY_MS;
    await h.run();
    expect(edits()).toEqual([0, LIVE_EVERY_MS]);
    expect(h.slack.messages).toMatchObject([{ text: 'version 2' }]);
  });

  it('does not hold up the rest of the channel, nor break its pace', async () => {
    await oldCard();
    await change();
    await h.run();
    h.clock.at += 100;
    await change();
    await h.write({ key: 'news' });
    await h.run();
    expect(h.slack.calls.map((one) => [one.method, one.at - started]).slice(1)).toEqual([
      ['chat.update', 0],
      ['chat.postMessage', 1000],
    ]);
  });

  it('is not delayed where the change is asked for at once', async () => {
    await oldCard();
    await change();
    await h.run();
    await change();
    await h.refresh(CARD);
    await h.run();
    expect(edits()).toEqual([0, 1000]);
  });

  it('stays given up when it was', async () => {
    const id = await h.write({ key: 'card', subject: CARD });
    h.slack.faults.set('chat.postMessage', [{ error: 'channel_not_found' }]);
    await h.run();
    await change();
    await h.run();
    expect(await h.row(id)).toMatchObject({ status: 'failed', revision: 1 });
    expect(h.slack.messages).toEqual([]);
  });

  it('brings its channel to work when it is due, while news has a job at once', async () => {
    await oldCard();
    await change();
    await h.run();
    await database.sql`delete from graphile_worker._private_jobs`;
    h.clock.at += 1_000;
    await change();
    await change();
    const later = { key: `deliver-later:${ours.id}:C0SALES`, seconds: 2 };
    expect(await queued()).toEqual([later]);
    await h.write({ key: 'news' });
    expect(await queued()).toEqual([later, { key: `deliver:${ours.id}:C0SALES`, seconds: 0 }]);
  });
});
