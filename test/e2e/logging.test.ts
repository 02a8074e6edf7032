import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { inTransaction } from '../../src/core/context.ts';
import { segments } from '../../src/db/schema/index.ts';
import { approveRequest } from '../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../src/services/approvals/submit-segment.ts';
import { requestLogging } from '../../src/services/interactions/request-logging.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { entryOf, logToSales } from '../support/interaction-log.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, modalThat, wordsIn } from '../support/modal.ts';
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
  await closeAll(running.rita);
  await running.rita.clearFaults();
});

async function approved(): Promise<string> {
  const no = await makeSegment(running.workspace.as('rita'), {
    criteria: 'country:DK',
    campaignNo: 'CP1001',
  });
  const { requestId } = await submitSegment(running.workspace.as('rita'), { no });
  await approveRequest(running.workspace.as('mona'), { requestId });
  return no;
}

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
  const entry = await entryOf(running, no);
  for (const part of [
    `Log entry*\\n${entry}`,
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

  await expect.poll(async () => (await threadOf(parent.ts)).length).toBe(3);
  const [first, second, third] = await threadOf(parent.ts);
  expect(first && wordsOf(first)).toContain('Interactions 1–40 of 45');
  expect(second && wordsOf(second)).toContain('Interactions 41–45 of 45');
  expect(third?.text).toBe(`All 45 interactions of ${no} Autumn call as CSV.`);
  const [file] = third?.files ?? [];
  expect(file?.name).toBe(`${no}-${entry}.csv`);
  const csv = await (await fetch(`${running.playground.url}${file?.download}`)).text();
  const lines = csv.trim().split('\r\n');
  expect(lines).toHaveLength(46);
  expect(lines[0]).toContain('Contact no.,Name,Company name');
  expect(csv).not.toMatch(/(^|,)=cmd/m);

  const done = await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call is logged as entry ${entry}`));
  expect(done.text).toContain('45 contacts (1 company, 44 people), cost €360.00, duration 22 h 30 min');
  const followUp = /follow-up segment is \*(\w+)\*/.exec(done.text)?.[1] ?? '';
  expect((await showSegment(running.workspace.as('rita'), { no: followUp })).header.counts).toEqual({
    companies: 1,
    people: 44,
  });
  expect(wordsOf(parent)).toContain(followUp);
  expect((await showSegment(running.workspace.as('rita'), { no })).header.state).toBe('logged');
});

test('From the channel a log is followed up: at once with some of its contacts, or proposed later.', async () => {
  const { rita, database, workspace } = running;
  const { entry, parent } = await logToSales(running, await approved());
  await database.sql`
    update interaction_log_entries set attempt_failed = true
    where workspace_id = ${workspace.id} and contact_id in (2, 3) and logged_segment_id =
      (select id from logged_segments where workspace_id = ${workspace.id} and entry_no = ${entry})`;
  await rita.press(parent, /^Follow-up$/);
  const view = await modalThat(rita, /Only those not reached\n2 contacts/);
  const option = (view.view.blocks as { block_id: string; element?: { options: { value: string }[] } }[])
    .find((block) => block.block_id === 'outcome')
    ?.element?.options.find(({ value }) => value === 'not-reached');
  await rita.fill(view, /^outcome$/, { type: 'radio_buttons', selected_option: option } as never);
  await rita.submit(view);
  const card = await modalThat(rita, new RegExp(`It follows up on log entry ${entry}`));
  expect(wordsIn(card)).toContain('2 contacts (0 companies, 2 people)');
  expect(wordsIn(card)).toContain(`Added contacts of logged segment ${entry}, only those not reached`);
  await closeAll(rita);

  await rita.press(parent, /^Follow-up$/);
  const later = await modalThat(rita, /in 3 weeks/);
  await rita.type(later, /^when$/, 'yesterday');
  await rita.submit(later);
  await expect.poll(async () => (await rita.see()).views.at(-1)?.errors).toHaveProperty('when');
  await rita.type(later, /^when$/, 'in 3 weeks');
  await rita.type(later, /^description$/, 'Second round');
  await rita.submit(later);
  await rita.noModal();
  const told = await rita.reads(
    'direct',
    new RegExp(
      `you will be asked whether to follow up on log entry ${entry}.* It will be called “Second round”`,
    ),
  );
  await rita.press(told, /^Dismiss$/);
  await rita.reads('direct', new RegExp(`No follow-up on log entry ${entry}`));
});

test('A refusal by the job is told with its reason; the segment is as it was.', async () => {
  const { rita, workspace } = running;
  const no = await makeSegment(workspace.as('rita'), { criteria: 'country:SE' });
  // The salesperson goes after the request, and before the job.
  await inTransaction(workspace.as('rita', { now: () => new Date() }), async (ctx) => {
    await requestLogging(ctx, { no, channel: 'C0SALES' });
    await ctx.tx.update(segments).set({ salespersonCode: null }).where(eq(segments.no, no));
  });
  const told = await rita.reads('direct', new RegExp(`\\*${no}\\* Autumn call was not logged`));
  expect(told.text).toContain('• *1 contact* has no salesperson, or one who is blocked. Stolar AB');
  expect((await showSegment(workspace.as('rita'), { no })).header.state).toBe('open');
});

test('A log that cannot be posted is written all the same, and Rita is told where to see it.', async () => {
  const { rita } = running;
  const no = await makeSegment(running.workspace.as('rita'), { criteria: 'country:SE' });
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
  const { entry } = await logToSales(running, await approved());
  await rita.say('C0SALES', '/segment logged');
  const list = await rita.reads('C0SALES', /Logged segments/);
  expect(list.ephemeralTo).toBe('U0RITA');
  await rita.say('C0SALES', `/segment logged ${entry}`);
  let card = await rita.reads('C0SALES', new RegExp(`Log entry ${entry}: `));
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
