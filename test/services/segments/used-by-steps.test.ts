import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { interactionTemplates, segments } from '../../../src/db/schema/index.ts';
import { deleteCampaign } from '../../../src/services/campaigns/delete.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { deleteSegment } from '../../../src/services/segments/delete-segment.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { sharedSegment } from '../../../src/services/segments/shared-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { deleteCode } from '../../../src/services/setup/delete-code.ts';
import { saveCode } from '../../../src/services/setup/save-code.ts';
import { deleteTemplate } from '../../../src/services/templates/delete-template.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
const rita = () => ours.as('rita');
const anna = () => ours.as('anna');
const header = async (no: string) => (await showSegment(rita(), { no })).header;

/** A template FAIR of a group SHOWS that nothing else has. */
async function addFair() {
  await saveCode(anna(), { list: 'groups', how: 'add', code: 'SHOWS', description: 'Shows' });
  await database.db.insert(interactionTemplates).values({
    workspaceId: ours.id,
    code: 'FAIR',
    description: 'Fair',
    interactionGroupCode: 'SHOWS',
  });
}

/** Frees the group of template FAIR. */
const regroupFair = () =>
  database.db
    .update(interactionTemplates)
    .set({ interactionGroupCode: 'LETTER' })
    .where(and(eq(interactionTemplates.workspaceId, ours.id), eq(interactionTemplates.code, 'FAIR')));

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  await addFive(ours);
});

describe('what undo or redo would bring back', () => {
  it('is a campaign in use, as long as the segment can change', async () => {
    const { no } = await createSegment(rita(), { description: 'Fair', campaignNo: 'CP1002' });
    await updateHeader(rita(), { no, changes: { campaignNo: 'CP1001' }, lines: 'follow' });
    const wanted = { campaignNo: 'CP1002' };
    const refused = { code: 'campaign_in_use', params: { segments: 1, interactions: 0, templates: 0 } };
    await expect(deleteCampaign(anna(), wanted)).rejects.toMatchObject(refused);
    await undoStep(rita(), { no });
    expect(await header(no)).toMatchObject({ campaign: { no: 'CP1002' } });
    await expect(deleteCampaign(anna(), { campaignNo: 'CP1001' })).rejects.toMatchObject(refused);
    await redoStep(rita(), { no });
    expect(await header(no)).toMatchObject({ campaign: { no: 'CP1001' } });
    await deleteSegment(rita(), { no });
    await deleteCampaign(anna(), wanted);
  });

  it('is a campaign in use that lines had before', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1002', templateCode: 'OUTGOING' });
    await updateHeader(rita(), { no, changes: { campaignNo: null }, lines: 'keep' });
    await database.sql`
      insert into segment_line_edits (workspace_id, segment_id, step_no, line_no, before, after)
      select workspace_id, segment_id, 1, line_no, '{"campaignNo": "CP1001"}', null
      from segment_lines where workspace_id = ${ours.id} and line_no = 1`;
    for (const campaignNo of ['CP1001', 'CP1002']) {
      await expect(deleteCampaign(anna(), { campaignNo })).rejects.toMatchObject({
        params: { no: campaignNo, segments: 1 },
      });
    }
  });

  it('is a template in use, and its group', async () => {
    await addFair();
    const { no } = await createSegment(rita(), { description: 'Fair', templateCode: 'FAIR' });
    await updateHeader(rita(), { no, changes: { templateCode: 'OUTGOING' }, lines: 'follow' });
    await regroupFair();
    const refused = { code: 'code_in_use', params: { segments: 1, templates: 0, interactions: 0 } };
    await expect(deleteTemplate(anna(), { code: 'FAIR' })).rejects.toMatchObject(refused);
    await expect(deleteCode(anna(), { list: 'groups', code: 'SHOWS' })).rejects.toMatchObject(refused);
    await undoStep(rita(), { no });
    expect(await header(no)).toMatchObject({ template: { code: 'FAIR' } });
  });

  it('is no longer in use once the segment is logged for something else', async () => {
    const no = await makeSegment(rita(), { campaignNo: 'CP1002', salespersonCode: 'RR' });
    await updateHeader(rita(), { no, changes: { campaignNo: null }, lines: 'follow' });
    await logNow(ours, no);
    await deleteCampaign(anna(), { campaignNo: 'CP1002' });
    expect(await header(no)).toMatchObject({ state: 'logged', campaign: null });
  });
});

describe('a deleted segment', () => {
  it('lets campaign, template and group go', async () => {
    await addFair();
    const { no } = await createSegment(rita(), {
      description: 'Fair',
      campaignNo: 'CP1002',
      templateCode: 'FAIR',
    });
    await updateHeader(rita(), {
      no,
      changes: { campaignTarget: true, campaignResponse: true },
      lines: 'follow',
    });
    const { id } = await header(no);
    await deleteSegment(rita(), { no });
    await deleteCampaign(anna(), { campaignNo: 'CP1002' });
    await deleteTemplate(anna(), { code: 'FAIR' });
    await deleteCode(anna(), { list: 'groups', code: 'SHOWS' });
    const [mark] = await database.db
      .select()
      .from(segments)
      .where(and(eq(segments.workspaceId, ours.id), eq(segments.id, id)));
    expect(mark).toMatchObject({
      no,
      state: 'deleted',
      campaignId: null,
      campaignTarget: false,
      interactionTemplateCode: null,
      interactionGroupCode: null,
    });
    const shared = await sharedSegment(rita(), { segmentId: id, memberId: PEOPLE.rita.id });
    expect(shared.header).toMatchObject({ state: 'deleted', campaign: null, template: null });
  });

  it('lets no campaign go that one of its contacts was called for', async () => {
    const { no } = await createSegment(rita(), { description: 'Fair', campaignNo: 'CP1002' });
    const { id: segmentId } = await header(no);
    await createInteraction(rita(), {
      contactId: 1,
      templateCode: 'OUTGOING',
      description: 'Call',
      date: '2026-11-23',
      salespersonCode: 'RR',
      campaignNo: 'CP1002',
      segmentId,
      quiet: true,
    });
    await deleteSegment(rita(), { no });
    await expect(deleteCampaign(anna(), { campaignNo: 'CP1002' })).rejects.toMatchObject({
      code: 'campaign_in_use',
      params: { segments: 0 },
    });
  });
});
