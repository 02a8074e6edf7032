import { beforeAll, expect, it, test } from 'vitest';
import { findWhen } from '../../../src/core/dates/find-when.ts';
import { proposeFromText } from '../../../src/services/interactions/propose-from-text.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addContacts(ours, [
    { id: 1, name: 'Møbelhuset A/S', email: 'post@moebel.example' },
    { id: 2, name: 'Anna Hansen', company: 1, email: 'anna@moebel.example' },
    { id: 3, name: 'Bo' },
    { id: 4, name: 'Anna Hansen', type: 'person' },
    { id: 5, name: 'Of', type: 'person' },
  ]);
  await addContacts(theirs, [{ id: 9, name: 'Anna Hansen', type: 'person', email: 'x_a@moebel.example' }]);
});

const propose = (text: string) => proposeFromText(ours.as('rita'), { text, writtenAt: NOON });
const named = async (text: string) => (await propose(text)).contacts.map(({ contactNo }) => contactNo);

it('finds contacts by e-mail address, number and exact name, a person before the company', async () => {
  expect(await named('Wrote to ANNA@moebel.example, of Møbelhuset A/S.')).toEqual(['CT000002', 'CT000001']);
  expect(await named('spoke with ct000003 today')).toEqual(['CT000003']);
  expect(await named('Møbelhuset A/S called: Anna Hansen is ill')).toEqual([
    'CT000002',
    'CT000004',
    'CT000001',
  ]);
  expect(await named('bo said of anna, not an@moebel.example or x_a@moebel.example')).toEqual([]);
  expect(await named('')).toEqual([]);
  expect(await named('%'.repeat(200_000))).toEqual([]);
});

it('takes the first line as description and the rest as comment', async () => {
  expect(await propose('Called about oak\n\nWants a price.\nBefore friday.')).toMatchObject({
    description: 'Called about oak',
    comment: 'Wants a price.\nBefore friday.',
  });
  const long = `${'word '.repeat(40)}end`;
  const { description, comment } = await propose(long);
  expect(description).toMatch(/^(word )+word…$/);
  expect(description.length).toBeLessThanOrEqual(100);
  expect(comment).toBe(long);
});

test.each([
  ['Spoke with Bo yesterday at 14:00, wants oak.', 'en', '2026-11-22 14:00', 'yesterday at 14:00'],
  ['Talte med Bo i går kl. 14. Han vil have eg.', 'da', '2026-11-22 14:00', 'i går kl. 14'],
  ['We met on 20 Nov 2026 at the fair', 'en', '2026-11-20 -', 'on 20 Nov 2026'],
  ['Called 2 hours ago', 'en', '2026-11-23 10:00', '2 hours ago'],
  ['Mødtes i fredags, fin snak', 'da', '2026-11-20 -', 'i fredags'],
  ['Call me tomorrow, or on friday', 'en', null, null],
  ['Price is 14.30 for 12 of them, sun or not', 'en', null, null],
  ['May be we march on', 'en', null, null],
  ['', 'en', null, null],
] as const)('%s', (text, locale, when, words) => {
  const found = findWhen(text, { now: NOON, timeZone: 'Europe/Copenhagen', locale });
  expect(found ? `${found.date} ${found.time ?? '-'}` : null).toBe(when);
  expect(found?.words ?? null).toBe(words);
});
