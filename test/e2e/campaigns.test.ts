import { expect, it } from 'vitest';
import { campaignStatuses, campaigns } from '../../src/db/schema/index.ts';
import { editCampaign } from '../../src/services/campaigns/edit.ts';
import { updateHeader } from '../../src/services/segments/update-header.ts';
import { addTargets, numberCampaignsFrom100 } from '../services/campaigns/support.ts';
import { closeAll, fillIn, modalThat, search, wordsIn } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addTargets(workspace);
  await numberCampaignsFrom100(workspace);
  const { id: workspaceId, db } = workspace;
  await db.insert(campaignStatuses).values({ workspaceId, code: 'RUNNING', description: 'Under way' });
  await db.update(campaigns).set({ salespersonCode: 'RR' });
});

/** What the person is answered in the channel. */
const ask = (person: Person, command: string) => person.ask(SALES, command);

it('creates a campaign in a form that tells what is wrong at its fields, and shows its card', async () => {
  const { rita } = running;
  expect(wordsOf(await ask(rita, '/campaign help'))).toContain('deactivate');
  expect((await ask(rita, '/campaign aktivr CP1')).text).toContain('Did you mean `/campaign activate`?');
  expect(wordsOf(await ask(rita, '/campaign show CP9002'))).toContain('CP1002');

  await rita.say(SALES, '/campaign new');
  const form = await modalThat(rita, /New campaign/);
  await rita.type(form, /Description/, 'Winter call');
  await fillIn(rita, form, 'startingDate', { type: 'datepicker', selected_date: '2026-12-18' });
  await fillIn(rita, form, 'endingDate', { type: 'datepicker', selected_date: '1700-01-01' });
  expect(await rita.submit(form)).toEqual({
    ok: true,
    errors: { endingDate: 'Dates must lie between the years 1900 and 2999.' },
  });
  await fillIn(rita, form, 'endingDate', { type: 'datepicker', selected_date: '2026-12-01' });
  expect(await rita.submit(form)).toEqual({
    ok: true,
    errors: { endingDate: 'The campaign ends before it starts. Choose a later day.' },
  });
  await fillIn(rita, form, 'endingDate', { type: 'datepicker', selected_date: '2027-02-01' });
  expect(await search(rita, form, 'status', 'way')).toEqual(['RUNNING · Under way']);
  await fillIn(rita, form, 'logChannel', { type: 'conversations_select', selected_conversation: SALES });
  await rita.submit(form);
  const no = /CP\d+/.exec(wordsIn(await modalThat(rita, /is created/)))?.[0] ?? '';
  await closeAll(rita);
  const card = wordsOf(await ask(rita, `/campaign show ${no.toLowerCase()}`));
  for (const part of ['Winter call', 'Under way', '<@U0RITA>', '18 Dec 2026 – 1 Feb 2027', 'Not activated']) {
    expect(card).toContain(part);
  }
  expect(wordsOf(await ask(rita, '/campaign list winter'))).toContain(no);
});

it('activates, shows and exports the target group, and keeps a shared card up to date', async () => {
  const { rita, mona } = running;
  expect((await ask(rita, '/campaign activate CP1001')).text).toContain('no targets yet');
  const card = await ask(rita, '/campaign show CP1001');
  await rita.press(card, /^Share$/);
  const share = await modalThat(rita, /Share CP1001/);
  expect(await rita.submit(share)).toEqual({ ok: true });
  const posted = await mona.reads(SALES, /CP1001 Autumn call: none, not activated/);

  // A segment is begun from the card in the channel.
  await mona.press(posted, /New segment/);
  const form = await modalThat(mona, /New segment/);
  expect(JSON.stringify(form.view)).toContain('CP1001 · Autumn call');
  await mona.type(form, /Description/, 'First round');
  expect(await mona.submit(form)).toEqual({ ok: true });
  const made = /SM\d+/.exec(wordsIn(await modalThat(mona, /is created/)))?.[0] ?? '';
  await closeAll(mona);
  await updateHeader(running.workspace.as('mona'), {
    no: made,
    changes: { campaignTarget: true },
    lines: 'follow',
  });
  await ask(rita, `/segment add ${made} name:Kilo|Lars`);
  expect(wordsOf(await ask(rita, '/campaign segments CP1001'))).toContain(made);

  await rita.press(await ask(rita, '/campaign show CP1001'), /^Activate$/);
  await rita.reads(SALES, /CP1001 is activated: its target group has 2 members, 2 of them new/);
  await mona.reads(SALES, /CP1001 Autumn call: none, activated for 2 targets/);
  // The group follows the segment, and the card in the channel follows the group.
  await ask(rita, `/segment undo ${made}`);
  await mona.reads(SALES, /CP1001 Autumn call: none, not activated/);
  await ask(rita, `/segment redo ${made}`);
  await ask(rita, '/campaign aktivér cp1001');
  expect(wordsOf(await ask(rita, '/campaign poster CP1001'))).toContain('CP1001');
  const group = await ask(rita, '/campaign targets CP1001');
  expect(wordsOf(group)).toContain('2 targets (1 customer, 1 contact)');
  await rita.press(group, /Export as CSV/);
  const files = async () => (await rita.direct()).flatMap((one) => one.files.map(({ name }) => name));
  await expect.poll(files).toEqual(['CP1001-targets.csv']);
});

it('tells who changed a campaign while its form stood open', async () => {
  const { rita, workspace } = running;
  await rita.say(SALES, '/campaign edit CP1002');
  const form = await modalThat(rita, /Edit CP1002/);
  await rita.type(form, /Description/, 'My fair');
  await editCampaign(workspace.as('mona', { now: () => new Date(Date.now() - 120_000) }), {
    campaignNo: 'CP1002',
    description: 'Her fair',
  });
  await rita.submit(form);
  const moved = await modalThat(rita, /changed CP1002 2 minutes ago/);
  expect(wordsIn(moved)).toContain('<@U0MONA>');
  await rita.submit(moved);
  await rita.noModal();
  expect(wordsOf(await ask(rita, '/campaign show CP1002'))).toContain('My fair');
});
