import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { contacts, tasks, workspaceSettings } from '../../src/db/schema/index.ts';
import type { Message } from '../../src/playground/protocol.ts';
import { createInteraction } from '../../src/services/interactions/create-interaction.ts';
import { createTask } from '../../src/services/tasks/create.ts';
import { editTask } from '../../src/services/tasks/edit.ts';
import { chooseInMessage } from '../support/dots.ts';
import { addFive } from '../support/loggable.ts';
import {
  choose,
  closeAll,
  errorsOf,
  fillIn,
  initialOf,
  modalThat,
  search,
  wordsIn,
} from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addFive(workspace);
  const { db } = workspace;
  await db.update(workspaceSettings).set({ logChannel: SALES, callTemplateCode: 'OUTGOING' });
});

const ask = (person: Person, command: string, words = /./) => person.ask(SALES, command, words);

const dots = (person: Person, message: Message, row: RegExp, choice: RegExp, words: RegExp) =>
  person.opens(() => chooseInMessage(person, message, row, choice), words);

it('70: creates a call for everybody on a segment, asked back once, and completes one with what came of it', async () => {
  const { rita, database } = running;
  const made = await ask(rita, '/segment new "Autumn call" campaign:CP1001 template:BUS');
  const no = /SM\d{5}/.exec(wordsOf(made))?.[0] ?? '';
  expect(wordsOf(await ask(rita, `/task ${no}`))).toContain(`${no} has no contacts`);
  await ask(rita, `/segment add ${no} name:<>Quiet`, /Added 4 contacts/);
  const shown = await ask(rita, `/segment show ${no}`, /Zeta/);
  const form = await dots(rita, shown, /./, /Create tasks …/, /Tasks for/);
  expect(wordsIn(form)).toContain(`*${no}* Autumn call has *4 contacts*`);
  expect(wordsIn(form)).toContain('for *Rita Rep*, with campaign CP1001 Autumn call');
  await rita.type(form, /What is to be done/, 'Call about the fair');
  await rita.type(form, /When/, 'when pigs fly');
  await rita.submit(form);
  const wrong = await modalThat(rita, /Tasks for/);
  await expect
    .poll(async () => errorsOf((await rita.see()).views.at(-1) ?? wrong).date)
    .toMatch(/not a date/);
  await rita.type(wrong, /When/, '2026-12-04');
  await choose(rita, wrong, 'priority', 'high');
  await rita.submit(wrong);
  const asked = await modalThat(rita, /4 tasks for Friday 4 Dec 2026\? Then press Create once more/);
  expect(await database.db.select().from(tasks)).toEqual([]);
  await rita.submit(asked);
  const done = await modalThat(rita, /4 tasks are created, TD000001 to TD000004, for 4 contacts/);
  await rita.pressIn(done, /Show tasks/);
  expect(wordsIn(await modalThat(rita, /Open tasks/))).toContain('Phone call: Call about the fair');
  await closeAll(rita);
  const stored = await database.db.select().from(tasks);
  expect(stored.filter(({ kind }) => kind === 'organizer')).toHaveLength(4);
  expect(stored.filter(({ kind }) => kind === 'contact-attendee')).toHaveLength(4);

  const list = await ask(rita, '/task', /My open tasks/);
  expect(wordsOf(list)).toContain('4 open tasks, none overdue');
  const interaction = await dots(rita, list, /Bo, Alpha/, /Complete/, /Log interaction/);
  expect(wordsIn(interaction)).toMatch(/TD00000\d is completed. Register what came of it here/);
  expect(initialOf(interaction, 'description')).toBe('Call about the fair');
  const said = JSON.stringify(interaction.view);
  for (const part of ['Bo · Alpha', 'OUTGOING', 'CP1001']) expect(said).toContain(part);
  await rita.submit(interaction);
  await rita.noModal();
  await rita.reads(SALES, /Rita Rep logged \*Outgoing phone call\* with \*Bo\*/);
  expect(wordsOf(await ask(rita, '/task', /My open tasks/))).toContain('3 open tasks');
  expect(wordsOf(await ask(rita, `/task list ${no}`, /Open tasks/))).toContain('3 open tasks');
});

it('creates a task for a contact in a form that tells what is wrong at its fields; edits, cancels and reopens it', async () => {
  const { rita } = running;
  expect(wordsOf(await ask(rita, '/task help'))).toContain('/task SM00001');
  expect(wordsOf(await ask(rita, '/task Nobody at all'))).toContain('No task, segment or contact');
  expect(wordsOf(await ask(rita, '/task show TD99'))).toContain('There is no task TD99');
  const form = await rita.opens(() => rita.say(SALES, '/task Dee'), /New task/);
  expect(JSON.stringify(form.view)).toContain('Dee');
  expect(await search(rita, form, 'salesperson', 'søren')).toEqual(['SS · Søren Salg']);
  await rita.type(form, /What is to be done/, 'Send the <catalogue>');
  await rita.type(form, /When/, '20 November 2026');
  await fillIn(rita, form, 'type', { type: 'radio_buttons', selected_option: optionOf(form, 'meeting') });
  await rita.submit(form);
  const card = await modalThat(rita, /TD\d+ is created/);
  const no = /TD\d+/.exec(wordsIn(card))?.[0] ?? '';
  for (const part of ['Meeting', 'Send the <catalogue>', 'Søren Salg', 'Dee', 'overdue'])
    expect(wordsIn(card)).toContain(part);
  await closeAll(rita);
  const told = await running.soren.reads('direct', /<@U0RITA> gave you a task/);
  await running.soren.press(told, /Show/);
  await running.soren.reads('direct', new RegExp(`${no} · Send the`));
  const contact = await ask(rita, '/contact Dee');
  expect(wordsOf(contact)).toContain('Next task 20 Nov 2026');
  await rita.press(contact, /Tasks \(\d\)/);
  const list = await rita.reads(SALES, /Open tasks: Dee/);
  const edit = await dots(rita, list, new RegExp(no), /Edit/, /Edit TD/);
  expect(initialOf(edit, 'date')).toBe('20 Nov 2026');
  await rita.type(edit, /When/, 'i morgen');
  await rita.submit(edit);
  await expect.poll(async () => errorsOf((await rita.see()).views.at(-1) ?? edit).date).toMatch(/not a date/);
  await rita.type(edit, /When/, '2 January 2100');
  await rita.submit(edit);
  await rita.noModal();
  const saved = await rita.reads(SALES, new RegExp(`${no} is saved`));
  expect(wordsOf(saved)).toMatch(/Open tasks: Dee.*2 Jan 2100/s);

  const shown = await ask(rita, `/task vis ${no.toLowerCase()}`);
  await rita.press(shown, /Cancel task/);
  const canceled = await rita.reads(SALES, new RegExp(`${no} is canceled`));
  expect(wordsOf(canceled)).toContain('Canceled on');
  await rita.press(canceled, /Reopen/);
  await rita.reads(SALES, new RegExp(`${no} is open again`));
});

it('tells who changed a task meanwhile, in its form and at its buttons', async () => {
  const { rita, workspace } = running;
  const { no } = await createTask(workspace.as('rita'), { description: 'Visit', date: '2026-12-01' });
  const card = await ask(rita, `/task ${no}`);
  const form = await rita.opens(() => rita.press(card, /^Edit$/), /Edit TD/);
  await rita.type(form, /What is to be done/, 'My visit');
  const earlier = () => new Date(Date.now() - 120_000);
  await editTask(workspace.as('mona', { now: earlier }), { no, description: 'Her visit' });
  await rita.submit(form);
  const moved = await modalThat(rita, new RegExp(`changed ${no} 2 minutes ago`));
  expect(wordsIn(moved)).toContain('<@U0MONA>');
  await rita.submit(moved);
  await rita.noModal();
  const after = await rita.reads(SALES, new RegExp(`${no} is saved`));
  expect(wordsOf(after)).toContain('My visit');
  await editTask(workspace.as('mona', { now: earlier }), { no, description: 'Her visit' });
  await rita.press(after, /Complete/);
  const told = await rita.reads(SALES, new RegExp(`changed ${no} 2 minutes ago`));
  expect(wordsOf(told)).toContain('Her visit');
  expect(wordsOf(told)).toContain('Not started');
  expect(wordsOf(told)).toContain('so nothing was done. This is how it is now.');
  expect(wordsOf(told)).not.toContain('not saved yet');
});

it('creates a task from an interaction, unless it is canceled or its contact blocked', async () => {
  const { rita, workspace, database } = running;
  const call = {
    contactNo: 'CT000001',
    templateCode: 'OUTGOING',
    description: 'First call',
    date: '2026-11-20',
  };
  await createInteraction(workspace.as('rita'), { ...call, campaignNo: 'CP1002', salespersonCode: 'SS' });
  const list = await ask(rita, '/interaction list contact:Zeta', /Interactions: Zeta/);
  const form = await dots(rita, list, /First call/, /Create task …/, /New task/);
  expect(wordsIn(form)).toContain('A task that comes of this interaction');
  await rita.type(form, /What is to be done/, 'Send an offer');
  await rita.submit(form);
  const card = wordsIn(await modalThat(rita, /is created/));
  for (const part of ['Send an offer', 'Zeta', 'Søren Salg', 'CP1002']) expect(card).toContain(part);
  await closeAll(rita);
  const block = (privacyBlocked: boolean) =>
    database.db.update(contacts).set({ privacyBlocked }).where(eq(contacts.no, 'CT000001'));
  await block(true);
  await chooseInMessage(rita, list, /First call/, /Create task …/);
  await rita.reads(SALES, /privacy of Zeta is blocked, so there can be no new task/);
  expect(wordsOf(await ask(rita, '/task Zeta'))).toContain('there can be no new task');
  await block(false);
  // The same from where it stands in the channel.
  const posted = await rita.reads(SALES, /Rita Rep logged .*First call/);
  expect(
    wordsIn(await rita.opens(() => chooseInMessage(rita, posted, /./, /Create task/), /New task/)),
  ).toContain('First call');
});

/** A choice of the radio buttons. */
function optionOf(view: { view: { blocks?: unknown } }, value: string): unknown {
  const all = view.view.blocks as { element?: { type: string; options?: { value: string }[] } }[];
  return all
    .find(({ element }) => element?.type === 'radio_buttons')
    ?.element?.options?.find((one) => one.value === value);
}
