import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { approveRequest, rejectRequest } from '../../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { cancelLoggedSegment } from '../../../src/services/interactions/cancel-logged-segment.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { exportSegment } from '../../../src/services/segments/export.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { resetSteps } from '../../../src/services/segments/reset-steps.ts';
import { shareSegment } from '../../../src/services/segments/share.ts';
import { sharedSegment } from '../../../src/services/segments/shared-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});
beforeEach(() => database.sql`delete from channel_posts`);

const rita = () => ours.as('rita');
const share = (no: string, channel = 'C0SALES', ctx: MemberContext = rita()) =>
  shareSegment(ctx, { no, channel });

const postsOf = (workspace: TestWorkspace) =>
  database.db
    .select()
    .from(channelPosts)
    .where(eq(channelPosts.workspaceId, workspace.id))
    .orderBy(asc(channelPosts.id));
const cards = async (workspace = ours) =>
  (await postsOf(workspace)).filter((one) => one.key.startsWith('segment-card:'));
const idOf = async (no: string, ctx = rita()) => (await showSegment(ctx, { no })).header.id;

/** As the delivery leaves it. */
const allPosted = () => database.sql`
  update channel_posts set posted_revision = revision, status = 'posted', not_before = null,
    posted_at = ${NOON.toISOString()}, slack_ts = '1.' || id, slack_channel = channel`;

describe('sharing a card', () => {
  it('posts it once per channel, however often the request comes', async () => {
    const no = await makeSegment(rita());
    const id = await idOf(no);
    const input = { no: no.toLowerCase(), channel: 'C0SALES', requestKey: 'share-twice' };
    expect(await shareSegment(rita(), input)).toEqual({ segmentNo: no, channel: 'C0SALES' });
    expect(await shareSegment(rita(), input)).toEqual({ segmentNo: no, channel: 'C0SALES' });
    await share(no, 'C0NORDIC', ours.as('soren'));
    // Still to come: once more changes nothing.
    await share(no);
    expect(await cards()).toMatchObject([
      {
        key: `segment-card:${id}:C0SALES`,
        subject: `segment-card:${id}`,
        content: { kind: 'segment-card', segmentId: id, memberId: 101 },
      },
      { key: `segment-card:${id}:C0NORDIC`, content: { memberId: 102 } },
    ]);
  });

  it('again puts it at the end of the channel, and the one before says so once', async () => {
    const no = await makeSegment(rita());
    const id = await idOf(no);
    await share(no);
    await allPosted();
    await share(no);
    const [before, now] = await cards();
    expect(before).toMatchObject({
      key: `segment-card:${id}:C0SALES:${before?.id}`,
      subject: `segment:${id}`,
      content: { moved: true },
      status: 'waiting',
      slackTs: `1.${before?.id}`,
    });
    expect(now).toMatchObject({ key: `segment-card:${id}:C0SALES`, slackTs: null });
    await allPosted();
    await undoStep(rita(), { no });
    expect((await cards()).map((one) => one.status)).toEqual(['posted', 'waiting']);
  });

  it('tries anew where the channel did not take it', async () => {
    const no = await makeSegment(rita());
    await share(no);
    await database.sql`update channel_posts set status = 'failed', error = 'channel_not_found'`;
    await share(no);
    expect(await cards()).toMatchObject([{ status: 'waiting', error: null }]);
  });

  it('is refused to outsiders, and for what is not there', async () => {
    const no = await makeSegment(rita());
    const guest = ours.as('rita', { actor: { outsider: true } });
    await expect(share(no, 'C0SALES', guest)).rejects.toMatchObject({ code: 'outsider' });
    await expect(share('SM99999')).rejects.toMatchObject({ code: 'segment_not_found' });
    expect(await cards()).toEqual([]);
  });
});

describe('a card that stands', () => {
  it('is due in all channels after every change, and an export is not sent again', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
    const theirNo = await makeSegment(theirs.as('rita'), { campaignNo: 'CP1001' });
    await share(no);
    await share(no, 'C0NORDIC');
    await share(theirNo, 'C0SALES', theirs.as('rita'));
    await exportSegment(rita(), { no });

    const request = async () => (await submitSegment(rita(), { no })).requestId;
    let requestId = 0;
    let runId = 0;
    const mona = ours.as('mona');
    const changes: [string, () => Promise<unknown>][] = [
      ['reduce', () => reduceContacts(rita(), { no, criteria: criteria('territory:N') })],
      ['undo', () => undoStep(rita(), { no })],
      ['redo', () => redoStep(rita(), { no })],
      ['go-to', () => goToStep(rita(), { no, step: 0 })],
      ['reset', () => resetSteps(rita(), { no })],
      ['add', () => add(rita(), { no, criteria: criteria('') })],
      ['header', () => updateHeader(rita(), { no, changes: { description: 'Fair' }, lines: 'follow' })],
      ['submit', async () => (requestId = await request())],
      ['reject', () => rejectRequest(mona, { requestId, reason: 'Too many' })],
      ['submit again', async () => (requestId = await request())],
      ['void', () => undoStep(rita(), { no })],
      ['submit once more', async () => (requestId = await request())],
      ['approve', () => approveRequest(mona, { requestId })],
      ['logging', async () => (runId = await startRun(ours, no))],
      ['logged', () => logSegment(ours.job(), { runId })],
      ['canceled', () => cancelLoggedSegment(mona, { entryNo: 1, canceled: true })],
    ];
    for (const [name, change] of changes) {
      await allPosted();
      await change();
      const due = (await cards()).map((one) => [one.channel, one.status, one.notBefore?.getTime()]);
      const at = NOON.getTime() + 3000;
      expect(due, name).toEqual([
        ['C0SALES', 'waiting', at],
        ['C0NORDIC', 'waiting', at],
      ]);
      const exports = (await postsOf(ours)).filter(
        (one) => one.key.includes('csv') && one.subject.startsWith('segment:'),
      );
      expect(
        exports.map((one) => one.status),
        name,
      ).toEqual(['posted']);
      expect(
        (await cards(theirs)).map((one) => one.status),
        name,
      ).toEqual(['posted']);
    }
    const shared = await sharedSegment(ours.job(), { segmentId: await idOf(no), memberId: 101 });
    expect(shared).toMatchObject({
      header: { state: 'logged' },
      logged: { entryNo: 1, canceled: true, by: 101 },
      loggable: false,
    });
    expect(shared.names.get(101)).toBe('Rita Rep');
  });

  it('shows the last step that counts, and whether it can be logged', async () => {
    const no = await makeSegment(rita());
    const segmentId = await idOf(no);
    await reduceContacts(rita(), { no, criteria: criteria('territory:N') });
    await undoStep(rita(), { no });
    const read = () => sharedSegment(ours.job(), { segmentId, memberId: 102 });
    expect(await read()).toMatchObject({
      header: { no, counts: { companies: 2, people: 3 } },
      lastStep: { no: 1, input: { kind: 'add' } },
      needsApproval: false,
      loggable: true,
      logged: null,
    });
    await goToStep(rita(), { no, step: 0 });
    expect(await read()).toMatchObject({ lastStep: null, loggable: false });
    await expect(sharedSegment(theirs.job(), { segmentId: 4711, memberId: 101 })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
  });
});
