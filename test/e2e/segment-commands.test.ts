import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { pressInRow } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Møbelværket A/S', country: 'DK' },
    { id: 2, name: 'Fjord & Sønner', country: 'DK' },
    { id: 3, name: 'Bengtsson AB', country: 'SE' },
    ...Array.from({ length: 25 }, (_, n) => ({
      id: 10 + n,
      name: `Person ${String(n).padStart(2, '0')}`,
      company: 1 + (n % 3),
      country: n % 3 === 2 ? 'SE' : 'DK',
    })),
  ]);
});

/** What the person is answered in the channel. */
const ask = (person: Person, command: string) => person.ask(SALES, command);

const numberIn = (text: string) => /SM\d{5}/.exec(text)?.[0] ?? '';
const labels = (message: Message) =>
  JSON.stringify(message.blocks).match(/"text":"(?:Undo|Redo|Show|Next|Previous)"/g);

async function newSegment(person: Person, name: string): Promise<string> {
  return numberIn((await ask(person, `/segment new "${name}"`)).text);
}

describe('/segment', () => {
  it('creates a segment at once, with everything that was typed', async () => {
    const { rita } = running;
    const answer = await ask(
      rita,
      '/segment new “Autumn call” campaign:cp1001 template:BUS salesperson:JO date:2026-12-24',
    );
    expect(answer.ephemeralTo).toBe('U0RITA');
    const words = wordsOf(answer);
    for (const part of ['Autumn call', 'CP1001', 'BUS', 'Jim Olive', '24 Dec 2026'])
      expect(words).toContain(part);
    expect(await running.mona.messages(SALES)).toEqual([]);
  });

  it('says which code does not exist, and creates nothing', async () => {
    const answer = await ask(running.rita, '/segment new "X" campaign:CP9');
    expect(answer.text).toContain('There is no campaign CP9');
  });

  it('builds, steps back and forward, and tells what each step did', async () => {
    const { rita } = running;
    const no = await newSegment(rita, 'Steps');
    expect((await ask(rita, `/segment add ${no} country:DK --related-companies`)).text).toBe(
      `Added 19 contacts (2 companies, 17 people). ${no} now holds 19 contacts (2 companies, 17 people).`,
    );
    expect((await ask(rita, `/segment reduce ${no.toLowerCase()} type:company`)).text).toBe(
      `Removed 2 contacts (2 companies, 0 people). ${no} now holds 17 contacts (0 companies, 17 people).`,
    );
    expect((await ask(rita, `/segment refine ${no} name:"Person 0*"`)).text).toContain(
      'now holds 7 contacts',
    );
    expect((await ask(rita, `/segment undo ${no}`)).text).toContain('now holds 17 contacts');
    const redone = await ask(rita, `/segment redo ${no}`);
    expect(redone.text).toContain('Step 3 is done again. Removed 10 contacts');
    expect(labels(redone)).toEqual(['"text":"Undo"', '"text":"Show"']);
  });

  it('shows the card in place when a step is undone with its button, and tells of a press on an old one', async () => {
    const { rita } = running;
    const no = await newSegment(rita, 'Buttons');
    const added = await ask(rita, `/segment add ${no} type:company`);
    await rita.press(added, /^Show$/);
    const card = await rita.reads(SALES, new RegExp(`${no} · Buttons.*Møbelværket`, 's'));
    expect(card.ts).toBe(added.ts);
    await ask(rita, `/segment reduce ${no} country:SE`);
    await rita.press(card, /^Undo$/);
    const stale = await rita.reads(SALES, /was changed in the meantime/);
    expect(stale.ts).toBe(card.ts);
    expect(wordsOf(stale)).toContain('*2 contacts (2 companies, 0 people)*');
    await rita.press(stale, /^Undo$/);
    await rita.reads(SALES, /Step 2 is undone/);
  });

  it('undoes once when Undo is pressed twice', async () => {
    const { rita } = running;
    const no = await newSegment(rita, 'Twice');
    await ask(rita, `/segment add ${no} country:DK type:company`);
    const second = await ask(rita, `/segment add ${no} country:SE type:company`);
    await rita.pressTwice(second, /^Undo$/);
    await rita.reads(SALES, new RegExp(`Step 2 is undone.*${no} now holds`));
    expect((await ask(rita, `/segment show ${no}`)).text).toContain('2 contacts (2 companies, 0 people)');
  });

  it('pages through the contacts', async () => {
    const { rita } = running;
    const no = await newSegment(rita, 'Pages');
    await ask(rita, `/segment add ${no} type:person`);
    const first = await ask(rita, `/segment show ${no}`);
    expect(wordsOf(first)).toContain('1–10 of 25');
    await rita.press(first, /^Next$/);
    const next = await rita.reads(SALES, /11–20 of 25/);
    await rita.press(next, /^Next$/);
    const last = await rita.reads(SALES, /21–25 of 25/);
    await rita.press(last, /^Previous$/);
    await rita.reads(SALES, /11–20 of 25/);
  });

  it('marks the place of a mistake and suggests', async () => {
    const answer = await ask(running.rita, '/segment count country:DK contry:SE');
    expect(wordsOf(answer)).toContain('country:DK contry:SE\\n           ^^^^^^');
    expect(answer.text).toContain('Did you mean `country`?');
  });

  it('offers near numbers, verbs and flags', async () => {
    const { rita } = running;
    expect(wordsOf(await ask(rita, '/segment show SM9'))).toMatch(/Did you mean one of these.*SM00/s);
    expect((await ask(rita, '/segment shwo')).text).toContain('Did you mean `/segment show`?');
    expect((await ask(rita, '/segment add SM00001 type:company —expand-company')).text).toContain(
      'Did you mean --expand-companies?',
    );
    expect((await ask(rita, '/segment undo')).text).toContain('Say which segment');
    expect((await ask(rita, `/segment count ${'x'.repeat(10_000)}`)).text).toContain('too long');
  });

  it('lists, and lets the team see each other’s', async () => {
    const { rita, soren } = running;
    await newSegment(rita, 'In a list');
    expect(wordsOf(await ask(rita, '/segment'))).toContain('In a list');
    const danish = await ask(soren, '/segment liste');
    expect(danish.text).toBe('Alles målgrupper');
    expect(wordsOf(danish)).toContain('In a list');
  });

  it('opens the form, and shows the new segment’s card in it', async () => {
    const { rita } = running;
    await rita.say(SALES, '/segment new');
    const form = await rita.modal(/New segment/);
    await rita.type(form, /Description/, 'From a form');
    expect(await rita.submit(form)).toEqual({ ok: true });
    const card = await rita.modal(/From a form/);
    const no = numberIn(JSON.stringify(card.view));
    expect(JSON.stringify(card.view)).toContain('Rita Rep');
    await rita.pressIn(card, /^Add$/);
    await rita.modal(/criteria/);
    expect(no).toMatch(/^SM/);
  });

  it('refuses a form with a description that is too long at its field, and says so of a typed one', async () => {
    const { rita, soren } = running;
    const answer = await ask(rita, `/segment new "${'x'.repeat(300)}"`);
    expect(answer.text).toContain('at most 100');
    await soren.say(SALES, '/segment ny');
    const form = await soren.modal(/Ny målgruppe/);
    await soren.type(form, /Beskrivelse/, 'x'.repeat(300));
    // The client stops it already; should it not, the app does.
    expect(await soren.submit(form)).toMatchObject({ ok: false });
  });

  it('keeps settings of the workspace to admins', async () => {
    const { rita, anna } = running;
    await rita.say(SALES, '/segment settings');
    const own = await rita.modal(/Settings/);
    expect(JSON.stringify(own.view)).not.toContain('Managers');
    await anna.say(SALES, '/segment settings');
    await pressInRow(anna, await anna.modal(/Set-up/), /Workspace/);
    const all = await anna.modal(/They approve/);
    await anna.fill(all, /^managers$/, { type: 'multi_users_select', selected_users: ['U0MONA', 'U0SOREN'] });
    expect(await anna.submit(all)).toEqual({ ok: true });
    await anna.modal(/The settings are saved/);
    const rows = await running.database.sql`select slack_user_id from members where is_manager order by 1`;
    expect(rows.map((row) => row.slack_user_id)).toEqual(['U0MONA', 'U0SOREN']);
  });

  it('shows the home with what waits and what is one’s own', async () => {
    const { rita, mona } = running;
    const created = await ask(rita, '/segment new "For approval" campaign:CP1002 template:BUS');
    const no = numberIn(created.text);
    await ask(rita, `/segment add ${no} type:company`);
    await ask(rita, `/segment submit ${no}`);
    await mona.post('home', {});
    await expect
      .poll(async () => JSON.stringify((await mona.see()).home))
      .toContain('Waiting for you to decide');
    expect(JSON.stringify((await mona.see()).home)).toContain(no);
    await rita.post('home', {});
    await expect.poll(async () => JSON.stringify((await rita.see()).home)).toContain('My segments');
  });
});
