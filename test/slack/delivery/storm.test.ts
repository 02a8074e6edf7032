import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import type { Fault } from './fake-slack.ts';
import { type Harness, message, startHarness } from './harness.ts';

const CHANNELS = Array.from({ length: 10 }, (_, at) => `C0CHANNEL${at}`);
const EACH = 5;
const OUTAGE_MS = 120_000;

const database = useDatabase();
let workspace: TestWorkspace;
let h: Harness;
beforeAll(async () => {
  workspace = await makeWorkspace(database.db, 'T0STORM');
  h = await startHarness(workspace);
});
afterAll(() => h.slack.stop());

/** The same numbers from 0 to 1 in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

it('50 messages for 10 channels arrive once and in order through rate limits, errors, lost answers and an outage', async () => {
  h.render.post = async (_ctx, content) => message(JSON.stringify(content));
  for (let at = 0; at < EACH; at += 1) {
    for (const channel of CHANNELS) {
      await h.write({ key: `${channel}:${at}`, channel, content: { kind: 'segment-csv', segmentId: at } });
    }
  }
  const start = h.clock.at;
  const random = numbers(20_261_125);
  const met = { limited: 0, broken: 0, lost: 0, away: 0 };
  h.slack.weather.fault = (method): Fault | undefined => {
    if (h.clock.at > start + 20_000 && h.clock.at < start + 20_000 + OUTAGE_MS) {
      met.away += 1;
      return { status: 503 };
    }
    const chance = random();
    if (chance < 0.2) {
      met.limited += 1;
      return { status: 429, retryAfter: 1 + Math.floor(random() * 60) };
    }
    if (chance < 0.4) {
      met.broken += 1;
      return { status: 500 };
    }
    if (chance < 0.6 && method === 'chat.postMessage') {
      met.lost += 1;
      return { lost: true };
    }
    return undefined;
  };

  const due = new Map(CHANNELS.map((channel) => [channel, start]));
  while (due.size > 0) {
    const [[channel, at] = ['', 0]] = [...due].sort((a, b) => a[1] - b[1]);
    h.clock.at = Math.max(h.clock.at, at);
    const { again } = await h.run(channel);
    if (again) due.set(channel, again.getTime());
    else due.delete(channel);
  }

  expect(Math.min(...Object.values(met))).toBeGreaterThan(5);
  expect(h.slack.messages).toHaveLength(CHANNELS.length * EACH);
  for (const channel of CHANNELS) {
    const there = h.slack.messages.filter((one) => one.channel === channel);
    expect(there.map((one) => JSON.parse(one.text).segmentId)).toEqual([0, 1, 2, 3, 4]);
    // Whatever writes into the channel counts, attempts that failed included.
    const writes = h.slack.calls.filter(
      (one) => one.args.channel === channel && one.method.startsWith('chat.'),
    );
    const pauses = writes.slice(1).map((one, before) => one.at - (writes[before]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000);
  }
}, 300_000);
