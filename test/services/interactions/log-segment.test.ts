import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { campaignEntries, contacts, segmentLines } from '../../../src/db/schema/index.ts';
import { showLogged } from '../../../src/services/interactions/show-logged.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, CHANNEL, logNow, makeApproved, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { entriesOf, postsOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
});

describe('logging a segment', () => {
  it('41: writes one logged segment and an entry per contact in line order, and closes it', async () => {
    const no = await makeSegment(rita());
    const { header } = await showSegment(rita(), { no });
    const { loggedSegmentId, entryNo } = await logNow(ours, no);
    const entries = await entriesOf(ours, loggedSegmentId);
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
    await logNow(ours, await makeSegment(rita()));
    expect((await showSegment(theirs.as('rita'), { no, limit: 50 })).contacts).toHaveLength(5);
  });

  it('leaves out lines that were removed or undone', async () => {
    const no = await makeSegment(rita(), { criteria: 'name:Bo' });
    await add(rita(), { no, criteria: criteria('') });
    await undoStep(rita(), { no });
    const { loggedSegmentId } = await logNow(ours, no);
    expect((await entriesOf(ours, loggedSegmentId)).map((entry) => entry.contactId)).toEqual([3]);
  });

  it('47: writes one campaign entry, which all interactions point at', async () => {
    const { no, requestId } = await makeApproved(ours);
    const { loggedSegmentId, entryNo } = await logNow(ours, no);
    const found = await database.db
      .select()
      .from(campaignEntries)
      .where(
        and(eq(campaignEntries.workspaceId, ours.id), eq(campaignEntries.loggedSegmentId, loggedSegmentId)),
      );
    expect(found).toMatchObject([{ campaignId: 1, description: 'Autumn call', salespersonCode: 'RR' }]);
    const entries = await entriesOf(ours, loggedSegmentId);
    expect(new Set(entries.map((entry) => entry.campaignEntryId))).toEqual(new Set([found[0]?.id]));
    expect(await showLogged(rita(), { entryNo })).toMatchObject({
      campaign: { no: 'CP1001' },
      approval: { requestId, by: { slackUserId: 'U0MONA' }, comment: 'Good list' },
    });
  });

  it("takes each contact's salesperson where the segment has none", async () => {
    const soren = { ...rita(), actor: { ...rita().actor, salespersonCode: null } };
    const no = await makeSegment(soren, { criteria: 'territory:N' });
    const { loggedSegmentId } = await logNow(ours, no);
    const owners = (await entriesOf(ours, loggedSegmentId)).map((entry) => entry.salespersonCode);
    expect(owners).toEqual(['JO', 'RR', 'JO']);
  });

  it('12, 13, 49: chooses the correspondence type by template, contact and address', async () => {
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
      const { loggedSegmentId } = await logNow(ours, await makeSegment(rita(), { templateCode }));
      const entries = await entriesOf(ours, loggedSegmentId);
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
    const { loggedSegmentId, runId } = await logNow(ours, await makeSegment(rita()));
    const entries = await entriesOf(ours, loggedSegmentId);
    const posts = await postsOf(ours, `logged-segment:${loggedSegmentId}`);
    expect(posts).toMatchObject([
      { channel: CHANNEL, parentId: null, content: { kind: 'logged-segment', loggedSegmentId } },
      {
        channel: CHANNEL,
        parentId: posts[0]?.id,
        content: { kind: 'log-entries', firstEntryId: entries.at(0)?.id, lastEntryId: entries.at(-1)?.id },
      },
      { channel: CHANNEL, parentId: posts[0]?.id, content: { kind: 'log-csv' } },
    ]);
    expect(await postsOf(ours, `run:${runId}`)).toMatchObject([{ channel: 'U0RITA', revision: 2 }]);
    expect(await showRun(rita(), { runId })).toMatchObject({
      status: 'done',
      logged: { counts: { companies: 2, people: 3 }, cost: '40.00', followUpNo: null },
      postingError: null,
    });
  });
});

describe('the follow-up segment', () => {
  it('52: has the campaign and the contacts, no template, one step', async () => {
    const { no } = await makeApproved(ours);
    const { loggedSegmentId, entryNo } = await logNow(ours, no, true);
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
