import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { interactionLogEntries } from '../../../src/db/schema/index.ts';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { createFollowUp } from '../../../src/services/follow-ups/create.ts';
import { showChoices } from '../../../src/services/follow-ups/show-choices.ts';
import { showLogged } from '../../../src/services/interactions/show-logged.ts';
import { saveCriteria } from '../../../src/services/saved-criteria/save.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reuse } from '../../../src/services/segments/reuse.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { logNow, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { logApproved, logWithOutcomes, namesOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let entryNo: number;
let loggedId: number;

const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [theirs, ours])
    ({ entryNo, loggedSegmentId: loggedId } = await logWithOutcomes(workspace));
});

describe('whom a follow-up is for', () => {
  it('is counted by how it went: calls first, the log itself where there were none', async () => {
    const { counts } = await showChoices(rita(), { entryNo });
    expect(counts).toEqual({
      all: { companies: 2, people: 3 },
      reached: { companies: 1, people: 2 },
      'not-reached': { companies: 1, people: 1 },
      positive: { companies: 0, people: 1 },
      responded: { companies: 0, people: 1 },
    });
  });

  it('does not count what was canceled or postponed', async () => {
    const yes = and(
      eq(interactionLogEntries.workspaceId, ours.id),
      eq(interactionLogEntries.evaluation, 'very-positive'),
    );
    for (const off of [{ canceled: true }, { postponed: true }]) {
      await database.db.update(interactionLogEntries).set(off).where(yes);
      const { counts } = await showChoices(rita(), { entryNo });
      expect(counts.positive).toEqual({ companies: 0, people: 0 });
      expect(counts.reached).toEqual({ companies: 1, people: 2 });
      await database.db.update(interactionLogEntries).set({ canceled: false, postponed: false }).where(yes);
    }
    await database.sql`
      update interaction_log_entries set canceled = true
      where workspace_id = ${ours.id} and logged_segment_id = ${loggedId} and contact_id = 5`;
    expect((await showChoices(rita(), { entryNo })).counts['not-reached']).toEqual({
      companies: 1,
      people: 2,
    });
    await database.sql`
      update interaction_log_entries set canceled = false
      where workspace_id = ${ours.id} and logged_segment_id = ${loggedId}`;
  });
});

describe('a follow-up from the log', () => {
  it('52: is a segment of the same campaign, of those with the outcome, in one step', async () => {
    const wanted = { entryNo, outcome: 'not-reached' as const, requestKey: 'follow-up:1' };
    const { segmentNo: no, now } = await createFollowUp(rita(), wanted);
    expect(await createFollowUp(rita(), wanted)).toEqual({ segmentNo: no, now });
    const card = await showSegment(rita(), { no });
    const { segmentNo } = await showLogged(rita(), { entryNo });
    expect(card).toMatchObject({
      header: {
        description: `Follow-up on segment ${segmentNo}`,
        campaign: { no: 'CP1001' },
        template: null,
        date: '2026-11-23',
        salesperson: { code: 'RR' },
      },
      steps: [{ input: { kind: 'reuse-logged', entryNo, outcome: 'not-reached' } }],
    });
    expect(await namesOf(rita(), no)).toEqual(['Dee', 'Alpha']);
    expect((await showLogged(rita(), { entryNo })).followUpNo).toBe(no);
    await undoStep(rita(), { no });
    expect(await namesOf(rita(), no)).toEqual([]);
    await redoStep(rita(), { no });
    expect(await namesOf(rita(), no)).toEqual(['Dee', 'Alpha']);

    // Saved and replayed, it means those of the outcome still.
    await saveCriteria(rita(), { no, code: 'AGAIN' });
    expect(await namesOf(rita(), (await reuse(rita(), { code: 'AGAIN' })).segmentNo)).toEqual([
      'Dee',
      'Alpha',
    ]);
  });

  it('52: keeps the campaign of each interaction', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
    await updateHeader(rita(), { no, changes: { campaignNo: 'CP1002' }, lines: 'keep' });
    await add(rita(), {
      no,
      criteria: criteria('name:Zeta'),
      options: { allowExisting: true },
    });
    const { requestId } = await submitSegment(rita(), { no });
    await approveRequest(ours.as('mona'), { requestId });
    const logged = await logNow(ours, no, true);
    const { followUpNo } = await showLogged(rita(), { entryNo: logged.entryNo });
    const lines = async () =>
      (await searchLines(rita(), { no: followUpNo ?? '', limit: 50 })).rows.map((line) => [
        line.campaignNo,
        line.own,
      ]);
    const kept = [...Array(5).fill(['CP1001', ['campaignNo']]), ['CP1002', []]];
    expect(await lines()).toEqual(kept);
    await undoStep(rita(), { no: followUpNo ?? '' });
    await redoStep(rita(), { no: followUpNo ?? '' });
    expect(await lines()).toEqual(kept);
  });

  it('has the description that was typed, and refuses an outcome that nobody has', async () => {
    const { segmentNo } = await createFollowUp(rita(), {
      entryNo,
      outcome: 'responded',
      description: 'Thanks',
    });
    expect((await showSegment(rita(), { no: segmentNo })).header.description).toBe('Thanks');
    const other = await logApproved(ours);
    await expect(
      createFollowUp(rita(), { entryNo: other.entryNo, outcome: 'positive' }),
    ).rejects.toMatchObject({
      code: 'follow_up_empty',
      fields: [{ field: 'outcome' }],
    });
    expect((await showLogged(rita(), { entryNo: other.entryNo })).followUpNo).toBeNull();
    await expect(createFollowUp(rita(), { entryNo: 4711 })).rejects.toMatchObject({
      code: 'logged_segment_not_found',
    });
  });
});

it('53: what refers to a segment survives its logging', async () => {
  const { no, entryNo: entry } = await logApproved(ours);
  const card = await showSegment(rita(), { no });
  expect(card.header).toMatchObject({ no, state: 'logged' });
  expect(card.steps).toHaveLength(1);
  expect(card.approval).toMatchObject({ status: 'approved' });
  const { segmentId } = await showLogged(rita(), { entryNo });
  const calls = await database.sql`
    select 1 from interaction_log_entries where workspace_id = ${ours.id} and segment_id = ${segmentId}`;
  expect(calls).toHaveLength(4);
  expect((await showLogged(rita(), { entryNo: entry })).segmentNo).toBe(no);
});
