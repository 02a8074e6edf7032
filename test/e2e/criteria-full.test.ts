import { expect, it } from 'vitest';
import type { OpenView } from '../../src/playground/protocol.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { SIGNING_SECRET, useRunningApp } from '../support/running-app.ts';
import { deliverInteraction } from '../support/slack-stub.ts';
import { addContacts } from '../support/workspace.ts';

const running = useRunningApp((workspace) => addContacts(workspace, [{ id: 1, name: 'Aarhus Møbler' }]));

interface Block {
  block_id: string;
  elements?: { action_id: string }[];
}
const blocksOf = (view: OpenView) => view.view.blocks as Block[];
const rowsIn = (view: OpenView) => blocksOf(view).filter(({ block_id: id }) => id.startsWith('row:')).length;

/** A press on a button of the modal, as Slack tells of it. */
function pressOf(view: OpenView, actionId: string, at: number) {
  const buttons = blocksOf(view).flatMap(({ block_id, elements = [] }) =>
    elements.map((one) => ({ ...one, block_id })),
  );
  const button = buttons.find(({ action_id: id }) => id === actionId);
  return { ...button, action_ts: String(at / 1000) };
}

it('a form that is full of filters says so, and a late press on its button from before adds none', async () => {
  const { rita, port, workspace, database } = running;
  const { no } = await createSegment(workspace.as('rita'), { description: 'Autumn call' });
  await rita.say('C0SALES', `/segment add ${no}`);
  await rita.pressIn(await rita.modal(/Counted at/), /^Write as text$/);
  const text = await rita.modal(/Filters as text/);
  await rita.type(text, /^text$/, Array(19).fill('name:A*').join(' '));
  await rita.pressIn(await rita.modal(/Would add \*1 contact/), /^Back to filters$/);
  const almost = await rita.modal(/Add filter/);
  expect(rowsIn(almost)).toBe(19);
  await rita.pressIn(almost, /^Add filter$/);
  const full = await rita.modal(/holds at most 20 filters/);
  expect(rowsIn(full)).toBe(20);
  expect(JSON.stringify(full.view)).not.toContain('Add filter');

  const { id, hash, state: values } = full;
  const pressedAt = Date.now();
  const late = {
    type: 'block_actions',
    team: { id: 'T0PLAYGROUND' },
    user: { id: 'U0RITA', team_id: 'T0PLAYGROUND' },
    trigger_id: 'late',
    container: { type: 'view', view_id: id },
    view: { ...full.view, id, hash, state: { values } },
    actions: [pressOf(almost, 'criteria.add-row', pressedAt)],
  };
  expect((await deliverInteraction(port, late, { secret: SIGNING_SECRET })).status).toBe(200);
  const draft = async () => (await database.sql`select data from drafts`)[0]?.data;
  await expect.poll(async () => (await draft()).pressedAt).toBeCloseTo(pressedAt, 0);
  expect((await draft()).content.rows).toHaveLength(20);
  expect(rowsIn(await rita.modal(/holds at most 20 filters/))).toBe(20);
});
