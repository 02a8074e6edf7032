import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import {
  campaignEntries,
  campaigns,
  contacts,
  interactionComments,
  interactionLogEntries,
  workspaceSettings,
} from '../../src/db/schema/index.ts';
import type { Message } from '../../src/playground/protocol.ts';
import { createInteraction } from '../../src/services/interactions/create-interaction.ts';
import { postponeInteraction } from '../../src/services/interactions/postpone-interaction.ts';
import { errorsOf, fillIn, initialOf, modalThat, search, tick, wordsIn } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';
const GENERAL = 'C0CAMPAIGNS';

const running = useRunningApp(async (workspace) => {
  const { db } = workspace;
  await addContacts(workspace, [
    { id: 1, name: 'Møbelhuset A/S', email: 'post@moebel.example' },
    { id: 2, name: 'Anna Hansen', company: 1, email: 'anna@moebel.example' },
    { id: 3, name: 'Hansen & Søn' },
    { id: 4, name: 'Olsen & Co' },
  ]);
  await db.update(workspaceSettings).set({ logChannel: SALES });
  await db
    .update(campaigns)
    .set({ logChannel: GENERAL, endingDate: '2026-01-31' })
    .where(eq(campaigns.id, 1));
});

afterEach(() => running.database.sql`delete from interaction_log_entries where postponed`);

/** What Rita says of a call with Anna Hansen. */
const call = (description: string) => ({
  contactNo: 'CT000002',
  templateCode: 'OUTGOING',
  description,
  date: '2026-11-23',
});

const entries = () =>
  running.database.db.select().from(interactionLogEntries).orderBy(interactionLogEntries.id);

/** Chooses from the select of a message. */
function evaluate(person: Person, message: Message, value: RegExp) {
  const blocks = message.blocks as {
    block_id: string;
    elements?: { action_id: string; options?: { value: string }[] }[];
  }[];
  for (const { block_id: blockId, elements = [] } of blocks) {
    for (const { action_id: actionId, options = [] } of elements) {
      const chosen = options.find((one) => value.test(one.value));
      if (!chosen) continue;
      return person.act('click', {
        in: { message: { channel: message.channel, ts: message.ts } },
        blockId,
        actionId,
        value: { type: 'static_select', selected_option: chosen },
      });
    }
  }
  throw new Error(`Nothing to choose in ${wordsOf(message)}`);
}

it('logs an interaction from the command, shows the moment back first, and posts it on one line', async () => {
  const { rita, soren } = running;
  await rita.say(SALES, '/interaction Nobody At All');
  await rita.reads(SALES, /No contact is called Nobody At All/);
  await rita.say(SALES, '/interaction anna@moebel.example');
  const form = await rita.modal(/Log interaction/);
  expect(JSON.stringify(form.view)).toContain('Anna Hansen · Møbelhuset A/S');
  await search(rita, form, 'template', 'OUTG');
  const filled = await modalThat(rita, /Log interaction/);
  await expect.poll(async () => initialOf(await rita.modal(), 'duration')).toBe('15');
  expect(wordsIn(filled)).toContain('Europe/London');
  const again = await rita.modal();
  expect(initialOf(again, 'cost')).toBe('1.00');
  await fillIn(rita, again, 'description', { type: 'plain_text_input', value: 'Asked about oak' });
  await fillIn(rita, again, 'date', { type: 'plain_text_input', value: 'someday' });
  await rita.submit(again);
  expect(errorsOf(await rita.modal(/someday|Log interaction/))).toHaveProperty('date');
  await fillIn(rita, await rita.modal(), 'date', { type: 'plain_text_input', value: 'yesterday 14:00' });
  await rita.submit(await rita.modal());
  const question = await modalThat(rita, /Is it meant for/);
  expect(wordsIn(question)).toContain('14:00');
  await fillIn(rita, question, 'outcome', {
    type: 'radio_buttons',
    selected_option: { value: 'failed', text: { type: 'plain_text', text: 'Attempt failed', emoji: false } },
  });
  await rita.submit(question);
  await rita.noModal();
  const told = await rita.reads(SALES, /Logged: \*Outgoing phone call\* with \*Anna Hansen\*/);
  expect([told.ephemeralTo, told.text]).toEqual(['U0RITA', expect.stringContaining(`<#${SALES}>`)]);
  const line = await soren.reads(SALES, /Rita Rep logged \*Outgoing phone call\*.*Asked about oak/);
  expect(line.text).toMatch(/\*Anna Hansen\* \(Møbelhuset A\/S\): Asked about oak .*attempt failed/);
  expect(wordsOf(line)).not.toContain('moebel.example');
  expect((await entries()).at(-1)).toMatchObject({
    timeOfInteraction: '14:00:00',
    attemptFailed: true,
    cost: '1.00',
    salespersonCode: 'RR',
  });
});

it('is evaluated, commented on and followed up from the channel, where its line is edited', async () => {
  const { rita } = running;
  await createInteraction(running.workspace.as('rita'), call('Asked about elm'));
  const line = await rita.reads(SALES, /Rita Rep logged.*Asked about elm/);
  await evaluate(rita, line, /:positive$/);
  const evaluated = await rita.reads(SALES, /Asked about elm.* · positive/);
  expect(evaluated.ts).toBe(line.ts);
  await rita.press(evaluated, /^Comment$/);
  const comments = await rita.modal(/Comments/);
  await rita.type(comments, /New comment/, 'Prefers mornings');
  await rita.submit(comments);
  const commented = await rita.reads(SALES, /Asked about elm.*1 comment/s);
  await rita.press(commented, /1 comment/);
  expect(wordsIn(await rita.modal(/Prefers mornings/))).toContain('Rita Rep');
  await rita.post('close', { view: (await rita.modal()).id });
  await rita.noModal();

  await rita.press(commented, /Follow up/);
  const form = await rita.modal(/Log interaction/);
  expect(initialOf(form, 'description')).toBe('Follow-up: Asked about elm');
  await rita.submit(form);
  await rita.noModal();
  expect((await rita.reads(SALES, /Saved for later/)).ephemeralTo).toBe('U0RITA');
  expect((await entries()).at(-1)).toMatchObject({ postponed: true, memberId: 101, duration: 15 });
});

it('77: lists what was postponed, and completes it as the same entry', async () => {
  const { rita, soren } = running;
  await postponeInteraction(running.workspace.as('rita'), call('Asked about ash'));
  const before = await entries();
  await rita.say(SALES, '/interaction postponed');
  const list = await rita.reads(SALES, /1 postponed interaction/);
  await rita.press(list, /^Complete$/);
  const form = await rita.modal(/Complete interaction/);
  await search(rita, form, 'campaign', 'CP1001');
  await rita.submit(form);
  const warning = await modalThat(rita, /CP1001 runs until 31 Jan 2026/);
  await rita.submit(warning);
  await rita.noModal();
  await rita.reads(SALES, /Logged: /);
  const line = await rita.reads(GENERAL, /Asked about ash/);
  expect(line.text).toContain('CP1001');
  const after = await entries();
  expect(after).toHaveLength(before.length);
  expect(after.at(-1)).toMatchObject({ id: before.at(-1)?.id, postponed: false, campaignId: 1 });
  expect(await running.database.db.select().from(campaignEntries)).toMatchObject([{ manual: true }]);
  await soren.say(SALES, '/interaction udskudte');
  await soren.reads(SALES, /Du har ikke udskudt noget/);
});

it('proposes from a message whom and when it tells of', async () => {
  const { rita } = running;
  await rita.say(GENERAL, 'Spoke with Anna Hansen yesterday at 9:30 about beds.\nShe wants two & a price.');
  const said = await rita.reads(GENERAL, /Spoke with Anna/);
  await rita.act('shortcut', {
    callbackId: 'interaction.from-message',
    message: { channel: said.channel, ts: said.ts },
  });
  const form = await rita.modal(/Log interaction/);
  expect(initialOf(form, 'description')).toBe('Spoke with Anna Hansen yesterday at 9:30 about beds.');
  expect(initialOf(form, 'comment')).toBe('She wants two & a price.');
  expect(String(initialOf(form, 'date'))).toMatch(/^\d{4}-\d\d-\d\d 09:30$/);
  expect(wordsIn(form)).toContain('Named in the message: *Anna Hansen* (Møbelhuset A/S)');
  await search(rita, form, 'template', 'OUTG');
  await expect.poll(async () => initialOf(await rita.modal(), 'duration')).toBe('15');
  await rita.submit(await rita.modal());
  await rita.noModal();
  await rita.reads(GENERAL, /Logged: /);
  const entry = (await entries()).at(-1);
  expect(entry).toMatchObject({ contactId: 2, timeOfInteraction: '09:30:00' });
  const of = eq(interactionComments.entryId, entry?.id ?? 0);
  expect(await running.database.db.$count(interactionComments, of)).toBe(1);
});

it('22: opens the form from a contact, unless the privacy of the contact is blocked meanwhile', async () => {
  const { rita, mona } = running;
  await rita.say(SALES, '/contact CT000003');
  const contact = await rita.reads(SALES, /Hansen &amp; Søn/);
  expect(wordsOf(contact)).not.toContain('Block for privacy');
  await rita.press(contact, /Log interaction/);
  const form = await rita.modal(/Log interaction/);
  await search(rita, form, 'template', 'OUTG');
  await expect.poll(async () => initialOf(await rita.modal(), 'duration')).toBe('15');
  await fillIn(rita, await rita.modal(), 'description', { type: 'plain_text_input', value: 'Hello' });

  await mona.say(SALES, '/contact CT000003');
  await mona.press(await mona.reads(SALES, /Hansen &amp; Søn/), /Block for privacy/);
  const blocked = await mona.reads(SALES, /Privacy blocked/);
  expect(wordsOf(blocked)).not.toContain('Log interaction');
  await rita.submit(await rita.modal());
  await modalThat(rita, /The privacy of Hansen .* Søn is blocked/);
  await mona.press(blocked, /Unblock/);
  await expect.poll(async () => wordsOf(await mona.reads(SALES, /Hansen &amp; Søn/))).not.toContain('🔒');
  await tick(rita, await rita.modal(), [/^Save for later/]);
  await rita.submit(await rita.modal());
  await rita.noModal();

  await rita.post('home', {});
  await expect.poll(async () => JSON.stringify((await rita.see()).home)).toContain('Postponed interactions');
  const home = (await rita.see()).home as {
    blocks: { block_id: string; elements?: { action_id: string }[] }[];
  };
  const row = home.blocks.find((one) =>
    one.elements?.some(({ action_id: id }) => id.includes('delete-postponed')),
  );
  await rita.act('click', {
    in: { home: true },
    blockId: row?.block_id,
    actionId: 'interaction.delete-postponed',
    confirmed: true,
  });
  await expect
    .poll(async () => JSON.stringify((await rita.see()).home))
    .not.toContain('Postponed interactions');
  expect((await entries()).filter((one) => one.postponed)).toEqual([]);
});

it('opens from the shortcuts, and says itself what it did where there is no channel', async () => {
  const { anna } = running;
  await anna.act('shortcut', { callbackId: 'interaction.new' });
  const form = await anna.modal(/Log interaction/);
  expect(await search(anna, form, 'contact', 'olsen &')).toHaveLength(1);
  await search(anna, form, 'template', 'BUS');
  await expect.poll(async () => initialOf(await anna.modal(), 'duration')).toBe('30');
  await fillIn(anna, await anna.modal(), 'description', { type: 'plain_text_input', value: 'A letter' });
  await anna.submit(await anna.modal());
  await modalThat(anna, /Neither you nor .* has a salesperson/);
  // Erased while the form stands open.
  await running.database.db.delete(contacts).where(eq(contacts.id, 4));
  await anna.submit(await anna.modal());
  await expect
    .poll(async () => errorsOf(await anna.modal()))
    .toEqual({
      contact: 'There is no contact CT000004.',
    });
  await running.database.db.update(contacts).set({ salespersonCode: 'JO' }).where(eq(contacts.id, 2));
  expect(await search(anna, await anna.modal(), 'contact', 'anna')).toHaveLength(1);
  await anna.submit(await anna.modal());
  expect(wordsIn(await modalThat(anna, /Logged: \*Business letter\*/))).toContain(`<#${SALES}>`);
});
