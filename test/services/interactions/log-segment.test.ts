import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  campaignEntries,
  campaigns,
  channelPosts,
  contacts,
  interactionLogEntries,
  segmentLines,
} from '../../../src/db/schema/index.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { showLogged } from '../../../src/services/interactions/show-logged.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, makeApproved, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

const rita = () => ours.as('rita');
const log = (runId: number) => logSegment(ours.job(), { runId });

async function logged(no: string, followUp = false) {
  const runId = await startRun(ours, no, followUp);
  const result = await log(runId);
  if (result.status !== 'done') throw new Error(`The segment was not logged: ${JSON.stringify(result)}`);
  return { runId, ...result };
}
const entriesOf = (loggedSegmentId: number) =>
  database.db
    .select()
    .from(interactionLogEntries)
    .where(
      and(
        eq(interactionLogEntries.workspaceId, ours.id),
        eq(interactionLogEntries.loggedSegmentId, loggedSegmentId),
      ),
    )
    .orderBy(asc(interactionLogEntries.id));
const postsOf = (subject: string) =>
  database.db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, ours.id), eq(channelPosts.subject, subject)))
    .orderBy(asc(channelPosts.id));

describe('logging a segment', () => {
  it('scenario 41: writes one logged segment and an entry per contact in line order, and closes it', async () => {
    const no = await makeSegment(rita());
    const { header } = await showSegment(rita(), { no });
    const { loggedSegmentId, entryNo } = await logged(no);
    const entries = await entriesOf(loggedSegmentId);
    expect(entries.map((entry) => entry.contactId)).toEqual([4, 2, 3, 1, 5]);
    expect(entries[1]).toMatchObject({
      companyId: 2,
      date: '2026-11-23',
      description: 'Autumn call',
      interactionGroupCode: 'LETTER',
      interactionTemplateCode: 'BUS',
      informationFlow: 'outbound',
      initiatedBy: 'us',
      salespersonCode: 'RR',
      cost: '8.00',
      duration: 30,
      campaignId: null,
      memberId: PEOPLE.rita.id,
      canceled: false,
    });
    expect(await showSegment(rita(), { no })).toMatchObject({
      header: { state: 'logged' },
      contacts: [],
      actions: [],
    });
    const lines = await database.db
      .select()
      .from(segmentLines)
      .where(and(eq(segmentLines.workspaceId, ours.id), eq(segmentLines.segmentId, header.id)));
    expect(lines).toEqual([]);
    await expect(add(rita(), { no, criteria: criteria('') })).rejects.toMatchObject({
      code: 'segment_logged',
    });
    expect(await showLogged(rita(), { entryNo })).toMatchObject({
      segmentNo: no,
      counts: { companies: 2, people: 3 },
      cost: '40.00',
      duration: 150,
      channel: CHANNEL,
      approval: null,
      builtBy: [{ slackUserId: 'U0RITA' }],
      loggedBy: { slackUserId: 'U0RITA' },
    });
  });

  it('leaves the other workspace alone', async () => {
    const no = await makeSegment(theirs.as('rita'));
    await logged(await makeSegment(rita()));
    expect((await showSegment(theirs.as('rita'), { no, limit: 50 })).contacts).toHaveLength(5);
  });

  it('leaves out lines that were removed or undone', async () => {
    const no = await makeSegment(rita(), { criteria: 'name:Bo' });
    await add(rita(), { no, criteria: criteria('') });
    await undoStep(rita(), { no });
    const { loggedSegmentId } = await logged(no);
    expect((await entriesOf(loggedSegmentId)).map((entry) => entry.contactId)).toEqual([3]);
  });

  it('scenario 47: writes one campaign entry, which all interactions point at', async () => {
    const { no, requestId } = await makeApproved(ours);
    const { loggedSegmentId, entryNo } = await logged(no);
    const found = await database.db
      .select()
      .from(campaignEntries)
      .where(
        and(eq(campaignEntries.workspaceId, ours.id), eq(campaignEntries.loggedSegmentId, loggedSegmentId)),
      );
    expect(found).toMatchObject([{ campaignId: 1, description: 'Autumn call', salespersonCode: 'RR' }]);
    const entries = await entriesOf(loggedSegmentId);
    expect(new Set(entries.map((entry) => entry.campaignEntryId))).toEqual(new Set([found[0]?.id]));
    expect(await showLogged(rita(), { entryNo })).toMatchObject({
      campaign: { no: 'CP1001' },
      approval: { requestId, by: { slackUserId: 'U0MONA' }, comment: 'Good list' },
    });
  });

  it("takes each contact's salesperson where the segment has none", async () => {
    const soren = { ...rita(), actor: { ...rita().actor, salespersonCode: null } };
    const no = await makeSegment(soren, { criteria: 'territory:N' });
    const { loggedSegmentId } = await logged(no);
    const owners = (await entriesOf(loggedSegmentId)).map((entry) => entry.salespersonCode);
    expect(owners).toEqual(['JO', 'RR', 'JO']);
  });

  it('scenarios 12, 13, 49: chooses the correspondence type by template, contact and address', async () => {
    const typeOf = (ids: number[], correspondenceType: 'email' | 'hard-copy') =>
      Promise.all(
        ids.map((id) =>
          database.db
            .update(contacts)
            .set({ correspondenceType })
            .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, id))),
        ),
      );
    // Alpha has an address, Dee none; Bo asks for nothing.
    await typeOf([2, 4], 'email');
    await typeOf([1], 'hard-copy');
    const types = async (templateCode: string) => {
      const { loggedSegmentId } = await logged(await makeSegment(rita(), { templateCode }));
      const entries = await entriesOf(loggedSegmentId);
      return Object.fromEntries(entries.map((entry) => [entry.contactId, entry.correspondenceType]));
    };
    expect(await types('OUTGOING')).toEqual({ 1: 'hard-copy', 2: 'email', 3: '', 4: '', 5: '' });
    expect(await types('BUS')).toEqual({
      1: 'hard-copy',
      2: 'hard-copy',
      3: 'hard-copy',
      4: 'hard-copy',
      5: 'hard-copy',
    });
  });

  it('posts one message to the channel, the entries and a CSV under it, and tells the person who asked', async () => {
    const { loggedSegmentId, runId } = await logged(await makeSegment(rita()));
    const entries = await entriesOf(loggedSegmentId);
    const posts = await postsOf(`logged-segment:${loggedSegmentId}`);
    expect(posts).toMatchObject([
      { channel: CHANNEL, parentId: null, content: { kind: 'logged-segment', loggedSegmentId } },
      {
        channel: CHANNEL,
        parentId: posts[0]?.id,
        content: { kind: 'log-entries', firstEntryId: entries.at(0)?.id, lastEntryId: entries.at(-1)?.id },
      },
      { channel: CHANNEL, parentId: posts[0]?.id, content: { kind: 'log-csv' } },
    ]);
    expect(await postsOf(`run:${runId}`)).toMatchObject([{ channel: 'U0RITA', revision: 2 }]);
    expect(await showRun(rita(), { runId })).toMatchObject({
      status: 'done',
      logged: { counts: { companies: 2, people: 3 }, cost: '40.00', followUpNo: null },
      postingError: null,
    });
  });
});

describe('the follow-up segment', () => {
  it('scenario 52: has the campaign and the contacts, no template, one step', async () => {
    const { no } = await makeApproved(ours);
    const { loggedSegmentId, entryNo } = await logged(no, true);
    const { followUpNo } = await showLogged(rita(), { entryNo });
    const card = await showSegment(rita(), { no: followUpNo ?? '' });
    expect(card).toMatchObject({
      header: {
        description: `Follow-up on segment ${no}`,
        date: '2026-11-23',
        campaign: { no: 'CP1001' },
        template: null,
        salesperson: { code: 'RR' },
        state: 'open',
        unitCost: '0.00',
        createdBy: { slackUserId: 'U0RITA' },
      },
      steps: [{ no: 1, input: { kind: 'reuse-logged', loggedSegmentId, entryNo } }],
    });
    expect(card.contacts.map((one) => one.name)).toEqual(['Dee', 'Alpha', 'Bo', 'Zeta', 'Quiet']);
  });
});

describe('logging the same run again', () => {
  it('changes nothing and gives the same answer', async () => {
    const no = await makeSegment(rita());
    const runId = await startRun(ours, no);
    const [first, ...others] = await Promise.all([log(runId), log(runId), log(runId)]);
    expect(first).toMatchObject({ status: 'done' });
    for (const other of [...others, await log(runId)]) expect(other).toEqual(first);
    const id = first.status === 'done' ? first.loggedSegmentId : 0;
    expect(await entriesOf(id)).toHaveLength(5);
    expect(await postsOf(`logged-segment:${id}`)).toHaveLength(3);
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
      create function stop_posts() returns trigger language plpgsql as
      $$ begin if new.key like 'log-csv:%' then raise 'lost the connection'; end if; return new; end $$`;
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
    const nobody = { ...rita(), actor: { ...rita().actor, salespersonCode: null } };
    const no = await makeSegment(nobody);
    const runId = await startRun(ours, no);
    expect(await log(runId)).toEqual({ status: 'failed', code: 'salesperson_missing' });
    expect(await showRun(rita(), { runId })).toMatchObject({
      status: 'failed',
      error: { code: 'salesperson_missing', params: { no, count: 1 } },
      logged: null,
    });
    const card = await showSegment(rita(), { no });
    expect(card.header.state).toBe('open');
    expect(card.contacts).toHaveLength(5);
    expect(await postsOf(`run:${runId}`)).toMatchObject([{ revision: 2 }]);
    expect(await log(runId)).toEqual({ status: 'nothing-to-do' });
  });

  it('leaves an approved segment approved', async () => {
    const owner = { ...rita(), actor: { ...rita().actor, salespersonCode: null } };
    const there = { ...ours, as: (who: keyof typeof PEOPLE) => (who === 'rita' ? owner : ours.as(who)) };
    const { no } = await makeApproved(there);
    const runId = await startRun(ours, no);
    expect(await log(runId)).toMatchObject({ status: 'failed' });
    expect((await showSegment(rita(), { no })).header.state).toBe('approved');
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

  it('scenario 45: comes when the description went missing after the request', async () => {
    const { no } = await createSegment(rita(), { description: 'Soon blank', templateCode: 'BUS' });
    await add(rita(), { no, criteria: criteria('') });
    const runId = await startRun(ours, no);
    await database.sql`update segments set description = '' where workspace_id = ${ours.id} and no = ${no}`;
    expect(await log(runId)).toEqual({ status: 'failed', code: 'description_missing' });
  });
});
