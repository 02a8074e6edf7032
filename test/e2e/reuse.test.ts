import { expect, it } from 'vitest';
import { mailingGroups } from '../../src/db/schema/index.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Møbelværket A/S', country: 'DK', email: 'post@m.example' },
    { id: 2, name: 'Fjord & Sønner', country: 'DK' },
    { id: 3, name: 'Bengtsson AB', country: 'SE' },
  ]);
  await workspace.db
    .insert(mailingGroups)
    .values({ workspaceId: workspace.id, code: 'GIFT', description: 'Gifts' });
});

/** What the person is answered in the channel. */
const ask = (person: Person, command: string) => person.ask(SALES, command);

const numberIn = (text: string) => /SM\d{5}/.exec(text)?.[0] ?? '';

async function segment(person: Person, name: string, criteria?: string): Promise<string> {
  const no = numberIn((await ask(person, `/segment new "${name}"`)).text);
  if (criteria) await ask(person, `/segment add ${no} ${criteria}`);
  return no;
}

it('saves criteria, shows them in words, renames, shares and deletes them', async () => {
  const { rita, mona, anna } = running;
  const no = await segment(rita, 'Source', 'country:DK');
  expect((await ask(rita, `/segment save ${no} danes "All in Denmark"`)).text).toContain('DANES: 1 step');
  expect((await ask(rita, `/segment save ${no} DANES`)).text).toContain('taken');
  expect(wordsOf(await ask(rita, '/segment saved'))).toContain('DANES');
  const shown = await ask(rita, '/segment saved danes');
  expect(wordsOf(shown)).toContain('country is Denmark');

  await rita.press(shown, /^Rename$/);
  const form = await rita.modal(/Rename criteria/);
  await rita.type(form, /Code/, 'danish');
  expect(await rita.submit(form)).toEqual({ ok: true });
  await rita.noModal();

  await rita.press(shown, /^Share$/);
  const share = await rita.modal(/Share criteria/);
  expect(await rita.submit(share)).toEqual({ ok: true });
  const shared = await mona.reads(SALES, /shares saved criteria/);
  expect(wordsOf(shared)).toContain('DANISH');
  expect(shared.text).toMatch(/^Rita Rep shares/);
  expect(JSON.stringify(shared.blocks)).not.toContain('<@');
  await mona.press(shared, /New segment from them/);
  const made = await mona.reads(SALES, /is created with 1 step/);
  expect(made.text).toContain('2 contacts');
  expect(made.ephemeralTo).toBe('U0MONA');

  await rita.press(await ask(rita, '/segment saved danish'), /^Delete$/);
  await rita.reads(SALES, /The saved criteria DANISH are deleted/);
  const gone = await anna.reads(SALES, /saved criteria .DANISH.*were deleted; segments/);
  expect(gone.ts).toBe(shared.ts);
  expect(JSON.stringify(gone.blocks)).not.toContain('actions');
  expect((await ask(rita, '/segment saved danish')).text).toContain('no saved criteria');
});

it('36: asks before it uses criteria on a segment that has steps, and does it when confirmed', async () => {
  const { rita } = running;
  const source = await segment(rita, 'Swedes', 'country:SE');
  await ask(rita, `/segment save ${source} SWEDES`);
  const no = await segment(rita, 'Into', 'country:DK');
  const question = await ask(rita, `/segment reuse swedes ${no}`);
  expect(question.text).toContain(`${no} has 1 step already`);
  expect(wordsOf(await ask(rita, `/segment show ${no}`))).not.toContain('Bengtsson');
  await rita.press(question, /Yes, add to/);
  expect((await rita.reads(SALES, /was carried out on/)).text).toContain('3 contacts');
});

it('copies a segment', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Copy me', 'country:DK');
  const answer = await ask(rita, `/segment copy ${no}`);
  expect(answer.text).toContain(`as a copy of`);
  const copy = numberIn(answer.text);
  expect(copy).not.toBe(no);
  expect(wordsOf(await ask(rita, `/segment show ${copy}`))).toContain('Copy me');
});

it('looks a pasted list up, says who was not found, and adds the others when told', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Pasted');
  await rita.say(SALES, `/segment people ${no}`);
  const form = await rita.modal(/From a list/);
  await rita.type(form, /People/, 'post@m.example\nBengtsson AB\nNobody <b>&');
  expect(await rita.submit(form)).toEqual({ ok: true });
  const found = await rita.modal(/2 contacts/);
  expect(JSON.stringify(found.view)).toContain('Line 3: Nobody &lt;b&gt;&amp;');
  expect(await rita.submit(found)).toEqual({ ok: true });
  expect((await rita.reads(SALES, new RegExp(`${no} now holds 2 contacts`))).text).toContain('Added 2');
});

it('39: warns how many lose the mailing group before it deletes old assignments', async () => {
  const { rita } = running;
  const danes = await segment(rita, 'Gifts', 'country:DK');
  const swedes = await segment(rita, 'Gifts', 'country:SE');
  expect((await ask(rita, `/segment mailing ${danes}`)).text).toContain('which mailing group');
  expect((await ask(rita, `/segment mailing ${danes} gift`)).text).toContain('2 contacts of');
  const question = await ask(rita, `/segment mailing ${swedes} GIFT --delete-old`);
  expect(question.text).toContain(`2 contacts outside ${swedes} will lose it`);
  await rita.press(question, /Delete and apply/);
  await rita.reads(SALES, /2 other contacts lost it/);
});

it('exports as an Excel file, to the person alone', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Excel', 'country:DK');
  expect((await ask(rita, `/segment export ${no} docx`)).text).toContain('csv or xlsx');
  expect((await ask(rita, `/segment export ${no} xlsx`)).text).toContain('Excel');
  const names = async () => (await rita.direct()).flatMap(({ files }) => files.map(({ name }) => name));
  await expect.poll(names).toEqual([`${no}.xlsx`]);
});

it('/contact shows the segments of a contact, and offers a choice', async () => {
  const { rita } = running;
  const no = await segment(rita, 'Fjord’s own', 'name:Fjord*');
  const answer = await ask(rita, '/contact fjord & sønner');
  expect(wordsOf(answer)).toContain(no);
  expect(wordsOf(await ask(rita, '/contact nobody'))).toContain('No contact is called nobody');
  expect((await ask(rita, '/contact')).text).toContain('Say which, by number');
});
