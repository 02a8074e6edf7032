import { expect, it } from 'vitest';
import { inTransaction } from '../../src/core/context.ts';
import { post } from '../../src/core/posts.ts';
import { campaigns } from '../../src/db/schema/index.ts';
import type { Channel, Fault, TrafficEntry } from '../../src/playground/protocol.ts';
import { CHANNEL_INTERVAL_MS } from '../../src/slack/delivery/deliver-channel.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const EACH = 5;
/** How long Slack answers nothing but 503. */
const OUTAGE_MS = 2_000;
const RETRY_AFTER_S = 2;

const channels = Array.from(
  { length: 10 },
  (_, at): Channel => ({
    id: `C0STORM${at}`,
    name: `storm-${at}`,
    kind: 'public',
    members: ['U0RITA'],
    botIsMember: true,
    isArchived: false,
  }),
);
const noOf = (at: number) => `ST${at + 1}`;
const idOf = (at: number) => 1001 + at;

const running = useRunningApp(
  async ({ db, id: workspaceId }) => {
    const list = Array.from({ length: EACH }, (_, at) => ({ id: idOf(at), no: noOf(at) }));
    await db
      .insert(campaigns)
      .overridingSystemValue()
      .values(list.map((one) => ({ workspaceId, ...one, description: 'Storm' })));
  },
  { deliveryInterval: CHANNEL_INTERVAL_MS, channels },
);

type Strike = Pick<Fault, 'method' | 'kind'>;
const limited = (method: string): Strike => ({
  method,
  kind: { rateLimited: { retryAfterSeconds: RETRY_AFTER_S } },
});
const broken = (method: string): Strike => ({ method, kind: { httpStatus: 500 } });
const lost = (method: string): Strike => ({ method, kind: { lostAnswer: true } });
const POST = 'chat.postMessage';
const UPDATE = 'chat.update';

/** What strikes the channels, each in its turn. A post whose answer was lost is edited once it is found. */
const BEFORE = [
  [limited(POST)],
  [broken(POST)],
  [lost(POST), limited(UPDATE)],
  [lost(POST), broken(UPDATE)],
  [lost(POST), lost(UPDATE)],
];
const AFTER = [[limited(POST)], [broken(POST)], [], [], []];

async function strike(plan: Strike[][]): Promise<void> {
  for (const [at, { id: channel }] of channels.entries()) {
    for (const one of plan[at % plan.length] ?? []) await running.rita.fault({ ...one, times: 1, channel });
  }
}

/** The playground keeps the newest calls only, so they are gathered each time that it is looked at. */
const calls: TrafficEntry[] = [];
async function look() {
  const seen = await running.rita.see({ traffic: true });
  const last = JSON.stringify(calls.at(-1));
  calls.push(...seen.traffic.slice(seen.traffic.findLastIndex((one) => JSON.stringify(one) === last) + 1));
  return seen;
}
const until = (done: () => Promise<boolean>) =>
  expect.poll(done, { timeout: OUTAGE_MS + 120_000, interval: 300 }).toBe(true);
const struck = (status: string, method?: string) =>
  calls.filter((one) => one.status.startsWith(`fault: ${status}`) && (method ?? one.what) === one.what)
    .length;

/** Whatever was to write into the channel, attempts that failed included. */
function writesIn(channel: string) {
  return calls
    .filter(({ what }) => what === POST || what === UPDATE)
    .filter(({ detail }) => JSON.parse(detail ?? '{}').request.channel === channel)
    .map(({ at, status }) => ({ at: Date.parse(at), status }));
}

it(
  '50 messages for 10 channels arrive once, in order and a second apart, through all that Slack can do',
  async () => {
    const { workspace, database, rita } = running;
    await strike(BEFORE);
    await inTransaction(workspace.job({ now: () => new Date() }), async (ctx) => {
      for (let at = 0; at < EACH; at += 1) {
        for (const { id: channel } of channels) {
          await post(ctx, {
            key: `storm:${channel}:${at}`,
            channel,
            subject: `campaign:${idOf(at)}`,
            content: { kind: 'campaign-card', campaignId: idOf(at), memberId: 101 },
          });
        }
      }
    });

    await until(async () => {
      await look();
      return ['429', '500', 'answer lost'].every((one) => struck(one, POST) > 1 && struck(one, UPDATE) > 0);
    });
    const outage = Date.now();
    await rita.fault({ method: '*', times: 1_000_000, kind: { httpStatus: 503 } });
    await until(async () => {
      await look();
      return Date.now() > outage + OUTAGE_MS && struck('503') >= channels.length;
    });
    await rita.clearFaults();
    await strike(AFTER);
    await until(async () => {
      await look();
      const [left] = await database.sql`select count(*)::int as n from graphile_worker.jobs`;
      return left?.n === 0;
    });

    const { messages } = await look();
    const waiting = await database.sql`select 1 from channel_posts where posted_revision < revision`;
    expect(waiting).toHaveLength(0);
    expect(messages).toHaveLength(channels.length * EACH);
    for (const { id } of channels) {
      const there = messages.filter(({ channel }) => channel === id);
      expect(there.map((one) => /ST\d/.exec(wordsOf(one))?.[0])).toEqual(['ST1', 'ST2', 'ST3', 'ST4', 'ST5']);
      const writes = writesIn(id);
      for (const [index, { at, status }] of writes.slice(0, -1).entries()) {
        const pause = (writes[index + 1]?.at ?? 0) - at;
        expect(pause).toBeGreaterThanOrEqual(status.startsWith('fault: 429') ? RETRY_AFTER_S * 1000 : 1000);
      }
    }
  },
  OUTAGE_MS + 300_000,
);
