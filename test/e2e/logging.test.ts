import { afterEach, expect, test } from 'vitest';
import type { OpenView } from '../../src/playground/protocol.ts';
import { approveRequest } from '../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../src/services/approvals/submit-segment.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

/** Two messages of entries. */
const PEOPLE = 44;

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK', salesperson: 'JO' },
    ...Array.from({ length: PEOPLE }, (_, at) => ({
      id: at + 2,
      name: `Person ${String(at + 1).padStart(2, '0')} =cmd()`,
      company: 1,
      country: 'DK',
    })),
    { id: 100, name: 'Stolar AB', country: 'SE' },
  ]);
});

afterEach(async () => {
  const root = (await running.rita.see()).views.at(0);
  if (root) await running.rita.post('close', { view: root.id, all: true });
  await running.rita.clearFaults();
});

async function segmentOf(
  text: string,
  over: { campaignNo?: string; description?: string } = {},
): Promise<string> {
  const ctx = running.workspace.as('rita');
  const { no } = await createSegment(ctx, { description: 'Autumn call', templateCode: 'BUS', ...over });
  await add(ctx, { no, criteria: criteria(text) });
  return no;
}

async function approved(): Promise<string> {
  const no = await segmentOf('country:DK', { campaignNo: 'CP1001' });
  const { requestId } = await submitSegment(running.workspace.as('rita'), { no });
  await approveRequest(running.workspace.as('mona'), { requestId });
  return no;
}

const channelOf = (view: OpenView) =>
  JSON.stringify(view.state).match(/"selected_conversation":"([^"]+)"/)?.[1];
const threadOf = async (ts: string) =>
  (await running.rita.messages('C0SALES')).filter((message) => message.threadTs === ts);

test('An approved segment is logged to the channel: one message, its entries and a CSV in the thread.', async () => {
  const no = await approved();
  const { rita } = running;
  const outcome = await rita.reads('direct', new RegExp(`approved \\*${no}\\*`));
  await rita.press(outcome, /^Log/);
  const view = await rita.modal(/Log segment/);
  expect(JSON.stringify(view.view)).toContain('45 contacts (1 company, 44 people)');
  expect(JSON.stringify(view.view)).toContain('€360.00');
  expect(JSON.stringify(view.view)).toContain('Approved by <@U0MONA>');
  await rita.fill(view, /^channel$/, { type: 'conversations_select', selected_conversation: 'C0SALES' });
  await rita.fill(view, /^followUp$/, {
    type: 'checkboxes',
    selected_options: [
      {
        value: 'yes',
        text: { type: 'plain_text', text: 'Create a follow-up segment', emoji: false },
        description: {
          type: 'plain_text',
          text: 'A new segment with the same contacts and campaign.',
          emoji: false,
        },
      },
    ],
  });
  await rita.submit(view);
  await rita.noModal();

  const parent = await rita.reads('C0SALES', new RegExp(`logged ${no} Autumn call`));
  for (const part of [
    'Log entry*\\n1',
    'Autumn call (CP1001)',
    'Business letter (BUS)',
    '€360.00',
    '22 h 30 min',
  ]) {
    expect(wordsOf(parent)).toContain(part);
  }
  expect(wordsOf(parent)).toContain('*Built by*\\nRita Rep');
  expect(wordsOf(parent)).toContain('*Approved by*\\nMona Manager');
  expect(parent.ephemeralTo).toBeUndefined();

  await expect.poll(async () => (await threadOf(parent.ts)).length, { timeout: 10_000 }).toBe(3);
  const [first, second, third] = await threadOf(parent.ts);
  expect(first && wordsOf(first)).toContain('Interactions 1–40 of 45');
  expect(second && wordsOf(second)).toContain('Interactions 41–45 of 45');
  expect(third?.text).toBe(`All 45 interactions of ${no} Autumn call as CSV.`);
  const [file] = third?.files ?? [];
  expect(file?.name).toBe(`${no}-1.csv`);
  const csv = await (await fetch(`${running.playground.url}${file?.download}`)).text();
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(46);
  expect(lines[0]).toContain('Contact no.,Name,Company name');
  expect(csv).not.toMatch(/(^|,)=cmd/m);

  const done = await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call is logged as entry 1`));
  expect(done.text).toContain('45 contacts (1 company, 44 people), cost €360.00, duration 22 h 30 min');
  const followUp = /follow-up segment is \*(\w+)\*/.exec(done.text)?.[1] ?? '';
  expect((await showSegment(running.workspace.as('rita'), { no: followUp })).header.counts).toEqual({
    companies: 1,
    people: 44,
  });
  expect(wordsOf(parent)).toContain(followUp);
  expect((await showSegment(running.workspace.as('rita'), { no })).header.state).toBe('logged');
});

test("The form has the campaign's channel chosen, else the workspace's, else the current one.", async () => {
  const { rita, database, workspace } = running;
  const no = await segmentOf('country:SE');
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
  const waiting = await segmentOf('country:SE', { campaignNo: 'CP1001' });
  await rita.say('C0SALES', `/segment log ${waiting}`);
  await rita.reads('C0SALES', new RegExp(`${waiting} must be approved before it is logged`));
  const empty = await segmentOf('city:Nowhere');
  await rita.say('C0SALES', `/segment log ${empty}`);
  await rita.reads('C0SALES', new RegExp(`${empty} has no contacts`));
  const unnamed = await segmentOf('country:SE', { description: '' });
  await rita.say('C0SALES', `/segment log ${unnamed}`);
  await rita.reads('C0SALES', new RegExp(`${unnamed} needs a description first`));
  expect((await rita.see()).views).toEqual([]);
});

test('A refusal by the job is told with its reason; the segment is as it was.', async () => {
  const { rita, database, workspace } = running;
  const no = await segmentOf('country:SE');
  // Neither the segment nor its contact has a salesperson.
  await database.sql`
    update segments set salesperson_code = null where workspace_id = ${workspace.id} and no = ${no}`;
  await rita.say('C0SALES', `/segment log ${no}`);
  await rita.submit(await rita.modal(new RegExp(no)));
  const told = await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call was not logged`));
  expect(told.text).toContain('1 contact of');
  expect((await showSegment(workspace.as('rita'), { no })).header.state).toBe('open');
});

test('A segment that was changed while the form stood open is not logged as something else.', async () => {
  const { rita, workspace } = running;
  const no = await segmentOf('country:SE');
  await rita.say('C0SALES', `/segment log ${no}`);
  const view = await rita.modal(new RegExp(no));
  await add(workspace.as('soren'), { no, criteria: criteria('type:company') });
  await rita.submit(view);
  await rita.modal(/was changed in the meantime/);
  expect((await showSegment(workspace.as('rita'), { no })).header.state).toBe('open');
});

test('A log that cannot be posted is written all the same, and Rita is told where to see it.', async () => {
  const { rita } = running;
  const no = await segmentOf('country:SE');
  await rita.fault({
    method: 'chat.postMessage',
    channel: 'C0CAMPAIGNS',
    times: 20,
    kind: { error: 'is_archived' },
  });
  await rita.say('C0CAMPAIGNS', `/segment log ${no}`);
  await rita.submit(await rita.modal(new RegExp(no)));
  const told = await rita.reads(
    'direct',
    new RegExp(`\\*${no}\\* Autumn call is logged.*could not be posted`, 's'),
  );
  expect(told.text).toContain('the channel is archived');
});

test('Logged segments are listed and shown page by page, to the person alone.', async () => {
  const { rita } = running;
  await rita.say('C0SALES', '/segment logged');
  const list = await rita.reads('C0SALES', /Logged segments/);
  expect(list.ephemeralTo).toBe('U0RITA');
  await rita.say('C0SALES', '/segment logged 1');
  let card = await rita.reads('C0SALES', /Log entry 1: /);
  expect(wordsOf(card)).toContain('1–10 of 45');
  await rita.press(card, /^Next$/);
  card = await rita.reads('C0SALES', /11–20 of 45/);
  await rita.press(card, /^Previous$/);
  await rita.reads('C0SALES', /1–10 of 45/);
  await rita.say('C0SALES', '/segment logged 4711');
  await rita.reads('C0SALES', /There is no logged segment 4711/);
  await rita.say('C0SALES', '/segment logged SM00001');
  await rita.reads('C0SALES', /is not the number of a log entry/);
});

test('A double click on Log logs once.', async () => {
  const { rita, database } = running;
  const no = await segmentOf('country:SE');
  await rita.say('C0SALES', `/segment log ${no}`);
  const view = await rita.modal(new RegExp(no));
  await Promise.all([rita.submit(view), rita.submit(view)]);
  await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call is logged`));
  const rows = await database.sql`
    select 1 from log_runs r join segments s on s.workspace_id = r.workspace_id and s.id = r.segment_id where s.no = ${no}`;
  expect(rows).toHaveLength(1);
});
