import { describe, expect, it } from 'vitest';
import { contactFigures } from '../../../src/services/contacts/contact-figures.ts';
import { cancelCampaignEntry } from '../../../src/services/interactions/cancel-campaign-entry.ts';
import { cancelInteractions } from '../../../src/services/interactions/cancel-interactions.ts';
import { cancelLoggedSegment } from '../../../src/services/interactions/cancel-logged-segment.ts';
import { loggedFigures } from '../../../src/services/interactions/logged-figures.ts';
import { previewCancel } from '../../../src/services/interactions/preview-cancel.ts';
import { five, useLogs } from './cancel-support.ts';

const { logs, database, rita, state, entry } = useLogs();

describe('canceling a logged segment', () => {
  it('54: cancels its campaign entries and interactions; the figures drop, the last date stays', async () => {
    const before = await contactFigures(rita(), { no: 'CT000003' });
    expect(before).toMatchObject({ interactions: 1, cost: '8.00', duration: 30, currency: 'EUR' });
    const did = await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    expect(did).toMatchObject({ canceled: true, interactions: 5, campaignEntries: 1, loggedSegments: 1 });
    expect(await state()).toEqual({ logged: true, campaigns: [true], entries: five(true) });
    expect(await contactFigures(rita(), { no: 'CT000003' })).toEqual({
      ...before,
      interactions: 0,
      cost: '0',
      duration: 0,
    });
    expect(before.lastInteraction).toBe('2026-11-23');
  });

  it('lets all count again, those canceled one by one before too', async () => {
    await cancelInteractions(rita(), { entryIds: [entry(0)] });
    expect(await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true })).toMatchObject(
      {
        interactions: 4,
      },
    );
    const did = await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: false });
    expect(did).toMatchObject({ canceled: false, interactions: 5 });
    expect(await state()).toEqual({ logged: false, campaigns: [false], entries: five(false) });
  });

  it('does it once, whoever asks again', async () => {
    const wanted = { entryNo: logs.logged.entryNo, canceled: true };
    const both = await Promise.all([
      cancelLoggedSegment(rita(), { ...wanted, requestKey: `a${logs.logged.entryNo}` }),
      cancelLoggedSegment(logs.ours.as('mona'), wanted),
    ]);
    expect(both.map(({ interactions }) => interactions).sort()).toEqual([0, 5]);
    const again = await cancelLoggedSegment(rita(), { ...wanted, requestKey: `a${logs.logged.entryNo}` });
    expect(again).toEqual(both[0]);
    const audited = await database.sql`
      select 1 from audit_log where workspace_id = ${logs.ours.id} and action = 'logged-segment.cancel'
        and subject_id = ${String(logs.logged.entryNo)}`;
    expect(audited).toHaveLength(1);
  });

  it('is for whoever logged it, the owner of its campaign, managers and admins', async () => {
    const wanted = { entryNo: logs.logged.entryNo, canceled: true };
    await expect(cancelLoggedSegment(logs.ours.as('soren'), wanted)).rejects.toMatchObject({
      code: 'cancel_forbidden',
    });
    await expect(
      cancelLoggedSegment(logs.ours.as('rita', { actor: { outsider: true } }), wanted),
    ).rejects.toMatchObject({ code: 'outsider' });
    await expect(
      previewCancel(logs.ours.as('soren'), { kind: 'logged', entryNo: logs.logged.entryNo }),
    ).rejects.toMatchObject({ code: 'cancel_forbidden' });
    for (const person of ['olaf', 'mona', 'anna'] as const) {
      await expect(cancelLoggedSegment(logs.ours.as(person), wanted)).resolves.toMatchObject({
        canceled: true,
      });
    }
  });

  it('touches nothing of another workspace', async () => {
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    const [other] = await database.sql<{ n: number }[]>`
      select count(*)::integer as n from interaction_log_entries where workspace_id = ${logs.theirs.id} and canceled`;
    expect(other?.n).toBe(0);
    await expect(cancelLoggedSegment(rita(), { entryNo: 999, canceled: true })).rejects.toMatchObject({
      code: 'logged_segment_not_found',
    });
  });

  it('says beforehand how much it takes', async () => {
    const target = { kind: 'logged', entryNo: logs.logged.entryNo } as const;
    await cancelInteractions(rita(), { entryIds: [entry(1)] });
    expect(await previewCancel(rita(), target)).toMatchObject({
      canceled: false,
      interactions: 4,
      campaignEntries: 1,
      more: false,
    });
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    expect(await previewCancel(rita(), target)).toMatchObject({ canceled: true, interactions: 5 });
    expect(await loggedFigures(rita(), { loggedSegmentId: logs.logged.id })).toMatchObject({
      interactions: 5,
      canceled: 5,
      cost: '0',
      duration: 0,
    });
  });
});

describe('canceling a campaign entry', () => {
  it('56: cancels its interactions, not the logged segment', async () => {
    const did = await cancelCampaignEntry(logs.ours.as('olaf'), {
      entryNo: logs.logged.campaignEntry,
      canceled: true,
    });
    expect(did).toMatchObject({ interactions: 5, campaignEntries: 1, loggedSegments: 0 });
    expect(await state()).toEqual({ logged: false, campaigns: [true], entries: five(true) });
    await cancelCampaignEntry(logs.ours.as('olaf'), { entryNo: logs.logged.campaignEntry, canceled: false });
    expect(await state()).toEqual({ logged: false, campaigns: [false], entries: five(false) });
  });

  it('is not taken back while its logged segment is canceled', async () => {
    await cancelLoggedSegment(rita(), { entryNo: logs.logged.entryNo, canceled: true });
    const wanted = { entryNo: logs.logged.campaignEntry, canceled: false };
    await expect(cancelCampaignEntry(rita(), wanted)).rejects.toMatchObject({
      code: 'logged_segment_canceled',
      params: { entry: logs.logged.entryNo },
    });
    await expect(
      previewCancel(rita(), { kind: 'campaign', entryNo: logs.logged.campaignEntry }),
    ).rejects.toMatchObject({ code: 'logged_segment_canceled' });
  });
});
