import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import {
  campaignStatuses,
  interactionGroups,
  interactionTemplates,
  languages,
} from '../../../src/db/schema/index.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { fillStartSet } from '../../../src/services/setup/fill-start-set.ts';
import { readSettings } from '../../../src/services/setup/read-settings.ts';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { resolveMember } from '../../../src/services/setup/resolve-member.ts';
import { saveSettings } from '../../../src/services/setup/save-settings.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, NOON } from '../../support/workspace.ts';
import { csv, figures, importFiles } from '../import/support.ts';

const database = useDatabase();
const now = () => NOON;
let count = 0;
let teamId: string;
let workspaceId: number;

beforeEach(async () => {
  count += 1;
  teamId = `T0NEW${count}`;
  workspaceId = await registerWorkspace(database.db, { teamId });
});

const admin = async () => {
  const who = { teamId, slackUserId: 'U0ANNA', adminUserIds: ['U0ANNA'], now };
  return (await resolveMember(database.db, who)).ctx;
};
const codes = async (
  table: typeof interactionGroups | typeof interactionTemplates | typeof campaignStatuses | typeof languages,
) => {
  const rows = await database.db
    .select({ code: table.code, description: table.description })
    .from(table)
    .where(eq(table.workspaceId, workspaceId))
    .orderBy(asc(table.code));
  return rows.map(({ code, description }) => `${code} ${description}`);
};

/** The set in Danish, but for one template that has been renamed. */
async function fillDanish(): Promise<void> {
  await fillStartSet(database.db, { workspaceId, now });
  await database.db
    .update(interactionTemplates)
    .set({ description: 'Letter in blue ink' })
    .where(and(eq(interactionTemplates.workspaceId, workspaceId), eq(interactionTemplates.code, 'CARD')));
  const ctx = await admin();
  await saveSettings(ctx, { ...(await readSettings(ctx)), locale: 'da' });
}

it('leaves a workspace alone that has a set of its own', async () => {
  const full = await makeWorkspace(database.db, 'T0FULL');
  expect(await fillStartSet(database.db, { workspaceId: full.id, now })).toBe(false);
  expect(await database.db.$count(interactionTemplates, eq(interactionTemplates.workspaceId, full.id))).toBe(
    2,
  );
});

it('gives a new workspace groups, templates and statuses to begin with, once', async () => {
  const both = await Promise.all([1, 2].map(() => fillStartSet(database.db, { workspaceId, now })));
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await codes(interactionGroups)).toHaveLength(6);
  expect(await codes(interactionTemplates)).toHaveLength(12);
  expect(await codes(campaignStatuses)).toHaveLength(6);
  expect(await codes(languages)).toContain('DAN Danish');
  const ctx = await admin();
  expect((await readSettings(ctx)).callTemplateCode).toBe('OUTGOING');
  expect(await createSegment(ctx, { templateCode: 'BUS' })).toMatchObject({
    group: { code: 'LETTER', description: 'Letters' },
    unitCost: '5.00',
    unitDuration: 20,
    informationFlow: 'outbound',
    correspondenceType: 'hard-copy',
  });
});

it('speaks the language of the workspace, also when that changes; what was renamed stays', async () => {
  await fillDanish();
  expect(await codes(interactionTemplates)).toEqual(
    expect.arrayContaining(['BUS Forretningsbrev', 'CARD Letter in blue ink', 'OUTGOING Udgående opkald']),
  );
  expect(await codes(campaignStatuses)).toContain('DONE Afsluttet');
  const ctx = await admin();
  const settings = await readSettings(ctx);
  await expect(saveSettings(ctx, { ...settings, callTemplateCode: 'NOPE' })).rejects.toMatchObject({
    code: 'template_not_found',
    fields: [{ field: 'callTemplate' }],
  });
});

it('gives no way to an import where undo would bring it back', async () => {
  await fillDanish();
  const { no } = await createSegment(await admin(), { description: 'Old', templateCode: 'VISIT' });
  await updateHeader(await admin(), { no, changes: { templateCode: null }, lines: 'follow' });
  await importFiles(database.db, workspaceId, {
    'interaction_groups.csv': csv('code,description', 'OTHER,Others'),
    'interaction_templates.csv': csv(
      'code,description,interaction_group_code,unit_cost_lcy',
      'OURS,Our call,OTHER,1',
    ),
  });
  expect((await codes(interactionTemplates)).map((row) => row.split(' ', 1)[0])).toEqual([
    'CARD',
    'OURS',
    'VISIT',
  ]);
  await undoStep(await admin(), { no });
  expect((await showSegment(await admin(), { no })).header.template).toMatchObject({ code: 'VISIT' });
});

it('gives way to what an import brings, as far as nobody used or changed it', async () => {
  await fillDanish();
  const files = {
    'interaction_groups.csv': csv('code,description', 'LETTER,Letters', 'PHONE,Telephone'),
    'interaction_templates.csv': csv(
      'code,description,interaction_group_code,unit_cost_lcy',
      // As the set calls it, but the import's own from now on.
      'BUS,Forretningsbrev,LETTER,8',
      'OUTGOING,Our call,PHONE,1',
    ),
    'campaign_statuses.csv': csv('code,description', '1-PLAN,Planned'),
  };
  const first = await importFiles(database.db, workspaceId, files);
  expect(figures(first)).toMatchObject({ 'campaign_statuses.csv': '1/0/0' });
  expect(await codes(interactionTemplates)).toEqual([
    'BUS Forretningsbrev',
    'CARD Letter in blue ink',
    'OUTGOING Our call',
  ]);
  expect(await codes(interactionGroups)).toEqual(['LETTER Letters', 'PHONE Telephone']);
  expect(await codes(campaignStatuses)).toEqual(['1-PLAN Planned']);
  expect((await readSettings(await admin())).callTemplateCode).toBe('OUTGOING');
  const second = await importFiles(database.db, workspaceId, files);
  expect(figures(second)).toEqual({
    'interaction_groups.csv': '0/0/2',
    'interaction_templates.csv': '0/0/2',
    'campaign_statuses.csv': '0/0/1',
  });
  await saveSettings(await admin(), { ...(await readSettings(await admin())), locale: 'en' });
  expect(await codes(interactionTemplates)).toContain('BUS Forretningsbrev');
});
