import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { contacts, opportunities, workspaceSettings } from '../../src/db/schema/index.ts';
import { createInteraction } from '../../src/services/interactions/create-interaction.ts';
import { createOpportunity } from '../../src/services/opportunities/create.ts';
import { editOpportunity } from '../../src/services/opportunities/edit.ts';
import { updateHeader } from '../../src/services/segments/update-header.ts';
import { chooseInMessage } from '../support/dots.ts';
import { addFive, makeSegment } from '../support/loggable.ts';
import { closeAll, fillIn, initialOf, modalThat, search, typeNumber, wordsIn } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addFive(workspace);
  await workspace.db.update(workspaceSettings).set({ logChannel: SALES });
});

const ask = (person: Person, command: string) => person.ask(SALES, command);
const rita = () => running.workspace.as('rita');
const stored = () => running.database.db.select().from(opportunities).orderBy(opportunities.id);
const numberIn = (text: string) => /OP\d{6}/.exec(text)?.[0] ?? '';

it('67: creates one per contact of a segment from its card, and warns before it doubles them', async () => {
  const { rita: person } = running;
  const no = await makeSegment(rita(), { campaignNo: 'CP1001' });
  await running.database.db.update(contacts).set({ privacyBlocked: true }).where(eq(contacts.id, 5));
  const open = async () => {
    const card = await person.ask(SALES, `/segment show ${no}`, new RegExp(no));
    await person.opens(
      () => chooseInMessage(person, card, /segment\.more/, /Create opportunities/),
      /Create opportunities/,
    );
  };
  await open();
  const form = await modalThat(person, /has 5 contacts/);
  expect(wordsIn(form)).toContain('1 contact is left out');
  expect(wordsIn(form)).toContain('*4 opportunities* are created');
  await person.submit(form);
  const did = wordsIn(await modalThat(person, /4 opportunities are created from/));
  expect(did).toContain('OP000001 to OP000004');
  await closeAll(person);
  await open();
  const again = await modalThat(person, /4 contacts have an opportunity from this segment already/);
  // The segment moves on while the form stands open.
  await updateHeader(running.workspace.as('soren'), { no, changes: { unitCost: '9' }, lines: 'follow' });
  await person.submit(again);
  const moved = await modalThat(person, /has 5 contacts/);
  expect(wordsIn(moved)).toMatch(/U0SOREN|changed/);
  await person.submit(moved);
  await modalThat(person, /No opportunities are created/);
  await closeAll(person);
  expect(await stored()).toHaveLength(4);
  const campaign = wordsOf(await person.ask(SALES, '/campaign show CP1001', /CP1001/));
  expect(campaign).toContain('4 active opportunities');
  await running.database.db.update(contacts).set({ privacyBlocked: false });
});

it('68, 69: creates it from an interaction’s line in the channel, once, with its comments', async () => {
  const { rita: person, soren } = running;
  await createInteraction(rita(), {
    contactNo: 'CT000003',
    templateCode: 'OUTGOING',
    description: 'Asked about oak',
    date: '2026-11-23',
    comment: 'Wants a price',
  });
  const line = await soren.reads(SALES, /Rita Rep logged.*Asked about oak/);
  await chooseInMessage(soren, line, /./, /Create opportunity/);
  const card = await soren.reads(SALES, /OP\d+ er oprettet/);
  const no = numberIn(card.text);
  expect(wordsOf(card)).toContain('1 kommentar');
  // The line tells of it instead of offering it again.
  await expect
    .poll(async () => wordsOf(await person.reads(SALES, /Rita Rep logged.*Asked about oak/)))
    .toContain(`Show ${no}`);
  const log = await person.ask(SALES, '/interaction list contact:CT000003', /Asked about oak/);
  expect(wordsOf(log)).not.toContain('Create opportunity');
  await createInteraction(rita(), {
    contactNo: 'CT000003',
    templateCode: 'OUTGOING',
    description: 'Asked about elm',
    date: '2026-11-23',
    quiet: true,
  });
  const list = await person.ask(SALES, '/interaction list contact:CT000003', /Asked about elm/);
  await chooseInMessage(person, list, /about elm/, /Create opportunity/);
  await person.reads(SALES, /OP\d+ is created.*Asked about elm/);
});

it('creates, estimates and wins one by hand, and tells at the field what is wrong', async () => {
  const { rita: person } = running;
  expect(wordsOf(await ask(person, '/opportunity hjælp'))).toContain('/opportunity list');
  expect((await ask(person, '/opportunity shwo')).text).toContain('Did you mean `/opportunity show`?');
  expect((await ask(person, '/opportunity show OP999999')).text).toContain(
    'There is no opportunity OP999999',
  );
  await person.opens(() => person.say(SALES, '/opportunity new'), /New opportunity/);
  const form = await modalThat(person, /New opportunity/);
  expect((await search(person, form, 'contact', 'Bo'))[0]).toContain('Bo · Alpha');
  await fillIn(person, form, 'description', { type: 'plain_text_input', value: 'Oak tables' });
  await typeNumber(person, form, 'estimatedValue', '1200.50');
  await typeNumber(person, form, 'chances', '50');
  await fillIn(person, form, 'estimatedClose', { type: 'plain_text_input', value: '1700-01-01' });
  expect(await person.submit(form)).toEqual({
    ok: true,
    errors: { estimatedClose: 'Dates must lie between the years 1900 and 2999.' },
  });
  await fillIn(person, form, 'estimatedClose', { type: 'plain_text_input', value: 'in 3 weeks' });
  await person.submit(form);
  const made = wordsIn(await modalThat(person, /is created/));
  expect(made).toContain('€1,200.50 × 50% = €600.25');
  const no = numberIn(made);
  await closeAll(person);

  expect(wordsOf(await person.ask(SALES, '/opportunity list', /My opportunities/))).toContain(no);
  const contact = wordsOf(await person.ask(SALES, '/contact CT000002', /Alpha/));
  expect(contact).toMatch(/\d active opportunities: €1,200.50 estimated, €600.25 calculated/);

  const card = await person.ask(SALES, `/opportunity show ${no.toLowerCase()}`, /Oak tables/);
  await person.opens(() => person.press(card, /^Won$/), /Won: OP/);
  const closing = await modalThat(person, /What did it come to/);
  await fillIn(person, closing, 'date', { type: 'plain_text_input', value: 'next friday' });
  await fillIn(person, closing, 'reason', { type: 'plain_text_input', value: 'Best price' });
  expect(await person.submit(closing)).toEqual({
    ok: true,
    errors: { date: 'This day lies ahead. Close it when it is decided.' },
  });
  await fillIn(person, closing, 'date', { type: 'plain_text_input', value: 'yesterday' });
  await person.submit(closing);
  expect(wordsIn(await modalThat(person, /is won\. Well done/))).toContain('Best price');
  await closeAll(person);
  expect((await stored()).find((one) => one.no === no)).toMatchObject({
    status: 'won',
    estimatedValue: '1200.50',
  });
});

it('tells who changed one while its form stood open, and keeps what was typed', async () => {
  const { rita: person, workspace } = running;
  const { no } = await createOpportunity(rita(), { contactNo: 'CT000001', description: 'Elm chairs' });
  const card = await person.ask(SALES, `/opportunity show ${no}`, /Elm chairs/);
  await person.opens(() => person.press(card, /^Edit$/), /Edit OP/);
  const form = await modalThat(person, /Edit OP/);
  await fillIn(person, form, 'description', { type: 'plain_text_input', value: 'My chairs' });
  const soren = workspace.as('soren', { now: () => new Date(Date.now() - 120_000) });
  await editOpportunity(soren, { opportunityNo: no, description: 'His chairs' });
  await person.submit(form);
  const moved = await modalThat(person, new RegExp(`changed ${no} 2 minutes ago`));
  expect(wordsIn(moved)).toContain('<@U0SOREN>');
  await person.submit(moved);
  await modalThat(person, /is saved/);
  await closeAll(person);
  expect((await stored()).find((one) => one.no === no)?.description).toBe('My chairs');
});

it('starts from a contact, and deletes what was created by mistake', async () => {
  const { rita: person } = running;
  const contact = await person.ask(SALES, '/contact CT000004', /Dee/);
  await person.opens(() => person.press(contact, /^New opportunity$/), /New opportunity/);
  const form = await modalThat(person, /New opportunity/);
  expect(JSON.stringify(form.view)).toContain('CT000004');
  await fillIn(person, form, 'description', { type: 'plain_text_input', value: 'By mistake' });
  await person.submit(form);
  const no = numberIn(wordsIn(await modalThat(person, /is created/)));
  await closeAll(person);
  const card = await person.ask(SALES, `/opportunity show ${no}`, /By mistake/);
  await person.press(card, /^Delete$/);
  await person.reads(SALES, new RegExp(`${no} is deleted`));
  expect((await ask(person, `/opportunity show ${no}`)).text).toContain(`There is no opportunity ${no}`);
});

it('is offered after an interaction was logged that stands in no channel', async () => {
  const { rita: person } = running;
  await running.database.db.update(workspaceSettings).set({ logChannel: null });
  await person.opens(() => person.say(SALES, '/interaction CT000001'), /Log interaction/);
  const form = await modalThat(person, /Log interaction/);
  await search(person, form, 'template', 'OUTG');
  await expect.poll(async () => initialOf(await person.modal(), 'duration')).toBe('15');
  const filled = await person.modal();
  await fillIn(person, filled, 'description', { type: 'plain_text_input', value: 'Asked about ash' });
  await person.submit(filled);
  const told = await person.reads(SALES, /Logged: \*Outgoing phone call\* with \*Zeta\*/);
  await person.press(told, /^Create opportunity$/);
  await person.reads(SALES, /OP\d+ is created.*Asked about ash/);
});
