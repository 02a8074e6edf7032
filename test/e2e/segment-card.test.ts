import { expect, it } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { chooseInMessage } from '../support/dots.ts';
import { closeAll, errorsOf, modalThat } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';
const CAMPAIGNS = 'C0CAMPAIGNS';

const running = useRunningApp((workspace) =>
  addContacts(workspace, [
    { id: 1, name: 'Møbelværket A/S', country: 'DK', salesperson: 'RR' },
    { id: 2, name: 'Fjord & Sønner', country: 'DK', salesperson: 'RR' },
    { id: 3, name: 'Bengtsson AB', country: 'SE', salesperson: 'RR' },
  ]),
);

async function segment(person: Person, text: string): Promise<string> {
  await person.say(SALES, `/segment new ${text}`);
  const description = /"([^"]+)"/.exec(text)?.[1] ?? '';
  const made = await person.reads(SALES, new RegExp(`SM\\d{5} ${description}`));
  return /SM\d{5}/.exec(made.text)?.[0] ?? '';
}

/** The card of a segment that everybody in the channel sees. */
const cardIn = async (person: Person, channel: string, no: string, words: RegExp): Promise<Message> => {
  let found: Message | undefined;
  await expect
    .poll(async () => {
      const all = await person.messages(channel);
      found = all.findLast(
        (one) => !one.ephemeralTo && wordsOf(one).includes(no) && words.test(wordsOf(one)),
      );
      return found
        ? 'found'
        : all
            .filter((one) => !one.ephemeralTo)
            .map(wordsOf)
            .slice(-2);
    })
    .toBe('found');
  return found as Message;
};

/** The cards were edited a while ago, so that the next edit does not wait. */
const later = () =>
  running.database.sql`
    update channel_posts set posted_at = posted_at - interval '1 minute', not_before = posted_at - interval '1 minute'`;

// Being logged and having been logged are edits in a row, which keep their distance.
it('A card shared to two channels is kept as the segment is, until it is logged and after.', async () => {
  const { rita, soren, mona } = running;
  const no = await segment(rita, '"Live" template:BUS');
  await rita.say(SALES, `/segment share ${no}`);
  await rita.reads(SALES, new RegExp(`The card of ${no} comes to`));
  const first = await cardIn(mona, SALES, no, /Shared by Rita Rep/);
  expect(wordsOf(first)).toContain('0 contacts');

  await rita.say(SALES, `/segment share ${no} #campaigns`);
  const where = await modalThat(rita, /Share SM/);
  await rita.fill(where, /^channel$/, { type: 'conversations_select', selected_conversation: CAMPAIGNS });
  expect(await rita.submit(where)).toEqual({ ok: true });
  const second = await cardIn(mona, CAMPAIGNS, no, /Shared by Rita Rep/);

  await later();
  await rita.say(SALES, `/segment add ${no} country:DK`);
  for (const [channel, ts] of [
    [SALES, first.ts],
    [CAMPAIGNS, second.ts],
  ] as const) {
    const card = await cardIn(soren, channel, no, /\*2 contacts.*Step 1 · Added: country is Denmark/);
    expect(card.ts).toBe(ts);
  }

  await soren.press(await cardIn(soren, SALES, no, /Shared by/), /^Show$/);
  const own = await soren.reads(SALES, /Møbelværket/);
  expect(own.ephemeralTo).toBe('U0SOREN');

  await soren.press(await cardIn(soren, SALES, no, /Shared by/), /^Log$/);
  const form = await modalThat(soren, /Logfør/);
  await later();
  await soren.fill(form, /^channel$/, { type: 'conversations_select', selected_conversation: SALES });
  expect(await soren.submit(form)).toEqual({ ok: true });
  const logged = await cardIn(soren, CAMPAIGNS, no, /Logged .* by Søren Salg as entry 1/);
  expect(logged.ts).toBe(second.ts);
  await mona.press(logged, /^Show log$/);
  await mona.reads(CAMPAIGNS, /Fjord/);
});

it('Criteria are saved in a form, with problems at their field.', async () => {
  const { rita } = running;
  const no = await segment(rita, '"Saved"');
  await rita.say(SALES, `/segment save ${no}`);
  await rita.reads(SALES, new RegExp(`${no} has no criteria to save yet`));
  await rita.say(SALES, `/segment add ${no} country:DK`);
  await rita.reads(SALES, new RegExp(`Added 2 contacts.*${no} now holds`));
  await rita.say(SALES, `/segment save ${no} DANES`);
  await rita.reads(SALES, /saved as DANES/);

  await rita.say(SALES, `/segment show ${no}`);
  const card = await rita.reads(SALES, new RegExp(`${no} Saved: 2 contacts`));
  await chooseInMessage(rita, card, /./, /Save criteria/);
  const form = await modalThat(rita, /Save criteria/);
  await rita.type(form, /^code$/i, 'no spaces');
  await rita.submit(form);
  expect(errorsOf(await modalThat(rita, /Save criteria/)).code).toMatch(/letter/);
  await rita.type(form, /^code$/i, 'danes');
  await rita.submit(form);
  expect(errorsOf(await modalThat(rita, /Save criteria/)).code).toMatch(/taken/);
  await rita.type(form, /^code$/i, 'danes2');
  await rita.type(form, /^description$/i, 'All in Denmark');
  expect(await rita.submit(form)).toEqual({ ok: true });
  const done = await modalThat(rita, /saved as DANES2: 1 step/);
  expect(JSON.stringify(done.view)).toContain('country is Denmark');
  await closeAll(rita);
});

it('28: a segment that became empty forgets its steps when asked to, and is deleted with a word of what goes', async () => {
  const { rita, soren, mona } = running;
  const no = await segment(rita, '"Emptied"');
  await rita.say(SALES, `/segment add ${no} country:DK`);
  await rita.reads(SALES, new RegExp(`Added 2 contacts.*${no} now holds`));
  await rita.say(SALES, `/segment reduce ${no} country:DK`);
  const emptied = await rita.reads(SALES, /Nobody is left\. Reset its 2 steps too/);
  await rita.press(emptied, /Reset steps/);
  const fresh = await rita.reads(SALES, /starts anew: 2 steps are forgotten/);
  expect(wordsOf(fresh)).toContain('No contacts yet');

  await rita.say(SALES, `/segment add ${no} country:SE`);
  await rita.reads(SALES, new RegExp(`Added 1 contact.*${no} now holds`));
  await rita.say(SALES, `/segment share ${no}`);
  const shared = await cardIn(mona, SALES, no, /Shared by Rita Rep/);
  await soren.say(SALES, `/segment delete ${no}`);
  const refused = await modalThat(soren, /Slet SM/);
  await soren.submit(refused);
  expect(JSON.stringify(await modalThat(soren, /Kun <@U0RITA>/))).toContain('ledere kan slette den');
  await closeAll(soren);

  await later();
  await rita.say(SALES, `/segment delete ${no}`);
  const asked = await modalThat(rita, /Delete SM/);
  expect(JSON.stringify(asked.view)).toContain('with 1 contact (1 company, 0 people) and 1 step.');
  expect(await rita.submit(asked)).toEqual({ ok: true });
  await modalThat(rita, new RegExp(`${no} is deleted`));
  await closeAll(rita);
  const tomb = await cardIn(mona, SALES, no, /Deleted .* by Rita Rep/);
  expect(tomb.ts).toBe(shared.ts);
  await rita.say(SALES, `/segment show ${no}`);
  await rita.reads(SALES, /was deleted\. Its number is not used again/);
});
