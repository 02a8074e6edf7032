import { afterEach, expect, test } from 'vitest';
import { entryOf } from '../support/interaction-log.ts';
import { fillForLetters, logLetters } from '../support/letters.ts';
import { useMailServer } from '../support/mail-server.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const mailServer = useMailServer();
const { got, refusals, asked } = mailServer;

const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const address = (name: string) => `post@${name}.example`;
const running = useRunningApp(
  (workspace) =>
    fillForLetters(workspace, [
      ...NAMES.map((name, at) => ({
        id: at + 1,
        name: name.toUpperCase(),
        by: 'email' as const,
        email: address(name),
        ...(name === 'beta' ? { danish: true as const } : {}),
      })),
      { id: 8, name: 'PAPER', by: 'hard-copy' },
      { id: 9, name: 'NOTHING', by: '', email: address('nothing') },
    ]),
  { mailServer },
);

afterEach(() => {
  refusals.clear();
  got.length = 0;
  asked.length = 0;
});

const reached = () => got.flatMap(({ to }) => to).sort();

test('Everybody gets one e-mail, though the server puts some off and refuses others; those can be sent again.', async () => {
  const { rita, workspace } = running;
  refusals.set(address('beta'), 451).set(address('gamma'), 550).set(address('delta'), 550);
  const no = await logLetters(workspace, rita);
  const putOff = () => asked.filter((to) => to === address('beta')).length;
  await expect.poll(putOff).toBeGreaterThanOrEqual(1);
  refusals.delete(address('beta'));
  const told = await rita.reads(
    'direct',
    new RegExp(
      `${no}.*4 sent or handed over, \\*2 could not be sent\\*\\. Not reached: DELTA, GAMMA\\.`,
      's',
    ),
  );
  expect(putOff()).toBeGreaterThanOrEqual(2);
  expect(reached()).toEqual(['alpha', 'beta', 'epsilon'].map(address));
  const danish = got.find(({ to }) => to.includes(address('beta')));
  expect(danish?.raw).toContain('Subject: Godt nyt');
  expect(danish?.raw).toContain(Buffer.from('Kære alle').toString('base64'));
  expect(got[0]?.raw).toContain(Buffer.from('Dear all').toString('base64'));

  refusals.delete(address('gamma'));
  await rita.press(told, /^Send the 2 again$/);
  const less = await rita.reads('direct', new RegExp(`${no}.*5 sent.*Not reached: DELTA\\.`, 's'));
  expect(less.ts).toBe(told.ts);
  refusals.delete(address('delta'));
  await rita.press(less, /^Send that one again$/);
  await rita.reads('direct', new RegExp(`${no}.*6 sent or handed over\\.`, 's'));
  expect(reached()).toEqual(NAMES.toSorted().map(address));
  const ids = got.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
  expect(new Set(ids).size).toBe(NAMES.length);
});

test('What could not be sent can be sent again from the card of the logged segment, by somebody else, in their language.', async () => {
  const { rita, soren, workspace } = running;
  refusals.set(address('epsilon'), 550);
  const no = await logLetters(workspace, rita);
  await rita.reads('direct', new RegExp(`${no}.*Not reached: EPSILON\\.`, 's'));
  refusals.clear();
  const entry = await entryOf(running, no);
  await soren.say('C0SALES', `/segment logged ${entry}`);
  const card = await soren.reads('C0SALES', new RegExp(`Løbenr. ${entry}.*Ikke nået: EPSILON\\.`, 's'));
  await soren.press(card, /^Send den igen$/);
  const after = await soren.reads(
    'C0SALES',
    new RegExp(
      `Løbenr. ${entry}.*Vedhæftede filer: (5 sendt eller afleveret, 1 på vej|6 sendt eller afleveret)\\.`,
      's',
    ),
  );
  expect(wordsOf(after)).not.toContain('Send den');
  await rita.reads('direct', new RegExp(`${no}.*6 sent or handed over\\.`, 's'));
  expect(reached()).toEqual(NAMES.toSorted().map(address));
});
