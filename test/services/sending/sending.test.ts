import { parse } from 'csv-parse/sync';
import { and, asc, eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postContent } from '../../../src/core/posts.ts';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { openMail } from '../../../src/jobs/mail.ts';
import { type TaskTools, tasks } from '../../../src/jobs/tasks.ts';
import { failPost } from '../../../src/services/delivery/fail-post.ts';
import { markFilePosted } from '../../../src/services/delivery/mark-file-posted.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { attachmentsZip } from '../../../src/services/sending/hand-over.ts';
import { resendAttachments } from '../../../src/services/sending/resend.ts';
import { type SendMail, sendMails } from '../../../src/services/sending/send-mails.ts';
import { showSending } from '../../../src/services/sending/show-sending.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { useDatabase } from '../../support/database.ts';
import { CHANNEL } from '../../support/loggable.ts';
import { useMailServer } from '../../support/mail-server.ts';
import { makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { addFour, entriesOf, segmentOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
const rita = () => ours.as('rita');

const server = useMailServer();
const { got, refusals } = server;
let mail: ReturnType<typeof openMail>;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFour(ours);
  mail = openMail({ url: server.url, from: 'Sales <sales@example.com>' });
});
afterAll(() => mail.close());

async function log(no: string) {
  const { runId } = await requestLogging(rita(), { no, channel: CHANNEL, sendAttachments: true });
  const result = await logSegment(ours.job(), { runId });
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return { runId, ...result };
}

const statuses = async (id: number) => (await entriesOf(ours, id)).map((entry) => entry.deliveryStatus);
const posts = () =>
  database.db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.channel, 'U0RITA')))
    .orderBy(asc(channelPosts.id));

function send(loggedSegmentId: number, over: { mail?: boolean; last?: boolean; round?: string } = {}) {
  const { mail: withMail = true, last = false, round = 'log' } = over;
  const tools = {
    db: database.db,
    now: () => NOON,
    signal: new AbortController().signal,
    sendMail: withMail ? mail.send : undefined,
  } as unknown as TaskTools;
  const payload = { workspaceId: ours.id, loggedSegmentId, memberId: PEOPLE.rita.id, round };
  return tasks['send-attachments'](tools, payload, { jobId: '1', last });
}

describe('with a mail server', () => {
  it('sends each e-mail once with its file, and hands over the hard copies as a zip', async () => {
    const { loggedSegmentId, runId } = await log(await segmentOf(ours, 'name:Alpha|Beta|Delta'));
    expect(await statuses(loggedSegmentId)).toEqual(['in-progress', 'in-progress', 'in-progress']);
    got.length = 0;
    await send(loggedSegmentId);
    await send(loggedSegmentId);
    expect(got.map(({ to }) => to)).toEqual([['post@alpha.example'], ['post@beta.example']]);
    const [first] = await entriesOf(ours, loggedSegmentId);
    expect(got[0]?.raw).toContain('Subject: Good news');
    expect(got[0]?.raw).toContain('From: Sales <sales@example.com>');
    expect(got[0]?.raw).toContain(`<interaction-${ours.id}-${first?.id}@segments.invalid>`);
    expect(got[0]?.raw).toContain(Buffer.from('Hello').toString('base64'));
    expect(await statuses(loggedSegmentId)).toEqual(['', '', 'in-progress']);

    const post = (await posts()).at(-1);
    expect(post?.content).toEqual({ kind: 'log-attachments', loggedSegmentId, emails: false });
    const zip = await attachmentsZip(rita(), { loggedSegmentId, emails: false });
    const files = unzipSync(zip.content);
    expect(Object.keys(files).sort()).toEqual(['addresses.csv', 'files/letter.pdf']);
    const rows = parse(Buffer.from(files['addresses.csv'] ?? []), { bom: true, columns: true }) as object[];
    expect(rows).toMatchObject([
      { Name: 'Delta', Email: '', File: 'files/letter.pdf', Subject: 'Good news' },
    ]);
    if (post) await markFilePosted(ours.job(), post);
    expect(await statuses(loggedSegmentId)).toEqual(['', '', '']);
    expect((await showRun(rita(), { runId }))?.sending).toEqual({
      sent: 3,
      underWay: 0,
      failed: 0,
      unreached: [],
    });
  });

  it('notes what the server refuses, tries again what it puts off, and sends again on request', async () => {
    const { loggedSegmentId, entryNo, runId } = await log(await segmentOf(ours, 'name:Alpha|Beta'));
    refusals.set('post@alpha.example', 550).set('post@beta.example', 451);
    await expect(send(loggedSegmentId)).rejects.toThrow(/put off 1/);
    expect(await statuses(loggedSegmentId)).toEqual(['error', 'in-progress']);
    await expect(resendAttachments(rita(), { entryNo, requestKey: 'early' })).rejects.toMatchObject({
      code: 'sending_under_way',
    });
    await expect(send(loggedSegmentId, { last: true })).rejects.toThrow();
    expect((await showRun(rita(), { runId }))?.sending).toEqual({
      sent: 0,
      underWay: 0,
      failed: 2,
      unreached: ['Alpha', 'Beta'],
    });
    refusals.clear();
    expect(await resendAttachments(rita(), { entryNo, requestKey: 'again' })).toEqual({ count: 2 });
    expect(await resendAttachments(rita(), { entryNo, requestKey: 'again' })).toEqual({ count: 2 });
    await send(loggedSegmentId, { round: 'again' });
    expect(await statuses(loggedSegmentId)).toEqual(['', '']);
    // Asked for twice, from the message and from the card, what failed is not sent again once it is sent.
    await expect(
      resendAttachments(rita(), { entryNo, onlyFailed: true, requestKey: 'late' }),
    ).rejects.toMatchObject({ code: 'nothing_to_send' });
    await expect(
      resendAttachments(ours.as('soren'), { entryNo: 4711, requestKey: 'no' }),
    ).rejects.toMatchObject({
      code: 'logged_segment_not_found',
    });
  });
});

describe('what is canceled before its turn', () => {
  const cancel = (id: number, contactId: number, canceled: boolean) =>
    database.sql`
      update interaction_log_entries set canceled = ${canceled}
      where workspace_id = ${ours.id} and logged_segment_id = ${id} and contact_id = ${contactId}`;

  it('is not sent, and can be once that is taken back', async () => {
    const { loggedSegmentId: id, entryNo, runId } = await log(await segmentOf(ours, 'name:Alpha|Beta|Delta'));
    await cancel(id, 2, true);
    await cancel(id, 4, true);
    const before = (await posts()).length;
    got.length = 0;
    await send(id);
    expect(got.map(({ to }) => to)).toEqual([['post@alpha.example']]);
    expect(await posts()).toHaveLength(before);
    const sending = async () => (await showRun(rita(), { runId }))?.sending;
    expect(await sending()).toEqual({ sent: 1, underWay: 0, failed: 0, unreached: [] });
    await cancel(id, 2, false);
    expect(await sending()).toMatchObject({ failed: 1, unreached: ['Beta'] });
    await resendAttachments(rita(), { entryNo, onlyFailed: true, requestKey: 'uncanceled' });
    await send(id, { round: 'uncanceled' });
    expect(got.map(({ to }) => to)).toEqual([['post@alpha.example'], ['post@beta.example']]);
  });

  it('is not sent either when it is canceled while those before it are sent', async () => {
    const { loggedSegmentId } = await log(await segmentOf(ours, 'name:Alpha|Beta'));
    const sent: string[] = [];
    const sendOne: SendMail = async ({ to }) => {
      sent.push(to);
      await cancel(loggedSegmentId, 2, true);
      return 'sent';
    };
    await sendMails(ours.job(), { loggedSegmentId, send: sendOne });
    expect(sent).toEqual(['post@alpha.example']);
    expect(await statuses(loggedSegmentId)).toEqual(['', 'error']);
  });

  it('is not handed over, also when the list was already under way', async () => {
    const { loggedSegmentId: id } = await log(await segmentOf(ours, 'name:Delta'));
    await send(id);
    const post = (await posts()).at(-1);
    await cancel(id, 4, true);
    expect(await renderPost(rita(), postContent.parse(post?.content))).toEqual({ kind: 'gone' });
    if (post) await failPost(ours.job(), post, 'gone');
    expect(await statuses(id)).toEqual(['error']);
    expect(await showSending(rita(), { loggedSegmentId: id })).toMatchObject({ sent: 0, failed: 0 });
  });
});

describe('without a mail server', () => {
  it('hands over everything, and says so if that fails', async () => {
    const { loggedSegmentId } = await log(await segmentOf(ours, 'name:Alpha|Delta'));
    await send(loggedSegmentId, { mail: false });
    await send(loggedSegmentId, { mail: false });
    const handed = (await posts()).filter((post) => post.subject === `log-attachments:${loggedSegmentId}`);
    expect(handed).toHaveLength(1);
    const { content, count } = await attachmentsZip(rita(), { loggedSegmentId, emails: true });
    expect(count).toBe(2);
    expect(Buffer.from(unzipSync(content)['addresses.csv'] ?? []).toString()).toContain('post@alpha.example');
    const [post] = handed;
    if (post) await failPost(ours.job(), post, 'missing_scope');
    expect(await statuses(loggedSegmentId)).toEqual(['error', 'error']);
  });
});
