import { and, asc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { inTransaction } from '../../../src/core/context.ts';
import { type NewPost, post, refreshPosts } from '../../../src/core/posts.ts';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { deliveryClient } from '../../../src/slack/delivery/client.ts';
import { deliverChannel } from '../../../src/slack/delivery/deliver-channel.ts';
import { createTokenGate, type TokenGate } from '../../../src/slack/delivery/token-gate.ts';
import type { RenderedPost, RenderPost } from '../../../src/slack/delivery/types.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';

/** A channel of a workspace, a Slack that can fail, and a clock that only sleeping moves. */
export interface Harness {
  slack: FakeSlack;
  clock: { at: number };
  /** What posts are put into; tests replace it. */
  render: { post: RenderPost };
  write(wanted: Partial<NewPost> & { key: string }): Promise<number>;
  refresh(subject: NewPost['subject'], every?: number): Promise<void>;
  /** One run of the channel's job. */
  run(channel?: string): ReturnType<typeof deliverChannel>;
  /** Runs until nothing is left, waiting as told. */
  drain(channel?: string): Promise<void>;
  row(id: number): Promise<typeof channelPosts.$inferSelect>;
  gate: TokenGate;
  /** Log lines. */
  lines: string[];
}

export const message = (text: string): RenderedPost => ({
  kind: 'message',
  text,
  blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
});

export async function startHarness(workspace: TestWorkspace): Promise<Harness> {
  const clock = { at: Date.parse('2026-11-23T11:00:00Z') };
  const now = () => new Date(clock.at);
  const slack = await startFakeSlack(() => clock.at);
  const render: Harness['render'] = { post: async (_ctx, content) => message(JSON.stringify(content)) };
  const client = deliveryClient('xoxb-test', slack.apiUrl);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const ctx = workspace.job({ now });
  const gate = createTokenGate({ client, log, now });

  const run: Harness['run'] = (channel = 'C0SALES') =>
    deliverChannel({
      db: workspace.db,
      workspaceId: workspace.id,
      channel,
      client,
      render: (inner, content) => render.post(inner, content),
      now,
      log,
      gate,
      sleep: async (ms) => {
        clock.at += ms;
      },
    });
  return {
    slack,
    clock,
    render,
    gate,
    lines,
    run,
    async write(wanted) {
      const id = await inTransaction(ctx, (inner) =>
        post(inner, {
          subject: 'segment:1',
          channel: 'C0SALES',
          content: { kind: 'logged-segment', loggedSegmentId: 1 },
          ...wanted,
        }),
      );
      if (id === undefined) throw new Error('The post exists already.');
      return id;
    },
    refresh: (subject, every) =>
      inTransaction(ctx, (inner) => refreshPosts(inner, subject, every === undefined ? {} : { every })),
    async drain(channel) {
      for (let turn = 0; turn < 50; turn += 1) {
        const { again } = await run(channel);
        if (!again) return;
        clock.at = Math.max(clock.at, again.getTime());
      }
      throw new Error('The channel does not come to rest.');
    },
    async row(id) {
      const [row] = await workspace.db
        .select()
        .from(channelPosts)
        .where(and(eq(channelPosts.workspaceId, workspace.id), eq(channelPosts.id, id)))
        .orderBy(asc(channelPosts.id));
      if (!row) throw new Error(`There is no post ${id}.`);
      return row;
    },
  };
}
