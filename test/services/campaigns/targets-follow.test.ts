import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { shareCampaign } from '../../../src/services/campaigns/share.ts';
import { showCampaign } from '../../../src/services/campaigns/show.ts';
import { activateCampaign, deactivateCampaign } from '../../../src/services/campaigns/targets/activate.ts';
import { cancelLoggedSegment } from '../../../src/services/interactions/cancel-logged-segment.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { addContactByHand } from '../../../src/services/segments/add-contact-by-hand.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts } from '../../../src/services/segments/reduce-contacts.ts';
import { removeLine } from '../../../src/services/segments/remove-line.ts';
import { replaceLine } from '../../../src/services/segments/replace-line.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { cleanUpNow } from '../../support/cleanup.ts';
import { criteria } from '../../support/criteria.ts';
import { logNow, startRun } from '../../support/loggable.ts';
import { addContacts } from '../../support/workspace.ts';
import { csv, importFiles } from '../import/support.ts';
import { groupOf, log, targetSegment, useTargets } from './support.ts';

const targets = useTargets();

const activate = () => activateCampaign(targets.here.as('olaf'), { campaignNo: 'CP1001' });
const rita = () => targets.here.as('rita');

const card = () =>
  targets.here.db
    .select({ revision: channelPosts.revision })
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, targets.here.id), eq(channelPosts.subject, 'campaign:1')));

/** Imports people, each `CT000005,person,CT000003,Mike`. */
const importPeople = (...rows: string[]) =>
  importFiles(targets.here.db, targets.here.id, {
    'contacts.csv': csv('no,type,company_no,name', ...rows),
  });

describe('while activated', () => {
  it('the first company of a person takes their place, with their interactions', async () => {
    await log(targets.here, [{ contactId: 5, companyId: null, campaignTarget: true }]);
    await targetSegment(targets.here, 'name:Kilo');
    await activate();
    await shareCampaign(rita(), { no: 'CP1001', channel: 'C0SALES' });
    const [before] = await card();
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Mike']);
    expect(await importPeople('CT000005,person,CT000003,Mike')).toMatchObject({ badRows: 0 });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
    expect((await card())[0]?.revision).toBeGreaterThan(before?.revision ?? 0);
    // The next one leaves it to the first, whose interactions they are.
    await importPeople('CT000005,person,CT000001,Mike');
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
    expect(await groupOf(targets.elsewhere)).toEqual(['Kilo', 'Lima', 'Mike']);
  });

  it('the first company of people may be a target already, or new', async () => {
    const { db } = targets.here;
    await db.execute(`select setval(pg_get_serial_sequence('contacts', 'id'), 1000)`);
    await addContacts(
      targets.here,
      [6, 7].map((id) => ({ id, name: `Nils ${id}`, type: 'person' as const })),
    );
    const target = { companyId: null, campaignTarget: true };
    await log(
      targets.here,
      [5, 6, 7].map((contactId) => ({ ...target, contactId })),
    );
    await targetSegment(targets.here, 'name:Kilo');
    await activate();
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Mike', 'Nils 6', 'Nils 7']);
    await importPeople(
      'CT000005,person,CT000001,Mike',
      'CT000006,person,CT000010,Nils 6',
      'CT000007,person,CT000010,Nils 7',
      'CT000010,company,,Oscar',
    );
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Oscar']);
  });

  it('62: the company of an added contact joins, and leaves with its only line', async () => {
    await targetSegment(targets.here, 'name:Kilo');
    await activate();
    const no = await targetSegment(targets.here, null);
    await addContactByHand(rita(), { no, contactNo: 'CT000004' });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
    await add(rita(), { no, criteria: criteria('name:Lima|Mike') });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima', 'Mike']);
    await removeLine(rita(), { no, lineNo: 1 });
    expect(await groupOf(targets.here), 'Lima has a line of its own').toEqual(['Kilo', 'Lima', 'Mike']);
    await reduceContacts(rita(), { no, criteria: criteria('name:Lima|Mike') });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    await undoStep(rita(), { no });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima', 'Mike']);
    await redoStep(rita(), { no });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
  });

  it('63: the campaign is no more activated when the only target company leaves', async () => {
    const no = await targetSegment(targets.here, 'name:Karla');
    await activate();
    expect((await showCampaign(rita(), { no: 'CP1001' })).activated).toBe(true);
    await undoStep(rita(), { no });
    expect(await showCampaign(rita(), { no: 'CP1001' })).toMatchObject({
      activated: false,
      targets: { customers: 0, contacts: 0 },
    });
    await redoStep(rita(), { no });
    expect(await groupOf(targets.here), 'later additions are ignored until it is activated again').toEqual(
      [],
    );
    expect(await activate()).toMatchObject({ targets: 1 });
  });

  it('64: logging target lines leaves the target group as it is', async () => {
    const no = await targetSegment(targets.here, 'name:Karla|Mike');
    await activate();
    await targets.here.db.execute(
      `update workspace_settings set approval_policy = 'never' where workspace_id = ${targets.here.id}`,
    );
    const result = await logSegment(targets.here.job(), { runId: await startRun(targets.here, no, true) });
    expect(result.status).toBe('done');
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Mike']);
    const other = await targetSegment(targets.here, 'name:Karla');
    await undoStep(rita(), { no: other });
    expect(await groupOf(targets.here), 'the interaction keeps the company in').toEqual(['Kilo', 'Mike']);
  });

  it('a canceled interaction keeps the company in, until it is cleaned up', async () => {
    const no = await targetSegment(targets.here, 'name:Karla|Mike');
    await activate();
    await targets.here.db.execute(
      `update workspace_settings set approval_policy = 'never' where workspace_id = ${targets.here.id}`,
    );
    const { entryNo } = await logNow(targets.here, no);
    await cancelLoggedSegment(targets.here.as('anna'), { entryNo, canceled: true });
    const left = await targetSegment(targets.here, 'name:Mike');
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Mike']);
    await cleanUpNow(targets.here, { kinds: ['loggedSegments', 'interactions'] });
    expect(await groupOf(targets.here), 'a line still makes Mike a target').toEqual(['Mike']);
    await undoStep(rita(), { no: left });
    expect(await groupOf(targets.here)).toEqual([]);
    expect(await groupOf(targets.elsewhere)).not.toEqual([]);
  });

  it('follows the header, the values of single lines, and a line that is replaced', async () => {
    await targetSegment(targets.here, 'name:Kilo');
    await activate();
    const no = await targetSegment(targets.here, 'name:Lars|Mike', { target: false });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    await editLine(rita(), { no, lineNo: 2, changes: { campaignTarget: true } });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
    await updateHeader(rita(), { no, changes: { campaignTarget: true }, lines: 'follow' });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima', 'Mike']);
    await editLine(rita(), { no, lineNo: 1, changes: { campaignTarget: false } });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
    await replaceLine(rita(), { no, lineNo: 2, contactNo: 'CT000002' });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    await updateHeader(rita(), { no, changes: { campaignNo: 'CP1002' }, lines: 'follow' });
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    expect(await groupOf(targets.here, 2)).toEqual([]);
    await goToStep(rita(), { no, step: 3 });
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima', 'Mike']);
  });

  it('loses nobody when two people take the last two lines of a company away, or one adds meanwhile', async () => {
    const [one, two] = [
      await targetSegment(targets.here, 'name:Kilo|Lima'),
      await targetSegment(targets.here, 'name:Lars'),
    ];
    await activate();
    await Promise.all([
      reduceContacts(rita(), { no: one, criteria: criteria('name:Lima') }),
      reduceContacts(targets.here.as('soren'), { no: two, criteria: criteria('') }),
    ]);
    expect(await groupOf(targets.here)).toEqual(['Kilo']);
    await Promise.all([
      undoStep(rita(), { no: one }),
      deactivateCampaign(targets.here.as('olaf'), { campaignNo: 'CP1001' }).then(activate),
      undoStep(targets.here.as('soren'), { no: two }),
    ]);
    expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
  });
});

it('an interaction that is logged by itself lets its company join, if it is a target', async () => {
  await targets.here.db.execute(
    `update interaction_templates set campaign_target = true where workspace_id = ${targets.here.id} and code = 'BUS'`,
  );
  const call = (templateCode: string, contactNo: string) =>
    createInteraction(rita(), {
      contactNo,
      templateCode,
      campaignNo: 'CP1001',
      description: 'Call',
      date: '2026-11-23',
    });
  await call('BUS', 'CT000002');
  expect(await groupOf(targets.here), 'not activated yet').toEqual([]);
  await activate();
  await call('BUS', 'CT000004');
  await call('OUTGOING', 'CT000005');
  expect(await groupOf(targets.here)).toEqual(['Kilo', 'Lima']);
});
