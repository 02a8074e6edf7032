import { expect, it } from 'vitest';
import { addFive, makeSegment } from '../support/loggable.ts';
import { wordsOf } from '../support/person.ts';
import { SIGNING_SECRET, useRunningApp } from '../support/running-app.ts';
import { deliverInteraction } from '../support/slack-stub.ts';

const SALES = 'C0SALES';
const TEAM = 'T0PLAYGROUND';
let no = '';
const running = useRunningApp(
  async (workspace) => {
    await addFive(workspace);
    no = await makeSegment(workspace.as('rita'));
  },
  { patience: 1 },
);

/** A submit of the form for logging, as it stood at `version` in a window of its own. */
const submit = (window: number, version: number) => ({
  type: 'view_submission',
  team: { id: TEAM },
  user: { id: window % 2 === 0 ? 'U0RITA' : 'U0MONA', team_id: TEAM },
  trigger_id: `trigger-${window}`,
  view: {
    id: `V0WINDOW${window}`,
    hash: `${window}.hash`,
    type: 'modal',
    callback_id: 'log',
    private_metadata: JSON.stringify({ no, version, current: SALES }),
    title: { type: 'plain_text', text: 'Log segment' },
    submit: { type: 'plain_text', text: 'Log' },
    blocks: [],
    state: {
      values: {
        channel: { channel: { type: 'conversations_select', selected_conversation: SALES } },
        followUp: { followUp: { type: 'checkboxes', selected_options: [] } },
      },
    },
  },
});

it('20 people submit the logging at once, each heard up to eleven times: it is logged once and told once', async () => {
  const { workspace, database, port, rita } = running;
  const [segment] = await database.sql`select version from segments where no = ${no}`;
  const requests = Array.from({ length: 20 }, (_, window) =>
    Array.from({ length: 1 + (window % 11) }, () => submit(window, segment?.version)),
  ).flat();
  expect(requests.length).toBeGreaterThan(100);
  const answers = await Promise.all(
    requests.map((payload) => deliverInteraction(port, payload, { secret: SIGNING_SECRET })),
  );
  // Those who came second are told so in the form.
  const told = await Promise.all(answers.map((answer) => answer.text()));
  expect(told.filter((text) => /being logged|is logged|Still working/.test(text)).length).toBeGreaterThan(0);

  const settled = async () => {
    const [row] = await database.sql`
      select (select count(*) from channel_posts where posted_revision < revision)::int as waiting,
        (select count(*) from log_runs where status = 'queued')::int as queued,
        (select count(*) from log_runs)::int as runs`;
    return row;
  };
  await expect.poll(settled).toEqual({ waiting: 0, queued: 0, runs: 1 });
  const [figures] = await database.sql`
    select (select count(*) from logged_segments)::int as logged,
      count(*)::int as entries, count(distinct contact_id)::int as contacts
    from interaction_log_entries where workspace_id = ${workspace.id}`;
  expect(figures).toEqual({ logged: 1, entries: 5, contacts: 5 });
  const standing = (await rita.messages(SALES)).filter((one) => !one.threadTs && !one.ephemeralTo);
  expect(standing.map(wordsOf)).toEqual([expect.stringMatching(/Interactions logged/)]);
});

it('a slow database keeps nobody waiting for an acknowledgement', async () => {
  const { database, rita, mona } = running;
  await mona.say(SALES, '/segment new "Before it was slow"');
  const card = await mona.reads(SALES, /Before it was slow/);
  await rita.say(SALES, '/segment new');
  const form = await rita.modal(/New segment/);
  await rita.type(form, /Description/, 'Typed while it was slow');

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve) => {
    held = database.sql.begin(async (tx) => {
      await tx`lock table members, segments in access exclusive mode`;
      resolve();
      await released;
    });
  });
  try {
    // What was not acknowledged in three seconds the playground refuses, as Slack does.
    expect(await mona.say(SALES, '/segment new "Slow command"')).toEqual({ ok: true });
    await mona.press(card, /./);
    expect(await rita.submit(form)).toEqual({ ok: true });
  } finally {
    release();
    await held;
  }
  await mona.reads(SALES, /Slow command/);
  await rita.modal(/Typed while it was slow/);
});
