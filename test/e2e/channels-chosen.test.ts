import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { channelPosts } from '../../src/db/schema/index.ts';
import { defaultChannels } from '../../src/playground/options.ts';
import type { OpenView } from '../../src/playground/protocol.ts';
import { closeAll, errorsOf, fillIn, modalThat, pressInRow } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';
/** Another organization reads along. */
const PARTNERS = 'C0PARTNERS';
/** The app was not invited. */
const BOARD = 'G0BOARD';
const SHARED = /shared with another organization/;
const CLOSED = /not in this private channel/;

const everybody = defaultChannels()[0]?.members ?? [];
const open = { members: everybody, isArchived: false };
const running = useRunningApp(
  (workspace) => addContacts(workspace, [{ id: 1, name: 'Møbelværket A/S', country: 'DK' }]),
  {
    channels: [
      ...defaultChannels(),
      { ...open, id: PARTNERS, name: 'partners', kind: 'public', botIsMember: true, isExtShared: true },
      { ...open, id: BOARD, name: 'board', kind: 'private', botIsMember: false },
    ],
  },
);
afterEach(() => closeAll(running.rita, running.anna));

async function segment(person: Person, name: string): Promise<string> {
  const { text } = await person.ask(SALES, `/segment new "${name}"`);
  return /SM\d{5}/.exec(text)?.[0] ?? '';
}
const choose = (person: Person, form: OpenView, field: string, channel: string) =>
  fillIn(person, form, field, { type: 'conversations_select', selected_conversation: channel });

async function problemAt(person: Person, form: OpenView, words: RegExp, field: string): Promise<string> {
  await person.submit(form);
  await expect.poll(async () => errorsOf(await modalThat(person, words))[field]).toBeTruthy();
  return errorsOf(await modalThat(person, words))[field] ?? '';
}
/** What was shared in channels. */
const posts = () =>
  running.workspace.db.$count(
    channelPosts,
    sql`${channelPosts.content}->>'kind' in ('segment-card', 'saved-criteria')`,
  );

it('refuses a card in a channel that others read, or that the app cannot reach', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Shared');
  expect(wordsOf(await rita.ask(PARTNERS, `/segment share ${no}`))).toMatch(SHARED);
  expect(wordsOf(await rita.ask(BOARD, `/segment share ${no}`))).toMatch(CLOSED);
  await rita.say(SALES, `/segment share ${no} #board`);
  const form = await modalThat(rita, /Share SM/);
  await choose(rita, form, 'channel', BOARD);
  expect(await problemAt(rita, form, /Share SM/, 'channel')).toMatch(CLOSED);
  // The channel that the person is in is chosen for them.
  await closeAll(rita);
  await rita.press(await rita.ask(PARTNERS, `/segment show ${no}`), /^Share$/);
  const preset = await modalThat(rita, /Share SM/);
  expect(await problemAt(rita, preset, /Share SM/, 'channel')).toMatch(SHARED);
  expect(await posts()).toBe(0);
});

it('refuses saved criteria there', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Saved');
  await rita.ask(SALES, `/segment add ${no} country:DK`);
  await rita.ask(SALES, `/segment save ${no} DANES`);
  await rita.press(await rita.ask(PARTNERS, '/segment saved danes'), /^Share$/);
  const form = await modalThat(rita, /Share criteria/);
  expect(await problemAt(rita, form, /Share criteria/, 'channel')).toMatch(SHARED);
  await choose(rita, form, 'channel', BOARD);
  await expect.poll(() => problemAt(rita, form, /Share criteria/, 'channel')).toMatch(CLOSED);
  expect(await posts()).toBe(0);
});

it('logs no segment there, whatever channel the form was opened in', async () => {
  const { rita, database } = running;
  const { text } = await rita.ask(SALES, '/segment new "Logged" template:BUS');
  const no = /SM\d{5}/.exec(text)?.[0] ?? '';
  await rita.ask(SALES, `/segment add ${no} country:DK`);
  await rita.say(PARTNERS, `/segment log ${no}`);
  const form = await modalThat(rita, /Log segment/);
  expect(await problemAt(rita, form, /Log segment/, 'channel')).toMatch(SHARED);
  expect(await database.sql`select from log_runs`).toEqual([]);
  await choose(rita, form, 'channel', SALES);
  expect(await rita.submit(form)).toEqual({ ok: true });
  await rita.reads(SALES, /Interactions logged/);
});

it('refuses a channel for logs there, for a campaign and for the workspace', async () => {
  const { anna, database } = running;
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Channels/);
  await pressInRow(anna, await modalThat(anna, /same as the workspace/), /CP1001/);
  const channel = await modalThat(anna, /Leave it empty/);
  await choose(anna, channel, 'logChannel', BOARD);
  expect(await problemAt(anna, channel, /Leave it empty/, 'logChannel')).toMatch(CLOSED);
  await closeAll(anna);

  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Workspace/);
  const settings = await modalThat(anna, /Managers/);
  await choose(anna, settings, 'logChannel', BOARD);
  expect(await problemAt(anna, settings, /Managers/, 'logChannel')).toMatch(CLOSED);
  // What was there before somebody closed it is no reason to refuse the rest.
  await closeAll(anna);
  await database.sql`update workspace_settings set log_channel = ${BOARD}`;
  await anna.say(SALES, '/segment settings');
  await pressInRow(anna, await modalThat(anna, /Set-up/), /Workspace/);
  const later = await modalThat(anna, /Managers/);
  await fillIn(anna, later, 'managers', { type: 'multi_users_select', selected_users: ['U0MONA'] });
  await anna.submit(later);
  await modalThat(anna, /saved/i, /Managers/);
});
