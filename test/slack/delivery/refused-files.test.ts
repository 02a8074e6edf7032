import { and, eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachments, campaigns, channelPosts, members } from '../../../src/db/schema/index.ts';
import type { RefusedFile } from '../../../src/services/delivery/refused-file.ts';
import { exportSegment } from '../../../src/services/segments/export.ts';
import { fileRefusedMessage } from '../../../src/slack/posts/file-refused.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { NASTY_NAMES, validMessage } from '../../support/valid-slack.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, startHarness } from './harness.ts';

const database = useDatabase();
const RITA = 'U0RITA';
let ours: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});
beforeEach(async () => {
  await database.sql`update channel_posts set status = 'failed', error = 'cleared'`;
  await speak('en-GB');
  h = await startHarness(ours);
  h.render.post = renderPost;
});
afterEach(() => h.slack.stop());

const speak = (locale: string) =>
  ours.db
    .update(members)
    .set({ locale })
    .where(and(eq(members.workspaceId, ours.id), eq(members.slackUserId, RITA)));
const told = () => h.slack.messages.filter((one) => /could not be sent|kunne ikke sendes/.test(one.text));

describe('a file that Slack does not take', () => {
  it.each([
    ['file_uploads_disabled', /files are turned off.*admin of Slack can allow/s],
    ['missing_scope', /may not send files \(`files:write`\)/],
    ['team_quota', /did not take it \(`team_quota`\)/],
  ])('because of %s: the person who waits for it is told, once', async (error, words) => {
    const no = await makeSegment(ours.as('rita'));
    await exportSegment(ours.as('rita'), { no });
    h.slack.faults.set('files.getUploadURLExternal', [{ error }]);
    await h.drain(RITA);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain(`contacts of *${no}*`);
    expect(told()[0]?.text).toMatch(words);
  });

  it('is told of in the language of the person, and the telling that fails is not told of', async () => {
    await speak('da-DK');
    const filter = { scope: { kind: 'campaign', key: 'CP1001' } };
    const content = { kind: 'interactions-file', filter, format: 'csv' } as const;
    await h.write({ key: 'first', channel: RITA, content });
    h.slack.faults.set('files.getUploadURLExternal', [{ error: 'file_uploads_except_images_disabled' }]);
    await h.drain(RITA);
    expect(told()[0]?.text).toMatch(/Filen med interaktionerne for .*kun billeder er tilladt/s);

    await h.write({ key: 'second', channel: RITA, content });
    h.slack.faults.set('files.getUploadURLExternal', [{ error: 'file_uploads_disabled' }]);
    h.slack.faults.set('chat.postMessage', [{ error: 'user_not_found' }]);
    await h.drain(RITA);
    expect(told()).toHaveLength(1);
    const refused = await ours.db.select().from(channelPosts).where(eq(channelPosts.error, 'user_not_found'));
    expect(refused).toMatchObject([{ content: { kind: 'file-refused' } }]);
  });

  it('is named by what it is of', async () => {
    const [campaign] = await ours.db
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.no, 'CP1001'));
    const file = {
      workspaceId: ours.id,
      memberId: ours.as('rita').actor.memberId,
      fileName: 'map.pdf',
      mediaType: 'application/pdf',
      size: 1,
      content: Buffer.from('x'),
      addedAt: new Date(h.clock.at),
    };
    const [added] = await ours.db.insert(attachments).values(file).returning({ id: attachments.id });
    await h.write({
      key: 'map',
      channel: RITA,
      content: { kind: 'attachment-file', attachmentId: added?.id ?? 0 },
    });
    await h.write({
      key: 'targets',
      channel: RITA,
      content: { kind: 'campaign-targets', campaignId: campaign?.id ?? 0 },
    });
    const error = 'file_upload_size_restricted';
    h.slack.faults.set('files.getUploadURLExternal', [{ error }, { error }]);
    await h.drain(RITA);
    expect(told().map(({ text }) => text)).toEqual([
      expect.stringMatching(/The file \*map\.pdf\* could.*larger than/s),
      expect.stringContaining('target group of *CP1001*'),
    ]);
  });

  it('because it cannot be made: that is said, and not that Slack refused it', async () => {
    const no = await makeSegment(ours.as('rita'));
    await exportSegment(ours.as('rita'), { no });
    h.render.post = async (ctx, content) => {
      if (content.kind === 'segment-csv') throw new Error('Out of words');
      return renderPost(ctx, content);
    };
    for (let i = 0; i < 4; i += 1) await expect(h.run(RITA)).rejects.toThrow('Out of words');
    await h.drain(RITA);
    expect(told()[0]?.text).toContain('The app could not make it.');
  });
});

it.each(NASTY_NAMES)('the message survives %s', (_, name) => {
  for (const locale of ['en', 'da'] as const) {
    const file: RefusedFile = { what: 'attachment-file', name, error: 'storage_limit_reached' };
    validMessage(fileRefusedMessage(locale, file));
  }
});
