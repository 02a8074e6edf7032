import { afterEach, expect, test } from 'vitest';
import type { OpenView } from '../../src/playground/protocol.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, modalThat, pressInRow, wordsIn } from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

interface Block {
  block_id: string;
  elements: { action_id: string }[];
}

const running = useRunningApp((workspace) =>
  addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK', salesperson: 'JO' },
    { id: 100, name: 'Stolar AB', country: 'SE' },
  ]),
);

afterEach(() => closeAll(running.rita));

/** A segment of the Swedish company. */
const newSegment = (wanted: Parameters<typeof makeSegment>[1] = {}) =>
  makeSegment(running.workspace.as('rita'), { criteria: 'country:SE', ...wanted });
const channelOf = (view: OpenView) =>
  JSON.stringify(view.state).match(/"selected_conversation":"([^"]+)"/)?.[1];

test("The form has the campaign's channel chosen, else the workspace's, else the current one.", async () => {
  const { rita, database, workspace } = running;
  const no = await newSegment();
  const preset = async () => {
    await rita.say('C0CAMPAIGNS', `/segment log ${no}`);
    const view = await rita.modal(new RegExp(no));
    await rita.post('close', { view: view.id, all: true });
    return channelOf(view);
  };
  expect(await preset()).toBe('C0CAMPAIGNS');
  await database.sql`update workspace_settings set log_channel = 'C0SALES' where workspace_id = ${workspace.id}`;
  expect(await preset()).toBe('C0SALES');
  await database.sql`update workspace_settings set log_channel = null where workspace_id = ${workspace.id}`;
});

test('What is not ready is not logged, and the reason is said before anything is asked.', async () => {
  const { rita } = running;
  const waiting = await newSegment({ campaignNo: 'CP1001' });
  await rita.say('C0SALES', `/segment log ${waiting}`);
  const first = await modalThat(rita, /must be approved before it is logged/);
  expect(first.view.submit).toBeUndefined();
  await closeAll(rita);
  const empty = await newSegment({ criteria: 'city:Nowhere', description: '' });
  await rita.say('C0SALES', `/segment log ${empty}`);
  const view = await modalThat(rita, /It has no contacts/);
  expect(wordsIn(view)).toContain('It has no description.');
  await rita.pressIn(view, /^Add contacts$/);
  await modalThat(rita, /Adds the contacts that meet all filters/);
  await closeAll(rita);
});

test('All that is in the way is shown at once, and a press on a way out leads to the form.', async () => {
  const { rita, database, workspace } = running;
  const no = await newSegment();
  await database.sql`
    update segments set salesperson_code = null where workspace_id = ${workspace.id} and no = ${no}`;
  await rita.say('C0SALES', `/segment log ${no}`);
  const view = await modalThat(rita, /1 contact\* has no salesperson.*Stolar AB/s);
  const { block_id: blockId, elements } = (view.view.blocks as Block[]).find(
    (one) => one.block_id === 'ways:salesperson',
  ) ?? { block_id: '', elements: [] };
  const actionId = elements[0]?.action_id ?? '';
  const { options } = (await rita.post('suggest', {
    view: view.id,
    blockId,
    actionId,
    query: 'jim',
  })) as unknown as {
    options: object[];
  };
  await rita.act('click', {
    in: { view: view.id },
    blockId,
    actionId,
    confirmed: true,
    value: { type: 'external_select', selected_option: options[0] },
  });
  const fixed = await modalThat(rita, /Post the log to/);
  expect(wordsIn(fixed)).toContain('The contacts without salesperson are changed.');
  await pressInRow(rita, fixed, /are changed/);
  await modalThat(rita, /has no salesperson/);
  expect((await showSegment(workspace.as('rita'), { no })).header.currentStep).toBe(1);
});

test('A segment that was changed while the form stood open is not logged as something else.', async () => {
  const { rita, workspace } = running;
  const no = await newSegment();
  await rita.say('C0SALES', `/segment log ${no}`);
  const view = await rita.modal(new RegExp(no));
  await add(workspace.as('soren'), { no, criteria: criteria('type:company') });
  await rita.submit(view);
  await modalThat(rita, /U0SOREN> changed .*Post the log to/s);
  expect((await showSegment(workspace.as('rita'), { no })).header.state).toBe('open');
});

test('A double click on Log logs once.', async () => {
  const { rita, database } = running;
  const no = await newSegment();
  await rita.say('C0SALES', `/segment log ${no}`);
  const view = await rita.modal(new RegExp(no));
  await Promise.all([rita.submit(view), rita.submit(view)]);
  await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call is logged`));
  const rows = await database.sql`
    select 1 from log_runs r join segments s on s.workspace_id = r.workspace_id and s.id = r.segment_id where s.no = ${no}`;
  expect(rows).toHaveLength(1);
});
